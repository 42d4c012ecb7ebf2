#pragma once

#include "gui/presenter/requirements.hpp"

#include <string>
#include <vector>

namespace hdskit::gui {

/// What stands beside the tree about one item, but the answer that is being typed (AnswerForm).
struct ItemSheet {
  std::string id, label;
  std::string heading;    ///< "R. 1111-14 2° a) – Title"
  std::string terms;      ///< version of the article, mandatory or not, to be shown or not
  Cell caution;           ///< how sure we are of what is asked; "" when sure
  std::string wording;    ///< our summary of what is asked
  bool choosable = false; ///< the hospital may exclude it; so is one that it excluded all the same, to be put right
  std::vector<Cell> gaps;
  std::vector<Cell> expected; ///< how many are linked, then one line per document that is expected; empty when none is
  ListRows documents;         ///< linked ones; keys are codes
};

ItemSheet sheet_of(const Requirements& requirements, const Requirement& requirement);

/// Documents as one chooses among them: to cite one, or to link it. `words` as in a search; `but_linked_to`: those of this item are left out.
ListRows documents_to_choose(const Requirements& requirements, std::string_view words, std::string_view but_linked_to = {});

} // namespace hdskit::gui
