#include "toolkit/access/population_run.hpp"

#include "toolkit/access/campaign_store.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/known_references.hpp"
#include "toolkit/workspace/json_reading.hpp"
#include "toolkit/workspace/json_writing.hpp"
#include "toolkit/workspace/personal_file.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

namespace json = boost::json;
constexpr std::string_view format = "hdskit-population-1";
constexpr std::size_t largest = 256u << 20, longest_text = 8000, most_cards = 2'000'000; // bytes; cards
using Text = std::string PopulationCard::*;
constexpr std::pair<std::string_view, Text> texts[] = {
    {"origin", &PopulationCard::origin},      {"sha256", &PopulationCard::fingerprint}, {"national_id", &PopulationCard::national_id},
    {"name", &PopulationCard::name},          {"card", &PopulationCard::card},          {"role", &PopulationCard::role},
    {"number", &PopulationCard::card_number}, {"serial", &PopulationCard::serial},      {"issuer", &PopulationCard::issuer},
    {"state", &PopulationCard::state}};

json::string string_of(std::string_view text) { return json::string{text.begin(), text.end()}; }
json::string day_text(const std::optional<Date>& day) { return string_of(day ? day->iso() : std::string{}); }
std::optional<Date> day_of(const std::optional<Instant>& moment) { return moment ? std::optional{moment->utc_date()} : std::nullopt; }

json::object json_of(const PopulationCard& card) {
  json::object object;
  for (const auto& [name, text] : texts) object[name] = string_of(card.*text);
  object["not_before"] = day_text(card.not_before);
  object["not_after"] = day_text(card.not_after);
  object["revoked_on"] = day_text(card.revoked_on);
  object["good"] = card.good;
  object["expiring"] = card.expiring;
  object["faults"] = string_of(joined(card.faults, " "));
  return object;
}

PopulationCard read_card(const json::value& value, const std::string& place, JsonDefects& defects) {
  const JsonObject object{value,
                          place,
                          defects,
                          {"origin", "sha256", "national_id", "name", "card", "role", "number", "serial", "issuer", "state", "not_before", "not_after",
                           "revoked_on", "good", "expiring", "faults"}};
  PopulationCard card;
  for (const auto& [name, text] : texts) card.*text = object.text(name, longest_text);
  card.not_before = Date::parse(object.text("not_before", longest_text));
  card.not_after = Date::parse(object.text("not_after", longest_text));
  card.revoked_on = Date::parse(object.text("revoked_on", longest_text));
  const auto flag = [&](std::string_view name) {
    const auto* found = object.find(name);
    return found && found->is_bool() && found->as_bool();
  };
  card.good = flag("good");
  card.expiring = flag("expiring");
  if (const auto words = object.text("faults", longest_text); !words.empty()) card.faults = split(words, ' ');
  return card;
}

std::string details_text(const PopulationReport& report, std::span<const PopulationCard> cards) {
  json::array all, refused;
  for (const auto& card : cards) all.push_back(json_of(card));
  for (std::size_t i = report.of_trust; i < report.findings.size(); ++i) refused.push_back(string_of(report.findings[i]));
  return readable_json(json::object{{"format", format}, {"refused", std::move(refused)}, {"certificates", std::move(all)}});
}

/// Without the names of files, which may be those of persons: the run is never forgotten.
std::vector<std::string> lasting_findings(const WorkspaceTrust& trust, const PopulationReport& report) {
  auto findings = trust.findings;
  findings.insert(findings.end(), report.findings.begin(), report.findings.begin() + static_cast<std::ptrdiff_t>(report.of_trust));
  if (report.counts.refused > 0) findings.push_back(tr("{1} files could not be read.", {std::to_string(report.counts.refused)}));
  for (auto& finding : findings) finding = replaced(std::move(finding), ";", ","); // which parts the values of a list
  return findings;
}

} // namespace

bool PopulationCard::has(std::string_view fault) const { return std::ranges::find(faults, fault) != faults.end(); }

PopulationCard card_of(const PopulationEntry& entry) {
  PopulationCard card;
  card.origin = entry.origin;
  card.fingerprint = entry.fingerprint;
  card.national_id = entry.identity.national_id;
  card.name = trimmed(entry.identity.surname + " " + entry.identity.given_name);
  card.card = label_of(entry.identity.card);
  card.role = label_of(entry.identity.role);
  card.card_number = entry.identity.card_number;
  card.serial = entry.serial;
  card.issuer = entry.issuer;
  card.not_before = day_of(entry.not_before);
  card.not_after = day_of(entry.not_after);
  card.good = entry.good();
  card.expiring = entry.expiring;
  for (const auto fault : entry.faults) card.faults.emplace_back(word_of(fault));
  if (entry.wrong_role) card.faults.emplace_back("wrong_role");
  if (entry.test_hierarchy) card.faults.emplace_back("test_hierarchy");
  if (entry.revocation) card.revoked_on = day_of(entry.revocation->at);
  card.state = joined(entry.sentences(), " ");
  return card;
}

PopulationRun record_population(Change& change, const PopulationOrder& order, const WorkspaceTrust& trust, const PopulationReport& report,
                                std::span<const PopulationCard> cards) {
  const auto& counts = report.counts;
  const auto number = [](std::uint64_t count) { return static_cast<std::int64_t>(count); };
  PopulationRun run;
  run.reference = RecordMemory::of(change.workspace()).references(PopulationRun::type().kind).next("PC");
  run.moment = change.acting().at.iso();
  run.engine = order.engine == CheckEngine::fast ? "fast" : "reference";
  run.certificates = number(counts.certificates);
  run.good = number(counts.good);
  run.revoked = number(counts.revoked);
  run.expired = number(counts.expired);
  run.not_yet_valid = number(counts.not_yet_valid);
  run.untrusted = number(counts.untrusted);
  run.unknown = number(counts.unknown);
  run.expiring = number(counts.expiring);
  run.trust = trust.fingerprints;
  run.lists = trust.lists;
  run.findings = lasting_findings(trust, report);
  run.details = "population/" + run.reference;
  put_personal_file(change, run.details, details_text(report, cards), change.acting().at.utc_date().plus_days(retention_days(change.workspace())));
  return add_record(change, run);
}

std::optional<std::vector<PopulationCard>> cards_of(const Workspace& workspace, const PopulationRun& run) {
  const auto file = personal_file(workspace, run.details);
  if (!file) return std::nullopt;
  const auto value = parse_foreign_json(file->content, run.reference, largest);
  JsonDefects defects;
  std::vector<PopulationCard> cards;
  {
    const JsonObject object{value, "", defects, {"format", "refused", "certificates"}};
    if (object.needed_text("format", longest_text) != format) defects.report("format", tr("These are no details of a check of certificates."));
    for (const auto& one : object.array("certificates", 0, most_cards))
      cards.push_back(read_card(one, "certificates[" + std::to_string(cards.size()) + "]", defects));
  }
  defects.refuse(run.reference, tr("Check the certificates again; the details that are kept cannot be read."));
  return cards;
}

std::vector<ExpiryMonth> expiry_calendar(std::span<const PopulationCard> cards, Date today, int within) {
  std::vector<PopulationCard> ending;
  for (const auto& card : cards) {
    const bool usable = std::ranges::all_of(card.faults, [](const std::string& fault) { return fault == "revocation_unknown" || fault == "not_yet_valid"; });
    if (usable && card.not_after && *card.not_after >= today && days_between(today, *card.not_after) <= within) ending.push_back(card);
  }
  std::ranges::stable_sort(ending, {}, [](const PopulationCard& card) { return *card.not_after; });
  std::vector<ExpiryMonth> months;
  for (auto& card : ending) {
    const auto first = Date::of(card.not_after->year(), card.not_after->month(), 1).value();
    if (months.empty() || months.back().first != first) months.push_back({first, {}});
    months.back().cards.push_back(std::move(card));
  }
  return months;
}

} // namespace hdskit
