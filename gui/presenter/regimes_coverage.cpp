#include "gui/presenter/regimes_coverage.hpp"

#include "gui/presenter/regimes_pairs.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

bool of_theme(const Item& item, std::string_view theme) { return theme == all_themes || item.obligation == theme; }

struct Shares {
  std::size_t whole = 0, part = 0, none = 0, asked = 0;
  void take(const CoveredItem& item) {
    ++(item.state == CoverageState::whole ? whole : item.state == CoverageState::part ? part : none);
    if (!item.answered && !item.excluded) ++asked;
  }
  std::size_t all() const { return whole + part + none; }
};

Shares shares_of(const RegimeCoverage& coverage, std::string_view theme, std::optional<std::size_t> column) {
  Shares shares;
  const auto& items = coverage.to->checklist.items;
  for (std::size_t place = 0; place < items.size(); ++place)
    if (of_theme(items[place], theme)) shares.take(covered_item(coverage, place, column));
  return shares;
}

/// “● 3 whole  ◑ 2 in part  ○ 1 not”.
Cell shares_cell(const Shares& shares) {
  if (shares.all() == 0) return {"–", Tone::faint};
  std::vector<std::string> words;
  if (shares.whole > 0) words.push_back("● " + tr("{1} whole", {std::to_string(shares.whole)}));
  if (shares.part > 0) words.push_back("◑ " + tr("{1} in part", {std::to_string(shares.part)}));
  if (shares.none > 0) words.push_back("○ " + tr("{1} not", {std::to_string(shares.none)}));
  const auto tone = shares.whole == shares.all() ? Tone::good : shares.none == shares.all() ? Tone::bad : Tone::warning;
  return {joined(words, "  "), tone};
}

Cell asked_cell(const Shares& shares) {
  if (shares.asked == 0) return {"✔ " + tr("nothing"), Tone::good};
  return {"⚠ " + tr("{1} of {2}", {std::to_string(shares.asked), std::to_string(shares.all())}), Tone::warning};
}

Cell standing_cell(const CoveredItem& item) {
  if (item.excluded) return {"✔ " + tr("excluded"), Tone::neutral};
  if (item.demonstrated) return {"● " + tr("demonstrated"), Tone::good};
  return item.answered ? Cell{"◑ " + tr("answered"), Tone::neutral} : Cell{"○ " + tr("still asked"), Tone::warning};
}

std::string covering_items(const CoveredItem& item) {
  std::vector<std::string> names;
  for (const auto& [from, covered] : item.by)
    for (const auto& pair : covered->pairs)
      if (std::ranges::find(names, pair.item) == names.end()) names.push_back(pair.item);
  return joined(names, ", ");
}

std::string standing_words(const ItemStanding& standing) {
  if (standing.excluded) return tr("excluded");
  if (!standing.answered) return tr("not answered");
  return standing.evidence.empty() ? tr("answered, without a document in force") : tr("answered, with {1}", {joined(standing.evidence, ", ")});
}

Cell pair_sentence(const KnownRegime& from, const CoveringPair& pair) {
  const auto* item = from.checklist.find_item(pair.item);
  auto words = strength_words(pair.strength) + " – " + pair.item + (item ? " " + item->title.in_current_language() : "") + " (" + from.id() +
               "): " + standing_words(pair.standing);
  if (!pair.through_item.empty()) words += "; " + tr("by way of {1} ({2})", {pair.through_item, pair.through_framework});
  if (pair.confidence != Confidence::high) words += "; ⚠ " + sentence_of(pair.confidence);
  if (!pair.note.empty()) words += "\n   " + pair.note;
  return {words, pair.standing.answered ? Tone::neutral : Tone::warning};
}

Cell remainder(const CoveredItem& item) {
  if (item.excluded) return {"✔ " + tr("The item is excluded, with its justification."), Tone::good};
  if (item.answered)
    return {item.demonstrated ? "● " + tr("Nothing remains: it is answered and demonstrated.")
                              : "◑ " + tr("It is answered; what remains is a document in force that demonstrates it."),
            item.demonstrated ? Tone::good : Tone::warning};
  switch (item.state) {
    case CoverageState::whole: return {"⚠ " + tr("What it is covered by is not answered yet: answer that, and this is answered too."), Tone::warning};
    case CoverageState::part: return {"⚠ " + tr("It is covered in part: it needs an answer of its own for what is left open."), Tone::warning};
    case CoverageState::none: break;
  }
  return {"○ " + tr("Nothing that you hold covers it: it needs an answer of its own."), Tone::bad};
}

} // namespace

RegimeCoverage regime_coverage(const RegimesMap& map, std::string_view to) {
  RegimeCoverage coverage{map.regime(to), {}};
  if (!coverage.to) return coverage;
  for (const auto* from : map.followed())
    if (from != coverage.to) coverage.columns.push_back({from, coverage_of(from->checklist, coverage.to->checklist, map.pairs, map.standings)});
  return coverage;
}

CoveredItem covered_item(const RegimeCoverage& coverage, std::size_t place, std::optional<std::size_t> column) {
  CoveredItem found{&coverage.to->checklist.items.at(place), CoverageState::none, false, false, false, {}};
  for (std::size_t i = 0; i < coverage.columns.size(); ++i) {
    if (column && *column != i) continue;
    const auto& one = coverage.columns[i].coverage.items.at(place);
    found.state = std::min(found.state, one.state); // whole, part, none
    found.answered = found.answered || one.answered;
    found.demonstrated = found.demonstrated || one.demonstrated;
    found.excluded = found.excluded || one.own.excluded;
    if (!one.pairs.empty()) found.by.emplace_back(coverage.columns[i].from, &one);
  }
  return found;
}

ListRows coverage_rows(const RegimeCoverage& coverage) {
  std::vector<SheetColumn> columns{{tr("Theme")}};
  for (const auto& column : coverage.columns) columns.push_back({column.from->id()});
  columns.push_back({tr("Still asked")});
  std::vector<ListRow> rows;
  const auto add = [&](const std::string& key, const std::string& title) {
    ListRow row{key, {{title}}};
    for (std::size_t i = 0; i < coverage.columns.size(); ++i) row.cells.push_back(shares_cell(shares_of(coverage, key, i)));
    row.cells.push_back(asked_cell(shares_of(coverage, key, std::nullopt)));
    rows.push_back(std::move(row));
  };
  if (coverage.to && !coverage.columns.empty()) {
    add(std::string{all_themes}, tr("All themes"));
    for (const auto& obligation : coverage.to->checklist.obligations) add(obligation.id, obligation.title.in_current_language());
  }
  return rows_at_hand(std::move(columns), std::move(rows));
}

ListRows covered_item_rows(const RegimeCoverage& coverage, std::string_view theme, std::optional<std::size_t> column, std::string_view words) {
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  const auto count = coverage.to && !coverage.columns.empty() ? coverage.to->checklist.items.size() : 0;
  for (std::size_t place = 0; place < count; ++place) {
    const auto item = covered_item(coverage, place, column);
    if (!of_theme(*item.item, theme)) continue;
    ListRow row{item.item->id,
                {{item.item->id}, {item.item->title.in_current_language()}, coverage_cell(item.state), standing_cell(item), {covering_items(item)}}};
    const std::string texts[] = {row.cells[0].text, row.cells[1].text, row.cells[4].text};
    if (sought.are_in(texts)) rows.push_back(std::move(row));
  }
  return rows_at_hand({{tr("Item")}, {tr("Title")}, {tr("Covered")}, {tr("State")}, {tr("By")}}, std::move(rows));
}

std::vector<Cell> covered_item_sentences(const RegimeCoverage& coverage, std::string_view id, std::optional<std::size_t> column) {
  const auto* item = coverage.to && !coverage.columns.empty() ? coverage.to->checklist.find_item(id) : nullptr;
  if (!item) return {};
  const auto covered = covered_item(coverage, static_cast<std::size_t>(item - coverage.to->checklist.items.data()), column);
  std::vector<Cell> lines{{item->id + " – " + item->title.in_current_language()}, remainder(covered), {item->wording.in_current_language()}};
  for (const auto& evidence : item->evidence) lines.push_back({tr("Expected document: {1}", {evidence.label.in_current_language()})});
  for (const auto& [from, by] : covered.by)
    for (const auto& pair : by->pairs) lines.push_back(pair_sentence(*from, pair));
  return lines;
}

Cell coverage_sentence(const RegimeCoverage& coverage) {
  if (!coverage.to) return {tr("Choose the framework to look at."), Tone::faint};
  if (coverage.columns.empty())
    return {tr("No other framework is followed: follow one on the tab “Frameworks”, and this shows what it covers of {1}.", {coverage.to->title()}),
            Tone::faint};
  const auto shares = shares_of(coverage, all_themes, std::nullopt);
  return {tr("Of {1} items of {2}, what you follow covers {3} whole and {4} in part; {5} are still asked.",
             {std::to_string(shares.all()), coverage.to->id(), std::to_string(shares.whole), std::to_string(shares.part), std::to_string(shares.asked)}),
          shares.asked == 0 ? Tone::good : Tone::neutral};
}

Cell coverage_cell(CoverageState state) {
  switch (state) {
    case CoverageState::whole: return {"● " + tr("whole"), Tone::good};
    case CoverageState::part: return {"◑ " + tr("in part"), Tone::warning};
    case CoverageState::none: return {"○ " + tr("not covered"), Tone::bad};
  }
  return {};
}

std::string framework_to_answer(const KnownRegime& regime) {
  if (regime.use != RegimeUse::not_followed) return "framework:" + regime.id();
  throw Problem{ProblemKind::refused, regime.id(), tr("{1} is not followed: its items are not answered yet.", {regime.title()}),
                tr("Follow it on the tab “Frameworks” first; nothing was changed.")};
}

std::string item_to_answer(const KnownRegime& regime, const std::string& item) {
  framework_to_answer(regime);
  return item;
}

} // namespace hdskit::gui
