#include "cli/coverage_view.hpp"

#include "cli/framework_options.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli {
namespace {

/// The one word before the colon: a table has no room for the whole label.
std::string strength_word(MappingStrength strength) {
  const auto label = tr(choices_of(strength)[static_cast<std::size_t>(strength)].label);
  return std::string{trimmed(std::string_view{label}.substr(0, label.find(':')))};
}

json::object standing_json(const ItemStanding& standing) {
  return {{"answered", standing.answered},
          {"excluded", standing.excluded},
          {"state", to_field_text(standing.state)},
          {"demonstrated", standing.demonstrated()},
          {"evidence", text_array(standing.evidence)}};
}

json::object pair_json(const Checklist& from, const CoveringPair& pair) {
  json::object object{{"framework", from.id},
                      {"item", pair.item},
                      {"strength", to_field_text(pair.strength)},
                      {"confidence", to_field_text(pair.confidence)},
                      {"through", pair.through_framework.empty() ? json::value() : json::value(pair.through_framework)},
                      {"through_item", pair.through_item.empty() ? json::value() : json::value(pair.through_item)},
                      {"note", pair.note}};
  for (const auto& [name, value] : standing_json(pair.standing)) object[name] = value;
  return object;
}

json::object item_json(const Checklist& from, const ItemCoverage& covered) {
  const auto& item = *covered.item;
  json::array pairs;
  for (const auto& pair : covered.pairs) pairs.push_back(pair_json(from, pair));
  return {{"item", item.id},
          {"number", item.number},
          {"title", item.title.in_current_language()},
          {"part_of", item.part_of.empty() ? json::value() : json::value(item.part_of)},
          {"mandatory", item.mandatory},
          {"coverage", json::string{word_of(covered.state)}},
          {"by_parts", covered.by_parts},
          {"answered", covered.answered},
          {"demonstrated", covered.demonstrated},
          {"remains", covered.remains()},
          {"own", standing_json(covered.own)},
          {"pairs", std::move(pairs)}};
}

json::object framework_json(const Checklist& checklist) {
  return {{"id", checklist.id},
          {"version", checklist.version},
          {"title", checklist.title.in_current_language()},
          {"items", checklist.items.size()},
          {"requirements", checklist.requirement_count()}};
}

std::string shown_pair(const CoveringPair& pair) {
  auto text = tr("{1} ({2})", {pair.item, strength_word(pair.strength)});
  if (!pair.through_framework.empty()) text = tr("{1}, through {2}", {text, pair.through_framework});
  return pair.standing.answered ? text : tr("{1}, unanswered", {text});
}

std::string shown_standing(const ItemCoverage& covered) {
  if (covered.own.excluded) return tr("excluded");
  if (covered.demonstrated) return tr("demonstrated");
  return covered.answered ? tr("answered") : tr("remains");
}

std::vector<std::string> documents_of(const ItemCoverage& covered) {
  auto codes = covered.own.evidence;
  for (const auto& pair : covered.pairs)
    if (coverage_by(pair.strength) != CoverageState::none) codes.insert(codes.end(), pair.standing.evidence.begin(), pair.standing.evidence.end());
  std::ranges::sort(codes);
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

} // namespace

std::string shown_coverage(CoverageState state) {
  switch (state) {
    case CoverageState::whole: return tr("whole");
    case CoverageState::part: return tr("part");
    case CoverageState::none: return tr("none");
  }
  return {};
}

json::object coverage_json(const Checklist& from, const Checklist& to, const Coverage& coverage) {
  json::array items, remaining;
  for (const auto& covered : coverage.items) {
    items.push_back(item_json(from, covered));
    if (covered.remains()) remaining.push_back(json::value(covered.item->id));
  }
  return {{"from", framework_json(from)},
          {"to", framework_json(to)},
          {"counts",
           {{"items", coverage.items.size()},
            {"whole", coverage.count(CoverageState::whole)},
            {"part", coverage.count(CoverageState::part)},
            {"none", coverage.count(CoverageState::none)},
            {"answered", coverage.answered()},
            {"demonstrated", coverage.demonstrated()},
            {"remaining", coverage.remaining()}}},
          {"items", std::move(items)},
          {"remaining", std::move(remaining)}};
}

void print_coverage(Context& context, const Checklist& from, const Checklist& to, const Coverage& coverage, bool remaining) {
  Table table{{tr("Item"), tr("Title"), tr("Coverage"), tr("By"), tr("State"), tr("Documents")}};
  for (const auto& covered : coverage.items) {
    if (remaining && !covered.remains()) continue;
    std::vector<std::string> pairs;
    for (const auto& pair : covered.pairs) pairs.push_back(shown_pair(pair));
    if (covered.by_parts) pairs.push_back(tr("its parts"));
    table.add({covered.item->id, covered.item->title.in_current_language(), shown_coverage(covered.state), joined(pairs, "; "), shown_standing(covered),
               joined(documents_of(covered), ", ")});
  }
  table.print(context.out, context.surroundings.output_width);
  const auto number = [](std::size_t count) { return std::to_string(count); };
  context.out << '\n'
              << tr("{1} → {2}: of {3} items, {4} are covered whole, {5} in part, {6} not at all.",
                    {from.id, to.id, number(coverage.items.size()), number(coverage.count(CoverageState::whole)), number(coverage.count(CoverageState::part)),
                     number(coverage.count(CoverageState::none))})
              << '\n'
              << tr("Answered: {1}, of which demonstrated: {2}. Still asked: {3}.",
                    {number(coverage.answered()), number(coverage.demonstrated()), number(coverage.remaining())})
              << '\n';
}

} // namespace hdskit::cli
