#include "gui/presenter/risks_workshops.hpp"

#include "gui/presenter/risks_records.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/lint.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr std::size_t references_named = 4, sentences_shown = 4;

struct KindWords {
  std::string_view kind;
  const char *plural, *purpose; ///< marked messages
};
constexpr KindWords kind_words[] = {
    {"risk_study", marked("Frame of the study"), marked("What is studied, with whom, who accepts what remains, and when each cycle is gone through again.")},
    {"mission", marked("Missions"), marked("What the hospital is there for, as far as its information system serves it.")},
    {"business_value", marked("Business values"), marked("The information and processes that the missions cannot do without.")},
    {"supporting_asset", marked("Supporting assets"), marked("What the business values rest on: machines, software, networks, premises, people, providers.")},
    {"feared_event", marked("Feared events"), marked("The harm to each business value that is to be seen never, and how grave it would be.")},
    {"baseline_item", marked("Security baseline"), marked("Which rules are followed already, and why others are not.")},
    {"source_objective", marked("Risk sources and objectives"), marked("Who could want what; the pairs that matter are retained.")},
    {"stakeholder", marked("Stakeholders"), marked("Who is close enough to be a way in: providers, partners, clients, and how far they can be relied on.")},
    {"strategic_scenario", marked("Strategic scenarios"), marked("How a source could reach its objective through the ecosystem.")},
    {"attack_path", marked("Attack paths"), marked("The ways of each strategic scenario, over stakeholders and intermediate events.")},
    {"operational_scenario", marked("Operational scenarios"), marked("How each attack path would be carried out, and how likely that is.")},
    {"elementary_action", marked("Elementary actions"), marked("The steps of an operational scenario, on supporting assets: know, enter, find, exploit.")},
    {"risk", marked("Risks"), marked("What is judged on the matrix, what is decided about it, and what remains.")},
    {"measure", marked("Measures"), marked("What lowers the risks: who sees to it, until when, and how far it has come.")},
};

const KindWords& words_of(std::string_view kind) { return *std::ranges::find(kind_words, kind, &KindWords::kind); }

/// “A feared event has no gravity: ER3, ER5 and 4 more”
struct Missing {
  std::string_view kind;
  const LintRule* rule = nullptr;
  std::vector<std::string> references;
};

std::vector<Missing> missing_in(const RiskMap& map, std::string_view kind) {
  std::vector<Missing> all;
  for (const auto& finding : map.findings) {
    const auto subject = subject_of(finding);
    if (subject.kind != kind) continue;
    const auto rules = lint_rules();
    const auto rule = std::ranges::find(rules, finding.rule, &LintRule::id);
    if (rule == rules.end()) continue;
    if (all.empty() || all.back().rule != &*rule) all.push_back({kind, &*rule, {}}); // findings come in the order of the rules
    auto& references = all.back().references;                                        // and within a rule in that of the records
    if (references.empty() || references.back() != subject.reference) references.push_back(subject.reference);
  }
  return all;
}

std::string sentence_of(const Missing& missing) {
  const auto named = std::min(references_named, missing.references.size());
  const auto list = joined(std::vector<std::string>(missing.references.begin(), missing.references.begin() + static_cast<std::ptrdiff_t>(named)), ", ");
  const auto rest = static_cast<std::int64_t>(missing.references.size() - named);
  const auto what = tr(missing.rule->sentence);
  return tr("{1}: {2}", {what, rest == 0 ? list : list + " " + trn("and {1} more", "and {1} more", rest)});
}

std::size_t findings_in(const RiskMap& map, std::string_view kind) {
  std::size_t count = 0;
  for (const auto& missing : missing_in(map, kind)) count += missing.references.size();
  return count;
}

Cell state_cell(std::size_t records, std::size_t findings) {
  if (findings > 0) return {"⚠ " + trn("{1} to settle", "{1} to settle", static_cast<std::int64_t>(findings)), Tone::warning};
  if (records == 0) return {"○ " + tr("nothing yet"), Tone::faint};
  return {"✔ " + tr("in order"), Tone::good};
}

Cell number_cell(std::size_t count) { return {std::to_string(count), count == 0 ? Tone::faint : Tone::neutral}; }

/// The kinds of which there is nothing yet in one sentence, then the findings.
std::vector<Cell> missing_sentences(const RiskMap& map, std::span<const std::string_view> kinds) {
  std::vector<Cell> sentences;
  std::vector<std::string> empty;
  for (const auto kind : kinds) {
    const auto all = missing_in(map, kind);
    for (const auto& missing : all) sentences.push_back({"⚠ " + sentence_of(missing), Tone::warning});
    if (all.empty() && count_of(map.study, kind) == 0) empty.push_back(plural_of_study(kind));
  }
  if (!empty.empty()) sentences.insert(sentences.begin(), {"○ " + tr("{1}: nothing is recorded yet.", {joined(empty, ", ")}), Tone::faint});
  return sentences;
}

void shorten(std::vector<Cell>& sentences) {
  if (sentences.size() <= sentences_shown + 1) return;
  const auto rest = static_cast<std::int64_t>(sentences.size() - sentences_shown);
  sentences.resize(sentences_shown);
  sentences.push_back({trn("and {1} more: see the tab “Checks”", "and {1} more: see the tab “Checks”", rest), Tone::warning});
}

} // namespace

std::string plural_of_study(std::string_view kind) { return tr(words_of(kind).plural); }
std::string purpose_of_study(std::string_view kind) { return tr(words_of(kind).purpose); }

std::span<const Workshop> workshops() {
  static const Workshop all[] = {
      {"1",
       marked("1. Framing and baseline"),
       marked("What is studied, what the hospital lives from, what it fears, and which rules it follows already."),
       {"risk_study", "mission", "business_value", "supporting_asset", "feared_event", "baseline_item"}},
      {"2", marked("2. Risk sources"), marked("Who could want what of the hospital, and which of them are worth studying."), {"source_objective"}},
      {"3",
       marked("3. Strategic scenarios"),
       marked("Through whom a source could reach its objective: the ecosystem and the ways through it."),
       {"stakeholder", "strategic_scenario", "attack_path"}},
      {"4",
       marked("4. Operational scenarios"),
       marked("By which actions an attack would be carried out, and how likely that is."),
       {"operational_scenario", "elementary_action"}},
      {"5", marked("5. Treatment"), marked("What is decided about each risk, what is done, and what remains to be accepted."), {"risk", "measure"}},
  };
  return all;
}

const Workshop* workshop(std::string_view key) {
  const auto all = workshops();
  const auto found = std::ranges::find(all, key, &Workshop::key);
  return found == all.end() ? nullptr : &*found;
}

TreeRows workshop_tree(const RiskMap& map) {
  TreeRows tree{{{tr("Workshop")}, {tr("State")}}, {}};
  for (const auto& one : workshops()) {
    const auto parent = tree.nodes.size();
    tree.nodes.push_back({std::string{one.key}, TreeNode::none, {{tr(one.title)}, {}}});
    std::size_t findings = 0, records = 0;
    for (const auto kind : one.kinds) {
      const auto here = count_of(map.study, kind), missing = findings_in(map, kind);
      findings += missing;
      records += here;
      tree.nodes.push_back({std::string{kind}, parent, {{tr("{1} ({2})", {plural_of_study(kind), std::to_string(here)})}, state_cell(here, missing)}});
    }
    tree.nodes[parent].cells[1] = state_cell(records, findings);
  }
  return tree;
}

WorkshopGuide workshop_guide(const RiskMap& map, std::string_view key) {
  WorkshopGuide guide;
  if (const auto* one = workshop(key)) guide = {tr(one->title), tr(one->purpose), missing_sentences(map, one->kinds)};
  else guide = {plural_of_study(key), purpose_of_study(key), missing_sentences(map, {&key, 1})};
  shorten(guide.missing);
  if (guide.missing.empty()) guide.missing.push_back({"✔ " + tr("Nothing is missing here."), Tone::good});
  return guide;
}

ListRows workshop_steps(const RiskMap& map, const Workshop& one) {
  std::vector<ListRow> rows;
  for (const auto kind : one.kinds) {
    const auto count = count_of(map.study, kind);
    rows.push_back({std::string{kind}, {{plural_of_study(kind)}, number_cell(count), state_cell(count, findings_in(map, kind)), {purpose_of_study(kind)}}});
  }
  return rows_at_hand({{tr("Step")}, {tr("Number"), CellKind::number}, {tr("State")}, {tr("What for")}}, std::move(rows));
}

} // namespace hdskit::gui
