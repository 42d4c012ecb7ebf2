#include "toolkit/access/access_record_rules.hpp"
#include "toolkit/access/access_store.hpp"
#include "toolkit/access/cps_identity.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/certificates/certificate_files.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/workspace/document_store.hpp"

#include <algorithm>
#include <cctype>

namespace hdskit {
namespace {

constexpr std::string_view common_name = "2.5.4.3";
constexpr std::size_t longest_name = 40; // of access_record_rules

/// "AC IGC-SANTE FORT PERSONNES" gives "AC-IGC-SANTE-FORT-PERSONNES".
std::string name_from(const OfferedAnchor& offered) {
  const auto fields = read_certificate(offered.der);
  std::string name;
  for (const auto& attribute : attributes_of(fields.subject))
    if (attribute.type == common_name) name = attribute.text;
  for (auto& byte : name)
    if (std::isalnum(static_cast<unsigned char>(byte)) == 0 && byte != '-' && byte != '_' && byte != '.') byte = '-';
  name = name.substr(0, longest_name);
  while (name.starts_with('-') || name.starts_with('.')) name.erase(0, 1);
  return name.empty() ? "authority-" + offered.fingerprint.substr(0, 8) : name;
}

/// A name that no other authority has.
std::string free_name(const Workspace& workspace, const OfferedAnchor& offered) {
  constexpr std::size_t digits = 8; // of the fingerprint
  const auto name = name_from(offered);
  const auto anchors = all_records<TrustAnchor>(workspace);
  const auto taken = std::ranges::any_of(anchors, [&](const TrustAnchor& one) { return reference_key(one.reference) == reference_key(name); });
  return taken ? name.substr(0, longest_name - digits - 1) + "-" + offered.fingerprint.substr(0, digits) : name;
}

OfferedAnchor offered_of(std::string der) {
  OfferedAnchor offered;
  offered.fingerprint = digest_of(der).hex();
  const auto fields = read_certificate(der);
  const auto hierarchy = identity_of(fields).hierarchy;
  offered.subject = name_text(fields.subject);
  offered.use = fields.issuer == fields.subject ? AnchorUse::anchor : AnchorUse::intermediate;
  offered.test_hierarchy = hierarchy == Hierarchy::test;
  offered.legacy = hierarchy == Hierarchy::legacy;
  offered.not_before = fields.not_before;
  offered.not_after = fields.not_after;
  offered.der = std::move(der);
  return offered;
}

[[noreturn]] void refuse_import(const OfferedAnchor& offered, const std::string& sentence, const std::string& remedy) {
  throw Problem{ProblemKind::refused, offered.subject, sentence, remedy};
}

void refuse_unfit(const OfferedAnchor& offered, std::string_view fingerprint, bool accept_test) {
  if (plain_fingerprint(fingerprint) != offered.fingerprint)
    refuse_import(offered, tr("The fingerprint that was given is not that of “{1}”.", {offered.subject}),
                  tr("Take the fingerprint from the authority’s own publication, not from this file; nothing was changed."));
  if (!offered.known_as.empty())
    refuse_import(offered, tr("“{1}” is trusted already, as {2}.", {offered.subject, offered.known_as}), tr("Nothing was changed."));
  if (offered.legacy)
    refuse_import(offered,
                  tr("“{1}” is of GIP-CPS, which was closed in 2021: whoever still trusts it lets in cards that nobody revokes any more.", {offered.subject}),
                  tr("Trust the hierarchy IGC-Santé in its place; nothing was changed."));
  if (offered.test_hierarchy && !accept_test)
    refuse_import(offered, tr("“{1}” is of a TEST hierarchy: whoever asks for a test card gets one.", {offered.subject}),
                  tr("Import it with --accept-test into a workspace that serves no production; nothing was changed."));
}

} // namespace

std::string plain_fingerprint(std::string_view text) {
  std::string plain;
  for (const char byte : text)
    if (byte != ':' && byte != ' ') plain += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  return plain;
}

std::vector<OfferedAnchor> offered_anchors(const Workspace& workspace, std::string_view bytes, const std::string& name) {
  std::vector<OfferedAnchor> offered;
  const auto known = all_records<TrustAnchor>(workspace);
  for (auto& der : certificates_in(bytes)) {
    if (!read_certificate(der).is_authority) continue;
    auto one = offered_of(std::move(der));
    if (std::ranges::any_of(offered, [&](const OfferedAnchor& other) { return other.fingerprint == one.fingerprint; })) continue;
    for (const auto& anchor : known)
      if (anchor.fingerprint == one.fingerprint) one.known_as = anchor.reference;
    offered.push_back(std::move(one));
  }
  if (offered.empty())
    throw Problem{ProblemKind::bad_input, name, tr("There is no certificate of an authority in “{1}”.", {name}), tr("Give a file in PEM, DER or PKCS#7.")};
  return offered;
}

TrustAnchor import_anchor(Change& change, const OfferedAnchor& offered, std::string_view fingerprint, const std::string& reference, const std::string& file,
                          bool accept_test) {
  refuse_unfit(offered, fingerprint, accept_test);
  const auto stored = store_document_bytes(change, offered.der);
  TrustAnchor anchor;
  anchor.reference = reference.empty() ? free_name(change.workspace(), offered) : reference;
  anchor.subject = offered.subject;
  anchor.fingerprint = offered.fingerprint;
  anchor.use = offered.use;
  anchor.certificate = stored.digest.hex();
  anchor.imported_from = file;
  if (offered.test_hierarchy) anchor.note = tr("TEST hierarchy: not for production.");
  const auto id = add_under(access_record_rules, change, access_kind(TrustAnchor::type().kind), view_of(anchor).values);
  return find_record<TrustAnchor>(change.workspace(), TrustAnchorId{id});
}

std::string certificate_of(const Workspace& workspace, const TrustAnchor& anchor) {
  constexpr std::size_t largest = 64u << 10; // bytes
  const auto digest = Digest::parse(anchor.certificate);
  std::string der;
  if (digest && anchor.certificate == anchor.fingerprint)
    read_document(workspace, *digest, [&](std::string_view piece) {
      if (der.size() + piece.size() <= largest) der += piece;
    });
  if (der.empty() || digest_of(der) != *digest)
    throw Problem{ProblemKind::damaged, anchor.reference, tr("The certificate of the trusted authority {1} was altered.", {anchor.reference}),
                  tr("Run `hdskit workspace check`, and restore the last backup with `hdskit workspace restore`.")};
  return der;
}

} // namespace hdskit
