#include "toolkit/dossier/item_words.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

std::vector<const Item*> clauses_of(const Checklist& checklist) {
  std::vector<const Item*> clauses;
  for (const auto& item : checklist.items)
    if (item.kind == ItemKind::contract_clause) clauses.push_back(&item);
  return clauses;
}

Words contract_row(const ChapterInput& input, const Contract& contract, const std::vector<const Item*>& clauses) {
  const auto client = std::ranges::find(input.facts.organisation.clients, contract.client, &Client::id);
  std::vector<std::string> missing;
  for (const auto* clause : clauses)
    if (std::ranges::find(contract.clauses, clause->id) == contract.clauses.end()) missing.push_back(clause->number);
  return record_words(contract)
      .set("client_name", client == input.facts.organisation.clients.end() ? "–" : client->name)
      .set("services_text", or_dash(joined(contract.services, ", ")))
      .set("clause_text", std::to_string(clauses.size() - missing.size()) + " / " + std::to_string(clauses.size()))
      .set("missing_text", missing.empty() ? "aucune" : joined(missing, ", "));
}

Words gather(const ChapterInput& input) {
  auto words = form_words(input, "P4");
  const auto clauses = clauses_of(input.facts.checklist);
  Words::List contracts;
  for (const auto& contract : input.facts.organisation.contracts) contracts.push_back(contract_row(input, contract, clauses));
  words.list("contracts", std::move(contracts)).set("clause_count", std::to_string(clauses.size()));
  return words;
}

} // namespace

extern const Chapter contracts;
const Chapter contracts{
    .id = "p4-contrats", .sentence = "Form P4: contracts, clauses, rights of the persons.", .gather = gather, .present = nullptr, .form = "P4"};

} // namespace hdskit::chapters
