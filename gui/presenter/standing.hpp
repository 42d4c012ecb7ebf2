#pragma once

#include "toolkit/dossier/completeness.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hdskit::gui {

/// What the hospital answers: its main checklist, or a framework that it follows beside it.
struct AnsweredFramework {
  std::string id, title; ///< title in the current language
  bool main = false;     ///< the checklist that the dossier is built from unless another one is asked for
  bool operator==(const AnsweredFramework&) const = default;
};
/// “hds-v2 – Référentiel HDS”, to choose among several; the main checklist says so.
std::string label_of(const AnsweredFramework& framework);

/// An item of any of them, by which other pages name it.
struct AnsweredItem {
  std::string id, label, title; ///< "EXI-05", "HDS v2, ch. 5 EXI 05", title in the current language
  std::size_t framework = 0;    ///< place in AnsweredFrameworks::all
};

/// All that is answered: read with a standing, whichever of them it judges.
struct AnsweredFrameworks {
  std::vector<AnsweredFramework> all;                  ///< the main checklist first
  std::size_t chosen = 0;                              ///< whose items the standing judges
  std::unordered_map<std::string, AnsweredItem> items; ///< by id, folded: unique over all of them

  /// How one asks for it: "" for the first one, otherwise its id.
  std::string asked_as(std::size_t place) const { return place == 0 || place >= all.size() ? "" : all[place].id; }
  std::string asked() const { return asked_as(chosen); }
  /// As a DossierOrder names it: "" for the main checklist.
  std::string ordered() const { return all.empty() || all[chosen].main ? "" : all[chosen].id; }
  /// Letter case aside; nullptr: none of them holds it.
  const AnsweredItem* item(std::string_view id) const;
  /// Which one must be asked for to show `subject`: the id of an item, "form:P1" or "obligation:access" of the first one, "framework:hds-v2".
  /// Nothing: it is of none of them.
  std::optional<std::string> asked_for(std::string_view subject) const;
};

/// Where the file stands at one revision of the workspace: read once, in the background, and shared by the pages that show it.
struct Standing {
  DossierInput input;
  std::vector<Gap> gaps;
  CompletenessSummary summary;
  Date day;
  AnsweredFrameworks frameworks = {};
  std::vector<Evidence> others =
      {}; ///< documents of the vault that are no part of this file, because they serve other frameworks or a newer report took their place
};

/// `framework`: id of one that is answered; "", and one that is not followed any more: the main checklist, or the first that is followed where there is none.
/// Throws Problem (not_found: the workspace answers nothing yet).
std::shared_ptr<const Standing> read_standing(const Workspace& workspace, Date day, std::string_view framework = {});

/// Whether there is anything to answer. Reads no checklist.
bool answers_frameworks(const Workspace& workspace);

} // namespace hdskit::gui
