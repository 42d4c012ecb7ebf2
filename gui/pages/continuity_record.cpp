#include "gui/pages/continuity_record.hpp"

#include "gui/presenter/continuity_promises.hpp"
#include "gui/presenter/continuity_records.hpp"
#include "toolkit/organisation/record_key.hpp"

namespace hdskit::gui::pages {

ContinuityRecord::ContinuityRecord(wxWindow* parent, const Desk& desk) : RecordPane{parent, desk, continuity_ways()}, desk_{desk} {
  on_typed = [this] {
    if (map_ && !row_key().empty()) say(findings_in_words(*map_, kind(), reference()));
    else say({});
  };
}

void ContinuityRecord::follow_continuity(std::shared_ptr<const ContinuityMap> map) {
  map_ = std::move(map);
  if (edited()) follow(edited()->kind());
  else edit_nothing();
}

void ContinuityRecord::open(const std::string& row_key) {
  if (const auto meant = row_record(row_key)) edit(continuity_page_kind(meant->kind), meant->id);
}

void ContinuityRecord::add(std::string_view kind, Assignments proposed) {
  if (!settle()) return;
  const auto& meant = continuity_page_kind(kind);
  edit_new(meant, proposed_in_continuity(desk_.session.workspace(), meant, std::move(proposed)));
  focus();
}

std::string_view ContinuityRecord::kind() const { return edited() ? edited()->kind().word : std::string_view{}; }
std::string ContinuityRecord::row_key() const { return edited() && edited()->id() ? record_row_key(kind(), *edited()->id()) : ""; }
std::string ContinuityRecord::reference() const { return edited() && edited()->id() ? record_key(edited()->kind(), edited()->form().started()) : ""; }

} // namespace hdskit::gui::pages
