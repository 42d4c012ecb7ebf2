#pragma once

#include "gui/presenter/rows.hpp"
#include "gui/presenter/standing.hpp"
#include "toolkit/dossier/template_filler.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

/// Where one mends what a line of the plan is about.
struct PlanGoal {
  std::string page;    ///< "requirements"; "" when there is nothing to go to
  std::string subject; ///< as Desk::go_to takes it
  bool operator==(const PlanGoal&) const = default;
};

/// A line of the plan of the file: a chapter, a section of a form, an item, an annex, or something else that is lacking.
struct PlanNode {
  std::string key; ///< "chapter:p1-candidat", "section:P1.1", "item:R1111-9-2", "annex:PSSI", "gap:7"
  std::size_t parent = TreeNode::none;
  std::string title;             ///< in the person's language
  std::string heading;           ///< what its heading says in the printed file, in French; "" when it has none
  Cell state;                    ///< symbol and word; "" where there is no state
  std::vector<std::string> gaps; ///< what it lacks itself
  int gaps_in_all = 0;           ///< with what lies under it
  PlanGoal goal;
};

/// The file as it will be printed, from front to back, and what it lacks where it lacks it. Every gap stands at one line.
struct DossierPlan {
  std::vector<PlanNode> nodes; ///< a parent before its children
  int gaps = 0;

  const PlanNode* find(std::string_view key) const;
};

/// `templates`: those of the workspace, for the titles of the chapters.
DossierPlan plan_dossier(const Standing& standing, const TemplateSource& templates);

/// The plan as a tree; `only_gaps` leaves out what lacks nothing.
TreeRows plan_rows(const DossierPlan& plan, bool only_gaps);

/// “9 gaps: the dossier will be a draft.” or “Complete: it can be filed.”
Cell plan_sentence(int gaps);

/// All that a line says, for the space below the tree where nothing is cut.
std::string plan_details(const PlanNode& node);

/// The key of the line that another page means by `subject`: an item, the code of a document, a key; "" when there is none.
std::string plan_key(const DossierPlan& plan, std::string_view subject);

/// A line of the outline of a PDF.
struct OutlinePlace {
  std::string title;
  int page = 0; ///< from 0
};
/// The page on which a line of the plan begins: where its heading stands in the outline, else where the line that it lies under begins.
std::optional<int> page_of(const DossierPlan& plan, std::string_view key, const std::vector<OutlinePlace>& outline);

} // namespace hdskit::gui
