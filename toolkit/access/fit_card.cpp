#include "toolkit/access/fit_card.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

constexpr std::string_view nothing_known = "unknown", all_good = "good", of_test = "test_hierarchy";

/// By what the authority signed. Where several have the role, the card of the ANS tells its own by the last byte of the key's identifier: 0x20 and 0x10.
const CardCertificate* certificate_of(const std::vector<CardCertificate>& certificates, CertificateRole role) {
  const std::string_view own_ending = role == CertificateRole::signature ? "10" : "20";
  const CardCertificate* found = nullptr;
  for (const auto& one : certificates) {
    if (one.identity.role != role) continue;
    if (one.key_id.ends_with(own_ending)) return &one;
    if (!found) found = &one;
  }
  return found;
}

void judge(const CardCertificate& certificate, const TrustSetting& trust, std::vector<std::string>& words, std::vector<std::string>& refusals) {
  if (trust.anchors.empty()) {
    words.emplace_back(nothing_known);
    return;
  }
  const auto checked = CertificateCheck{trust, CheckEngine::fast}.check(certificate.der, "");
  for (const auto fault : checked.faults) {
    words.emplace_back(word_of(fault));
    if (fault != CertificateFault::revocation_unknown) refusals.push_back(sentence_of(fault));
  }
}

std::string holder_name(const CpsIdentity& identity) { return std::string{trimmed(identity.given_name + " " + identity.surname)}; }

[[noreturn]] void refuse_card(const CardToken& token, const std::string& what, const std::string& remedy) {
  throw Problem{ProblemKind::refused, token.label, what, remedy};
}

} // namespace

CardStanding standing_of_card(const CardCertificate& certificate, const TrustSetting& trust) {
  std::vector<std::string> words;
  CardStanding standing;
  judge(certificate, trust, words, standing.refusals);
  if (certificate.identity.hierarchy == Hierarchy::test) {
    words.emplace_back(of_test);
    standing.refusals.push_back(tr("It is of the test hierarchy, which opens no door of production."));
  }
  standing.words = words.empty() ? std::string{all_good} : joined(words, " ");
  return standing;
}

std::string standing_sentence(std::string_view words) {
  if (words == all_good) return tr("The certificate was good.");
  constexpr auto last = static_cast<int>(CertificateFault::issuer_faulty);
  std::vector<std::string> sentences;
  for (const auto& word : split(words, ' ')) {
    if (word == nothing_known) sentences.push_back(tr("Nothing was known of the certificate: the hospital trusted no authority yet."));
    else if (word == of_test) sentences.push_back(tr("It is of the test hierarchy, which opens no door of production."));
    else
      for (int fault = 0; fault <= last; ++fault)
        if (word_of(static_cast<CertificateFault>(fault)) == word) sentences.push_back(sentence_of(static_cast<CertificateFault>(fault)));
  }
  return joined(sentences, " ");
}

FitCard fit_card(const CardModule& module, const CardToken& token, CertificateRole role, const TrustSetting& trust) {
  const auto certificates = module.certificates(token, [](const std::string&) {}); // what is no certificate can do nothing
  const auto* certificate = certificate_of(certificates, role);
  if (!certificate)
    throw Problem{ProblemKind::not_found, token.label,
                  role == CertificateRole::signature ? tr("The card bears no signature certificate.") : tr("The card bears no authentication certificate."),
                  tr("Use the card of a person of the house.")};
  const auto& identity = certificate->identity;
  const auto name = holder_name(identity);
  if (!identity.nominative || name.empty() || identity.national_id.empty())
    refuse_card(token, tr("This is a card of service: it names nobody."), tr("Use a card that bears a person’s name."));
  const auto standing = standing_of_card(*certificate, trust);
  if (!standing.refusals.empty())
    refuse_card(token, tr("The card of {1} cannot be used.", {name}) + " " + joined(standing.refusals, " "),
                tr("The PIN was not tried. Use another card, or have the trusted authorities and revocation lists looked at."));
  return {token, *certificate, name, identity.national_id, digest_of(certificate->der).hex(), standing.words};
}

CardToken only_card(const CardModule& module, const std::string& label) {
  std::vector<CardToken> found;
  for (const auto& token : module.tokens())
    if (label.empty() || token.label == label) found.push_back(token);
  if (found.empty()) throw Problem{ProblemKind::not_found, label, tr("There is no card in any reader."), tr("Put the card in, then start again.")};
  if (found.size() > 1)
    throw Problem{ProblemKind::bad_input, "--token", tr("Several cards are in readers."), tr("Name the one that is meant, or take the others out.")};
  return found.front();
}

} // namespace hdskit
