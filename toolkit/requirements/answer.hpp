#pragma once

#include "toolkit/organisation/demonstration_state.hpp"
#include "toolkit/organisation/organisation.hpp"

namespace hdskit {

using AnswerId = Id<struct AnswerTag>;

/// What the hospital says about one item of the checklist. The evidence that supports it names the item itself
/// (Evidence::requirements), so that the link has one home.
struct Answer {
  AnswerId id;
  std::string item; ///< Item::id
  DemonstrationState state = DemonstrationState::absent;
  std::string statement; ///< the text that goes into the dossier: paragraphs between blank lines, "- " lists, [CODE] citations of evidence
  std::string owner;     ///< who keeps it true
  std::optional<Date> due;
  static const RecordType<Answer>& type();
};

} // namespace hdskit
