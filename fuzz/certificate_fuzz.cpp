#include "fuzz/answer.hpp"
#include "toolkit/access/cps_identity.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/certificates/certificate_files.hpp"
#include "toolkit/certificates/chain_check.hpp"
#include "toolkit/demonstration/lookalike_authority.hpp"

// Files of certificates, and sound certificates with some bytes changed. Promises: names are UTF-8; a changed certificate is never good.

using namespace hdskit;

namespace {

Instant at(const char* text) { return *Instant::parse(text); }

/// A sound card and who judges it.
struct Judge {
  LookalikeAuthority root = LookalikeAuthority::root("AC RACINE IGC-SANTE FORT", 2048, at("2013-06-25T00:00:00Z"), at("2033-06-25T00:00:00Z"));
  std::string card;
  ScratchFolder folder;
  std::unique_ptr<CertificateCheck> check;

  Judge() {
    LookalikePerson person;
    person.surname = "EXEMPLE";
    person.given_name = "Ada";
    person.national_id = "899700000013";
    person.not_before = at("2025-01-01T00:00:00Z");
    person.not_after = at("2028-01-01T00:00:00Z");
    card = root.issue(person);
    write_file(folder.path() / "list.crl", root.list({}, at("2026-11-22T00:00:00Z"), at("2026-11-29T00:00:00Z"), 1));
    TrustSetting trust;
    trust.anchors = {root.der()};
    trust.lists = {folder.path() / "list.crl"};
    trust.at = at("2026-11-22T12:00:00Z");
    check = std::make_unique<CertificateCheck>(trust, CheckEngine::fast);
    fuzz::promise(check->check(card, "").good(), "the card is good before it is changed");
  }
};

/// Three bytes a change: place (two) and what is laid over it.
void change_and_judge(std::string_view changes) {
  static const Judge judge;
  auto der = judge.card;
  for (std::size_t i = 0; i + 2 < changes.size(); i += 3) {
    const auto place = static_cast<unsigned char>(changes[i]) << 8 | static_cast<unsigned char>(changes[i + 1]);
    auto& byte = der[static_cast<std::size_t>(place) % der.size()];
    byte = static_cast<char>(byte ^ changes[i + 2]);
  }
  fuzz::promise(judge.check->check(der, "").good() == (der == judge.card), "a changed certificate is not good");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  fuzz::done([&] {
    for (const auto& der : certificates_in(text)) {
      const auto fields = read_certificate(der);
      const auto identity = identity_of(fields);
      fuzz::promise(is_utf8(identity.surname) && is_utf8(identity.national_id) && is_utf8(name_text(fields.issuer)), "names are UTF-8");
    }
  });
  fuzz::done([&] { change_and_judge(text); });
  return 0;
}
