#pragma once

#include "gui/presenter/rows.hpp"
#include "gui/presenter/standing.hpp"
#include "toolkit/base/field.hpp"
#include "toolkit/dossier/dossier_index.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hdskit::gui {

enum class RequirementGrouping { obligations, forms };
enum class RequirementFilter { all, to_do, unanswered, not_demonstrated, expired, mine };
std::span<const Choice> choices_of(RequirementGrouping);
std::span<const Choice> choices_of(RequirementFilter);

/// What a person asks to see of the checklist.
struct RequirementQuery {
  RequirementGrouping grouping = RequirementGrouping::obligations;
  RequirementFilter filter = RequirementFilter::all;
  std::string words;  ///< all of them must occur, letter case and accents aside
  std::string person; ///< who “mine” is
};

/// An item with all that is known about it. Points into a Standing.
struct Requirement {
  const Item* item = nullptr;
  const Article* article = nullptr; ///< nullptr: the checklist names one that it does not hold
  const Answer* answer = nullptr;   ///< nullptr: unanswered
  const std::vector<const Evidence*>* documents = nullptr;
  std::vector<const Gap*> gaps; ///< of the item, then of the documents linked to it
  bool expired = false;         ///< one of its documents is

  std::string label() const; ///< "R. 1111-14 2° a)"
  std::string title() const; ///< in the current language
  DemonstrationState state() const { return answer ? answer->state : DemonstrationState::absent; }
  bool excluded() const { return answer && answer->applicability == Applicability::excluded; }
  bool answered() const; ///< there is a text for the dossier
};

/// The checklist as the page “Requirements” shows it, at one revision of the workspace. Every lookup is by index: 10,000 items stay quick.
class Requirements {
public:
  explicit Requirements(std::shared_ptr<const Standing> standing);

  /// Groups bear keys with a colon in them, items their id. A group that holds nothing to show is left out.
  TreeRows rows(const RequirementQuery& query) const;

  const Requirement* find(std::string_view item) const; ///< by id; nullptr when the checklist does not hold it
  /// As undo and questions name it: the label, with the framework where it is not the main checklist, because two of them may quote one article.
  std::string name_of(const Requirement& requirement) const;
  const Standing& standing() const { return *standing_; }
  std::shared_ptr<const Standing> shared_standing() const { return standing_; }
  bool empty() const { return requirements_.empty(); }

private:
  struct Group;
  std::vector<Group> groups_by_obligation() const;
  std::vector<Group> groups_by_form() const;
  std::vector<bool> wanted(const RequirementQuery& query) const;
  const std::string& sought_text(std::size_t place) const;

  std::shared_ptr<const Standing> standing_;
  DossierIndex index_;
  std::vector<Requirement> requirements_; ///< in the order of the checklist
  std::unordered_map<std::string_view, std::size_t> places_;
  mutable std::vector<std::string> sought_texts_; ///< folded; made when something is sought first
};

/// What the page shows when another framework takes the place of the one that was shown: the item that was open there last, as long as there is one of that id,
/// else the first that the rows show, else the first of all; "" when there is none.
std::string item_to_open(const Requirements& requirements, const TreeRows& rows, const std::string& last);

Cell state_cell(const Requirement& requirement); ///< “◑ written”, “✔ excluded”
std::string symbol_of(DemonstrationState state); ///< "◑"
std::string word_of(DemonstrationState state);   ///< "written"
Tone tone_of(DemonstrationState state);

bool is_item_key(std::string_view key); ///< of a node: an item rather than a group
/// The item `step` rows further on in the tree, groups left out; "" at the end. From nothing: the first or the last.
std::string neighbour_of(const TreeRows& rows, std::string_view item, int step);

/// Whether the workspace has adopted a checklist.
bool follows_checklist(const Workspace& workspace);
/// The checklists that come with the program, by id, with their titles.
struct ShippedChecklist {
  std::string id, title;
};
std::vector<ShippedChecklist> checklists_to_adopt();

} // namespace hdskit::gui
