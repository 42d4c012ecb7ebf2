#pragma once

#include "toolkit/organisation/demonstration_state.hpp"
#include "toolkit/organisation/organisation.hpp"

namespace hdskit {

using AnswerId = Id<struct AnswerTag>;

/// Whether an item concerns the hospital at all: what a statement of applicability says of each control.
enum class Applicability { applicable, excluded };
std::span<const Choice> choices_of(Applicability);

/// What the hospital says about one item of the checklist. The evidence that supports it names the item itself
/// (Evidence::requirements), so that the link has one home.
struct Answer {
  AnswerId id;
  std::string item; ///< Item::id
  DemonstrationState state = DemonstrationState::absent;
  std::string statement; ///< the text that goes into the dossier: paragraphs between blank lines, "- " lists, [CODE] citations of evidence
  std::string owner;     ///< who keeps it true
  std::optional<Date> due;
  Applicability applicability = Applicability::applicable; ///< excluded: `statement` is the justification
  static const RecordType<Answer>& type();
};

} // namespace hdskit
