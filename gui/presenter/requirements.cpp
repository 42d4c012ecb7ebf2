#include "gui/presenter/requirements.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/workspace/settings.hpp"

#include <algorithm>
#include <array>

namespace hdskit::gui {
namespace {

using GapsBySubject = std::unordered_map<std::string_view, std::vector<const Gap*>>;

bool is_of_document(GapKind kind) { return kind == GapKind::evidence_expired || kind == GapKind::annex_absent; }

void collect_gaps(Requirement& requirement, const GapsBySubject& gaps) {
  if (const auto own = gaps.find(requirement.item->id); own != gaps.end()) requirement.gaps = own->second;
  for (const auto* document : *requirement.documents) {
    const auto found = document->code == requirement.item->id ? gaps.end() : gaps.find(document->code);
    if (found == gaps.end()) continue;
    for (const auto* gap : found->second)
      if (is_of_document(gap->kind)) requirement.gaps.push_back(gap);
  }
}

} // namespace

std::span<const Choice> choices_of(RequirementGrouping) {
  static constexpr Choice choices[] = {{"obligations", marked("By obligation and article")}, {"forms", marked("By form and section")}};
  return choices;
}

std::span<const Choice> choices_of(RequirementFilter) {
  static constexpr Choice choices[] = {{"all", marked("All items")},
                                       {"to_do", marked("To do: items with gaps")},
                                       {"unanswered", marked("Unanswered")},
                                       {"not_demonstrated", marked("Not demonstrated")},
                                       {"expired", marked("Expired evidence")},
                                       {"mine", marked("Mine: I am the owner")}};
  return choices;
}

std::string Requirement::label() const { return (article ? article->label : item->article) + " " + item->number; }
std::string Requirement::title() const { return item->title.in_current_language(); }
bool Requirement::answered() const { return answer && !trimmed(answer->statement).empty(); }

Requirements::Requirements(std::shared_ptr<const Standing> standing) : standing_{std::move(standing)}, index_{standing_->input} {
  GapsBySubject gaps;
  for (const auto& gap : standing_->gaps) gaps[gap.item].push_back(&gap);
  for (const auto& item : standing_->input.checklist.items) {
    Requirement requirement{&item, index_.article(item.article), index_.answer_to(item.id), &index_.evidence_for(item.id), {}, false};
    collect_gaps(requirement, gaps);
    const auto expired = [&](const Evidence* document) { return document->valid_until && *document->valid_until < standing_->day; };
    requirement.expired = std::ranges::any_of(*requirement.documents, expired);
    places_.emplace(item.id, requirements_.size());
    requirements_.push_back(std::move(requirement));
  }
}

const Requirement* Requirements::find(std::string_view item) const {
  const auto found = places_.find(item);
  return found == places_.end() ? nullptr : &requirements_[found->second];
}

std::string Requirements::name_of(const Requirement& requirement) const {
  const auto framework = standing_->frameworks.ordered();
  return framework.empty() ? requirement.label() : tr("{1} ({2})", {requirement.label(), framework});
}

const std::string& Requirements::sought_text(std::size_t place) const {
  if (sought_texts_.empty())
    for (const auto& each : requirements_) {
      auto text = each.label() + '\n' + each.item->id + '\n' + each.title() + '\n' + each.item->wording.in_current_language();
      if (each.article) text += '\n' + each.article->title.in_current_language();
      if (each.answer) text += '\n' + each.answer->statement + '\n' + each.answer->owner;
      for (const auto* document : *each.documents) text += '\n' + document->code;
      sought_texts_.push_back(folded(text));
    }
  return sought_texts_[place];
}

namespace {

std::vector<std::string> sought_words(std::string_view words) {
  std::vector<std::string> found;
  for (auto& word : split(replaced(folded(words), "\t", " "), ' '))
    if (!word.empty()) found.push_back(std::move(word));
  return found;
}

bool holds_all(std::string_view text, const std::vector<std::string>& words) {
  return std::ranges::all_of(words, [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

bool passes(const Requirement& requirement, const RequirementQuery& query, const std::vector<std::string>& person) {
  switch (query.filter) {
    case RequirementFilter::all: return true;
    case RequirementFilter::to_do: return !requirement.gaps.empty();
    case RequirementFilter::unanswered: return !requirement.answered();
    case RequirementFilter::not_demonstrated: return requirement.state() != DemonstrationState::demonstrated && !requirement.excluded();
    case RequirementFilter::expired: return requirement.expired;
    case RequirementFilter::mine: return requirement.answer && !person.empty() && holds_all(folded(requirement.answer->owner), person);
  }
  return true;
}

} // namespace

std::vector<bool> Requirements::wanted(const RequirementQuery& query) const {
  const auto words = sought_words(query.words), person = sought_words(query.person);
  std::vector<bool> marks(requirements_.size());
  for (std::size_t i = 0; i < marks.size(); ++i) marks[i] = passes(requirements_[i], query, person) && (words.empty() || holds_all(sought_text(i), words));
  return marks;
}

/// A branch of the tree before anything is filtered: with sub-groups or with items, never with both.
struct Requirements::Group {
  std::string key, title;
  std::vector<Group> groups;
  std::vector<std::size_t> items; ///< places in requirements_
};

std::vector<Requirements::Group> Requirements::groups_by_obligation() const {
  const auto& checklist = standing_->input.checklist;
  std::vector<Group> groups;
  std::unordered_map<std::string_view, std::size_t> of_obligation;
  for (const auto& obligation : checklist.obligations) {
    of_obligation.emplace(obligation.id, groups.size());
    groups.push_back({"obligation:" + obligation.id, obligation.title.in_current_language(), {}, {}});
  }
  std::unordered_map<std::string, std::size_t> of_article; // within its obligation
  for (std::size_t i = 0; i < requirements_.size(); ++i) {
    const auto& [item, article, answer, documents, gaps, expired] = requirements_[i];
    if (of_obligation.try_emplace(item->obligation, groups.size()).second) groups.push_back({"obligation:" + item->obligation, item->obligation, {}, {}});
    auto& group = groups[of_obligation.at(item->obligation)];
    const auto key = "article:" + item->obligation + "/" + item->article;
    if (of_article.try_emplace(key, group.groups.size()).second)
      group.groups.push_back({key, article ? article->label + " – " + article->title.in_current_language() : item->article, {}, {}});
    group.groups[of_article.at(key)].items.push_back(i);
  }
  return groups;
}

std::vector<Requirements::Group> Requirements::groups_by_form() const {
  const auto& checklist = standing_->input.checklist;
  std::vector<Group> groups;
  std::vector<bool> placed(requirements_.size());
  for (const auto& form : checklist.forms) {
    auto& group = groups.emplace_back(Group{"form:" + form.id, form.id + " – " + form.title.in_current_language(), {}, {}});
    for (const auto& section : form.sections) {
      auto& part = group.groups.emplace_back(Group{"section:" + form.id + "/" + section.id, section.id + " – " + section.title.in_current_language(), {}, {}});
      for (const auto& id : section.items)
        if (const auto found = places_.find(id); found != places_.end() && !placed[found->second]) {
          placed[found->second] = true;
          part.items.push_back(found->second);
        }
    }
  }
  Group rest{"form:", tr("In no form"), {}, {}};
  for (std::size_t i = 0; i < placed.size(); ++i)
    if (!placed[i]) rest.items.push_back(i);
  if (!rest.items.empty()) groups.push_back(std::move(rest));
  return groups;
}

namespace {

/// What a group tells of all its items, whatever is shown of them.
struct Tally {
  std::size_t items = 0, answered = 0, gaps = 0, shown = 0;
  Tally& operator+=(const Tally& other) {
    items += other.items;
    answered += other.answered;
    gaps += other.gaps;
    shown += other.shown;
    return *this;
  }
};

Cell gap_cell(std::size_t gaps) { return gaps == 0 ? Cell{} : Cell{"⚠ " + std::to_string(gaps), Tone::warning}; }

std::vector<Cell> group_cells(const std::string& title, const Tally& tally) {
  const auto tone = tally.answered == tally.items ? Tone::good : Tone::neutral;
  return {{title}, {tr("{1}/{2} answered", {std::to_string(tally.answered), std::to_string(tally.items)}), tone}, gap_cell(tally.gaps), {}, {}, {}};
}

std::vector<Cell> item_cells(const Requirement& requirement, RequirementGrouping grouping) {
  const auto number = grouping == RequirementGrouping::obligations ? requirement.item->number : requirement.label();
  const auto documents = requirement.documents->size();
  return {{number + " " + requirement.title()},
          state_cell(requirement),
          gap_cell(requirement.gaps.size()),
          {documents == 0 ? "" : std::to_string(documents)},
          {requirement.answer ? requirement.answer->owner : ""},
          {requirement.answer ? to_field_text(requirement.answer->due) : ""}};
}

/// Turns groups into nodes; a group that shows nothing leaves none.
class TreeMaker {
public:
  TreeMaker(const std::vector<Requirement>& requirements, const std::vector<bool>& wanted, RequirementGrouping grouping)
      : requirements_{requirements}, wanted_{wanted}, grouping_{grouping} {}

  template <typename Group> Tally add(const Group& group, std::size_t parent) {
    const auto place = nodes.size();
    nodes.push_back({group.key, parent, {}});
    Tally tally;
    for (const auto& part : group.groups) tally += add(part, place);
    for (const auto i : group.items) {
      tally += {1, requirements_[i].answered() ? 1u : 0u, requirements_[i].gaps.size(), wanted_[i] ? 1u : 0u};
      if (wanted_[i]) nodes.push_back({requirements_[i].item->id, place, item_cells(requirements_[i], grouping_)});
    }
    if (tally.shown == 0) nodes.resize(place);
    else nodes[place].cells = group_cells(group.title, tally);
    return tally;
  }

  std::vector<TreeNode> nodes;

private:
  const std::vector<Requirement>& requirements_;
  const std::vector<bool>& wanted_;
  RequirementGrouping grouping_;
};

} // namespace

TreeRows Requirements::rows(const RequirementQuery& query) const {
  const auto marks = wanted(query);
  TreeMaker maker{requirements_, marks, query.grouping};
  for (const auto& group : query.grouping == RequirementGrouping::obligations ? groups_by_obligation() : groups_by_form()) maker.add(group, TreeNode::none);
  return {{{tr("Item")}, {tr("State")}, {tr("Missing")}, {tr("Documents"), CellKind::number}, {tr("Owner")}, {tr("Due"), CellKind::date}},
          std::move(maker.nodes)};
}

std::string item_to_open(const Requirements& requirements, const TreeRows& rows, const std::string& last) {
  if (requirements.find(last)) return last;
  if (auto first = neighbour_of(rows, "", 1); !first.empty()) return first;
  const auto& items = requirements.standing().input.checklist.items;
  return items.empty() ? "" : items.front().id;
}

Cell state_cell(const Requirement& requirement) {
  if (requirement.excluded()) return {"✔ " + tr("excluded"), Tone::neutral};
  const auto state = requirement.state();
  return {symbol_of(state) + " " + word_of(state), tone_of(state)};
}

std::string symbol_of(DemonstrationState state) {
  static constexpr std::array<const char*, 4> symbols = {"○", "◔", "◑", "●"};
  return symbols[static_cast<std::size_t>(state)];
}

std::string word_of(DemonstrationState state) { return tr(choices_of(state)[static_cast<std::size_t>(state)].label); }

Tone tone_of(DemonstrationState state) {
  static constexpr std::array<Tone, 4> tones = {Tone::faint, Tone::warning, Tone::neutral, Tone::good};
  return tones[static_cast<std::size_t>(state)];
}

bool is_item_key(std::string_view key) { return !key.empty() && key.find(':') == std::string_view::npos; }

std::string neighbour_of(const TreeRows& rows, std::string_view item, int step) {
  std::vector<std::string_view> items;
  std::ptrdiff_t at = -1;
  for (const auto& node : rows.nodes) {
    if (!is_item_key(node.key)) continue;
    if (node.key == item) at = std::ssize(items);
    items.push_back(node.key);
  }
  const auto wanted = at >= 0 ? at + step : step > 0 ? 0 : std::ssize(items) - 1;
  return wanted >= 0 && wanted < std::ssize(items) ? std::string{items[static_cast<std::size_t>(wanted)]} : "";
}

bool follows_checklist(const Workspace& workspace) {
  const std::string name = "checklist"; // reading its text to know that it is there would take long
  const auto names = setting_names(workspace, name);
  return std::ranges::find(names, name) != names.end();
}

std::vector<ShippedChecklist> checklists_to_adopt() {
  std::vector<ShippedChecklist> checklists;
  for (const auto& id : shipped_checklist_ids()) checklists.push_back({id, checklist_of(shipped_checklist(id), id).title.in_current_language()});
  return checklists;
}

} // namespace hdskit::gui
