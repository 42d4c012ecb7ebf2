#include "cli/press/works.hpp"

#include "cli/json.hpp"
#include "cli/press/card_pin.hpp"
#include "cli/table.hpp"
#include "toolkit/access/card_module.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/surroundings/machine.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::press {
namespace {

constexpr std::size_t nonce_size = 32; ///< bytes

/// What is known of one certificate of a card.
struct ReadCertificate {
  CardCertificate certificate;
  std::string possession = "not_tried"; ///< or "proven", "not_proven"
  std::string why;
};

struct ReadCard {
  CardToken token;
  std::vector<ReadCertificate> certificates;
  std::vector<std::string> findings;
};

ReadCard read_card(const CardModule& module, const CardToken& token) {
  ReadCard card{token, {}, {}};
  for (auto& certificate : module.certificates(token, [&](const std::string& sentence) { card.findings.push_back(sentence); }))
    card.certificates.push_back({std::move(certificate), "not_tried", ""});
  if (token.pin == PinState::locked) card.findings.push_back(tr("The PIN of the card is locked."));
  if (token.pin == PinState::last_try) card.findings.push_back(tr("Only one try of the PIN is left: it is not made here."));
  return card;
}

/// A wrong PIN ends it: the next certificate would cost another try.
void prove(const CardModule& module, ReadCard& card, const std::string& pin) {
  for (auto& one : card.certificates) {
    try {
      one.possession = proves_possession(module, card.token, one.certificate, pin, random_bytes(nonce_size)) ? "proven" : "not_proven";
    } catch (const Problem& problem) {
      if (problem.kind() != ProblemKind::not_found) throw;
      one.possession = "not_proven";
      one.why = problem.what();
    }
    if (one.possession == "not_proven")
      card.findings.push_back(tr("The card did not prove that it holds the key of the certificate {1}.", {one.certificate.key_id}));
  }
}

void sign_file(const Context& context, const CardModule& module, const ReadCard& card, const std::string& pin) {
  const auto file = context.arguments.text("sign"), output = context.arguments.text("output");
  if (output.empty())
    throw Problem{ProblemKind::bad_input, "--output", tr("The option {1} needs {2} too.", {"--sign", "--output"}), tr("Name the file to write.")};
  const auto signer =
      std::ranges::find_if(card.certificates, [](const ReadCertificate& one) { return one.certificate.identity.role == CertificateRole::signature; });
  if (signer == card.certificates.end())
    throw Problem{ProblemKind::not_found, card.token.label, tr("The card bears no signature certificate."), tr("Use a card that may sign.")};
  write_file(output, sign_detached(module, card.token, signer->certificate, pin, digest_of_file(file), context.surroundings.now));
}

json::object card_json(const ReadCard& card) {
  json::array certificates, findings;
  for (const auto& one : card.certificates) {
    const auto& identity = one.certificate.identity;
    certificates.push_back(json::object{{"key", json_text(one.certificate.key_id)},
                                        {"role", json_text(label_of(identity.role))},
                                        {"card", json_text(label_of(identity.card))},
                                        {"national_id", json_text(identity.national_id)},
                                        {"surname", json_text(identity.surname)},
                                        {"given_name", json_text(identity.given_name)},
                                        {"hierarchy", json_text(label_of(identity.hierarchy))},
                                        {"sha256", json_text(digest_of(one.certificate.der).hex())},
                                        {"possession", json_text(one.possession)}});
  }
  for (const auto& finding : card.findings) findings.push_back(json_text(finding));
  return {{"label", json_text(card.token.label)},      {"serial", json_text(card.token.serial)},  {"model", json_text(card.token.model)},
          {"pin", json_text(word_of(card.token.pin))}, {"certificates", std::move(certificates)}, {"findings", std::move(findings)}};
}

std::string possession_label(const ReadCertificate& one) {
  return one.possession == "proven" ? tr("key proven") : one.possession == "not_proven" ? tr("key not proven") : tr("key not tried");
}

void print_card(const Context& context, const ReadCard& card) {
  context.out << card.token.label << " (" << card.token.serial << ")\n";
  Table table{{tr("Use"), tr("Card"), tr("Identifier"), tr("Name"), tr("Possession")}};
  for (const auto& one : card.certificates) {
    const auto& identity = one.certificate.identity;
    table.add({label_of(identity.role), label_of(identity.card), identity.national_id, std::string{trimmed(identity.surname + " " + identity.given_name)},
               possession_label(one)});
  }
  table.print(context.out, context.surroundings.output_width);
  for (const auto& finding : card.findings) context.out << finding << '\n';
}

std::vector<ReadCard> chosen_cards(const Context& context, const CardModule& module) {
  const auto label = context.arguments.text("token");
  std::vector<ReadCard> cards;
  for (const auto& token : module.tokens())
    if (label.empty() || token.label == label) cards.push_back(read_card(module, token));
  if (cards.empty()) throw Problem{ProblemKind::not_found, label, tr("There is no card in any reader."), tr("Put the card in, then start again.")};
  if (cards.size() > 1 && context.arguments.has("sign"))
    throw Problem{ProblemKind::bad_input, "--token", tr("Several cards are in readers."), tr("Name the one that signs with --token.")};
  return cards;
}

} // namespace

int access_card(Context& context) {
  const CardModule module{context.arguments.text("module")};
  auto cards = chosen_cards(context, module);
  for (auto& card : cards) {
    if (cards.size() > 1 && context.arguments.has("pin-fd")) break; // one PIN does not open several cards, and each wrong try counts
    const auto pin = read_pin(context, card.token.label);
    if (!pin) continue;
    prove(module, card, *pin);
    if (context.arguments.has("sign")) sign_file(context, module, card, *pin);
  }
  if (context.json) {
    json::array all;
    for (const auto& card : cards) all.push_back(card_json(card));
    print_json(context.out, json::object{{"cards", std::move(all)}});
  } else
    for (const auto& card : cards) print_card(context, card);
  return std::ranges::all_of(cards, [](const ReadCard& card) { return card.findings.empty(); }) ? 0 : 1;
}

} // namespace hdskit::cli::press
