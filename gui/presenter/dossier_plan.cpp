#include "gui/presenter/dossier_plan.hpp"

#include "gui/presenter/dashboard.hpp"
#include "gui/presenter/requirements.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/annex_plan.hpp"
#include "toolkit/dossier/chapter_title.hpp"
#include "toolkit/dossier/dossier_index.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace hdskit::gui {
namespace {

constexpr std::string_view annex_chapter = "annexes", first_chapter = "presentation", forms_chapter = "formulaires";

Cell state_of(const DossierIndex& index, const Item& item) {
  const auto* answer = index.answer_to(item.id);
  const auto state = answer ? answer->state : DemonstrationState::absent;
  return {symbol_of(state) + " " + word_of(state), tone_of(state)};
}

Cell annex_state(const PlannedAnnex& annex) {
  return annex.printable ? Cell{tr("✔ printed in the file"), Tone::neutral} : Cell{tr("✉ only in the archive"), Tone::faint};
}

class Planner {
public:
  Planner(const Standing& standing, const TemplateSource& templates)
      : input_{standing.input}, index_{standing.input}, annexes_{plan_annexes(standing.input)}, standing_{standing}, templates_{templates} {
    for (const auto& evidence : input_.evidence) codes_.insert(evidence.code);
    for (const auto& subcontractor : input_.organisation.subcontractors) subcontractors_.insert(subcontractor.name);
    for (const auto& mandate : input_.organisation.mandates)
      if (!mandate.letter.empty()) letters_.insert(mandate.letter);
  }

  DossierPlan plan() {
    sort_gaps();
    const ChapterInput chapters{.facts = input_, .annexes = annexes_, .gaps = standing_.gaps, .day = standing_.day, .version = "", .despite = ""};
    for (const auto* chapter : all_chapters())
      if (!is_present(*chapter, chapters)) move_gaps(chapter->id, first_chapter);
    for (const auto* chapter : all_chapters())
      if (is_present(*chapter, chapters)) add_chapter(*chapter, chapter_title(*chapter, chapters, templates_));
    add_unprinted_items();
    count();
    return std::move(plan_);
  }

private:
  std::size_t add(PlanNode node) {
    plan_.nodes.push_back(std::move(node));
    return plan_.nodes.size() - 1;
  }

  /// Each gap has one place: the item, the document, or the chapter that shows what is missing.
  void sort_gaps() {
    for (const auto& gap : standing_.gaps) {
      const auto& item = gap.item;
      switch (gap.kind) {
        case GapKind::identity_missing: of_chapter_[item == "entity" ? "p1-candidat" : "p3-service"].emplace_back(&gap, PlanGoal{"organisation", item}); break;
        case GapKind::mandate_vacant: of_chapter_["p2-acteurs"].emplace_back(&gap, PlanGoal{"organisation", "mandate"}); break;
        case GapKind::clause_missing: of_chapter_["p4-contrats"].emplace_back(&gap, PlanGoal{"organisation", "contract"}); break;
        case GapKind::chain_broken:
        case GapKind::backup_failing:
        case GapKind::backup_unproven:
        case GapKind::backup_missing: {
          const auto goal = destination_of(gap, input_);
          of_chapter_["sauvegardes"].emplace_back(&gap, PlanGoal{goal.page, goal.subject});
          break;
        }
        case GapKind::endpoint_faulty:
        case GapKind::endpoint_unproven:
        case GapKind::review_overdue:
        case GapKind::withdrawal_late: {
          const auto goal = destination_of(gap, input_);
          of_chapter_["acces"].emplace_back(&gap, PlanGoal{goal.page, goal.subject});
          break;
        }
        default: place_by_subject(gap);
      }
    }
  }

  void place_by_subject(const Gap& gap) {
    if (items_.contains(gap.item)) of_item_[gap.item].push_back(&gap);
    else if (codes_.contains(gap.item)) of_evidence_[gap.item].push_back(&gap);
    else if (gap.kind == GapKind::evidence_expired && subcontractors_.contains(gap.item))
      of_chapter_["p2-acteurs"].emplace_back(&gap, PlanGoal{"organisation", "subcontractor"});
    else if (letters_.contains(gap.item)) of_chapter_["p2-acteurs"].emplace_back(&gap, PlanGoal{"organisation", "mandate"});
    else of_chapter_[std::string{first_chapter}].emplace_back(&gap, PlanGoal{});
  }

  /// The dossier of another framework has no chapter of the agrément that would show them.
  void move_gaps(std::string_view from, std::string_view to) {
    auto& gaps = of_chapter_[std::string{to}];
    const auto moved = std::exchange(of_chapter_[std::string{from}], {});
    gaps.insert(gaps.end(), moved.begin(), moved.end());
  }

  void add_chapter(const Chapter& chapter, const std::string& heading) {
    const auto form = std::ranges::find(input_.checklist.forms, chapter.form, &Form::id);
    const bool presents_form = form != input_.checklist.forms.end();
    const auto title = presents_form ? form->id + " – " + form->title.in_current_language() : heading;
    const auto at = add({.key = "chapter:" + std::string{chapter.id}, .title = title, .heading = heading});
    for (const auto& [gap, goal] : of_chapter_[std::string{chapter.id}]) add_gap(at, *gap, goal);
    if (presents_form)
      for (const auto& section : form->sections) add_section(at, section);
    if (chapter.id == forms_chapter) add_forms(at);
    if (chapter.id == annex_chapter) add_annexes(at);
  }

  /// Those that have no chapter of their own.
  void add_forms(std::size_t parent) {
    for (const auto& form : input_.checklist.forms) {
      if (std::ranges::any_of(all_chapters(), [&](const Chapter* chapter) { return chapter->form == form.id; })) continue;
      const auto at = add({.key = "form:" + form.id,
                           .parent = parent,
                           .title = form.id + " – " + form.title.in_current_language(),
                           .heading = form.id + " – " + form.title.french});
      for (const auto& section : form.sections) add_section(at, section);
    }
  }

  void add_gap(std::size_t parent, const Gap& gap, const PlanGoal& goal) {
    const auto number = std::to_string(&gap - standing_.gaps.data());
    add({.key = "gap:" + number, .parent = parent, .title = gap.sentence, .gaps = {gap.sentence}, .goal = goal});
  }

  void add_section(std::size_t parent, const FormSection& section) {
    const auto at = add({.key = "section:" + section.id,
                         .parent = parent,
                         .title = section.id + " – " + section.title.in_current_language(),
                         .heading = section.id + " – " + section.title.french});
    for (const auto& id : section.items)
      if (const auto item = items_.find(id); item != items_.end()) add_item(at, *item->second);
  }

  void add_item(std::size_t parent, const Item& item) {
    if (!printed_.insert(item.id).second) return;
    const auto* article = index_.article(item.article);
    const auto label = (article ? article->label : item.article) + " " + item.number + " – ";
    PlanNode node{.key = "item:" + item.id,
                  .parent = parent,
                  .title = label + item.title.in_current_language(),
                  .heading = label + item.title.french,
                  .state = state_of(index_, item),
                  .goal = {"requirements", item.id}};
    for (const auto* gap : of_item_[item.id]) node.gaps.push_back(gap->sentence);
    add(std::move(node));
  }

  void add_annexes(std::size_t parent) {
    for (const auto& annex : annexes_) {
      const auto number = std::to_string(annex.number);
      add_evidence(parent, *annex.evidence, tr("Annex {1} – {2} – {3}", {number, annex.evidence->code, annex.evidence->title}),
                   annex.printable ? "Annexe " + number + " – " + annex.evidence->title : "", annex_state(annex));
    }
    std::unordered_set<const Evidence*> planned;
    for (const auto& annex : annexes_) planned.insert(annex.evidence);
    for (const auto& evidence : input_.evidence)
      if (!planned.contains(&evidence)) add_evidence(parent, evidence, evidence.code + " – " + evidence.title, "", {tr("✖ no longer in the vault"), Tone::bad});
  }

  void add_evidence(std::size_t parent, const Evidence& evidence, std::string title, std::string heading, Cell state) {
    PlanNode node{.key = "annex:" + evidence.code,
                  .parent = parent,
                  .title = std::move(title),
                  .heading = std::move(heading),
                  .state = std::move(state),
                  .goal = {"evidence", evidence.code}};
    for (const auto* gap : of_evidence_[evidence.code]) node.gaps.push_back(gap->sentence);
    add(std::move(node));
  }

  /// A checklist of the hospital's own may have items that no chapter shows: their gaps count all the same.
  void add_unprinted_items() {
    std::size_t at = TreeNode::none;
    for (const auto* item : index_.items_in_order()) {
      if (printed_.contains(item->id)) continue;
      if (at == TreeNode::none) at = add({.key = "chapter:", .title = tr("In no chapter of the file")});
      add_item(at, *item);
    }
  }

  void count() {
    for (auto node = plan_.nodes.rbegin(); node != plan_.nodes.rend(); ++node) {
      node->gaps_in_all += static_cast<int>(node->gaps.size());
      if (node->parent != TreeNode::none) plan_.nodes[node->parent].gaps_in_all += node->gaps_in_all;
      else plan_.gaps += node->gaps_in_all;
    }
  }

  const DossierInput& input_;
  const DossierIndex index_;
  const std::vector<PlannedAnnex> annexes_;
  const Standing& standing_;
  const TemplateSource& templates_;
  std::unordered_map<std::string, const Item*> items_ = [this] {
    std::unordered_map<std::string, const Item*> items;
    for (const auto& item : input_.checklist.items) items.emplace(item.id, &item);
    return items;
  }();
  std::unordered_set<std::string> codes_, subcontractors_, letters_, printed_;
  std::unordered_map<std::string, std::vector<const Gap*>> of_item_, of_evidence_;
  std::unordered_map<std::string, std::vector<std::pair<const Gap*, PlanGoal>>> of_chapter_;
  DossierPlan plan_;
};

} // namespace

const PlanNode* DossierPlan::find(std::string_view key) const {
  const auto found = std::ranges::find(nodes, key, &PlanNode::key);
  return found == nodes.end() ? nullptr : &*found;
}

DossierPlan plan_dossier(const Standing& standing, const TemplateSource& templates) { return Planner{standing, templates}.plan(); }

} // namespace hdskit::gui
