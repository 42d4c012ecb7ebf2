#include "toolkit/access/card_signing.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/cms_reading.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/record_store.hpp"

namespace hdskit {
namespace {

std::string who_signed(const CardSignature& signature) {
  return tr("Signed by {1} ({2}) with their card on {3}.", {signature.signer, signature.national_id, signature.signed_at}) + " " +
         standing_sentence(signature.standing);
}

std::string fault_of(const Workspace& workspace, const CardSignature& signature, const Digest& content) {
  if (signature.content != content.hex()) return tr("What was signed has another digest.");
  try {
    const auto document = signature_document(workspace, signature);
    if (!cms_proves(document, content)) return tr("The signature does not fit what was signed.");
    const auto certificate = digest_of(read_cms_signature(document).certificate).hex();
    return certificate == signature.certificate ? std::string{} : tr("The signature was made with another certificate than the one recorded.");
  } catch (const Problem& problem) { return problem.what(); }
}

} // namespace

SignedByCard sign_by_card(const CardModule& module, const FitCard& card, const std::string& pin, const Digest& content, Instant at) {
  return {card, content, at, sign_detached(module, card.token, card.certificate, pin, content, at)};
}

CardSignature keep_signature(Change& change, const SignedByCard& made, const std::string& subject) {
  if (!cms_proves(made.document, made.content))
    throw Problem{ProblemKind::damaged, subject, tr("The card’s signature does not fit what was signed."),
                  tr("Nothing was recorded. Have the card and its module looked at.")};
  CardSignature signature;
  signature.subject = subject;
  signature.signer = made.card.name;
  signature.national_id = made.card.national_id;
  signature.certificate = made.card.fingerprint;
  signature.signed_at = made.at.iso();
  signature.content = made.content.hex();
  signature.document = store_document_bytes(change, made.document).digest.hex();
  signature.standing = made.card.standing;
  signature.id = CardSignatureId{change.next_number(CardSignature::type().kind)};
  signature.reference = "SG" + signature.id.text();
  record_rows::insert(change, CardSignature::type().kind, record_columns<CardSignature>(), signature.id.number(), record_values(signature));
  return signature;
}

std::vector<CardSignature> signatures_of(const Workspace& workspace, std::string_view subject) {
  auto all = all_records<CardSignature>(workspace);
  std::erase_if(all, [&](const CardSignature& signature) { return signature.subject != subject; });
  return all;
}

std::string campaign_subject(std::string_view reference) { return "review_campaign " + std::string{reference}; }
std::string filing_subject(std::int64_t number) { return "filing " + std::to_string(number); }

std::string signature_document(const Workspace& workspace, const CardSignature& signature) {
  const auto digest = Digest::parse(signature.document);
  std::string bytes;
  if (digest) read_document(workspace, *digest, [&](std::string_view piece) { bytes += piece; });
  if (!digest || digest_of(bytes) != *digest)
    throw Problem{ProblemKind::damaged, signature.reference, tr("The signature {1} is no longer what was kept.", {signature.reference}),
                  tr("Restore the workspace from a backup, then compare.")};
  return bytes;
}

SignatureState check_signature(const Workspace& workspace, const CardSignature& signature, const Digest& content) {
  const auto fault = fault_of(workspace, signature, content);
  if (fault.empty()) return {true, who_signed(signature)};
  return {false, tr("The signature {1} of {2} does not hold: {3}", {signature.reference, signature.signer, fault})};
}

} // namespace hdskit
