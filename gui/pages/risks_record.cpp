#include "gui/pages/risks_record.hpp"

#include "gui/presenter/risks_records.hpp"
#include "toolkit/risk/study_store.hpp"

namespace hdskit::gui::pages {

RisksRecord::RisksRecord(wxWindow* parent, const Desk& desk) : RecordPane{parent, desk, risks_ways()}, desk_{desk} {
  on_typed = [this] {
    if (map_ && edited()) say(computed_in_words(*map_, kind(), edited()->form()));
    else say({});
  };
}

void RisksRecord::follow_study(std::shared_ptr<const RiskMap> map) {
  map_ = std::move(map);
  if (edited()) follow(edited()->kind());
  else edit_nothing();
}

void RisksRecord::open(std::string_view kind, std::string_view reference) {
  const auto& meant = risk_kind(kind);
  edit(meant, record_referenced(desk_.session.workspace(), meant, reference));
}

void RisksRecord::add(std::string_view kind, Assignments proposed) {
  if (!settle()) return;
  const auto& meant = risk_kind(kind);
  proposed.insert(proposed.begin(), {"reference", next_reference(desk_.session.workspace(), meant)});
  edit_new(meant, proposed);
  focus();
}

std::string_view RisksRecord::kind() const { return edited() ? edited()->kind().word : std::string_view{}; }

std::string RisksRecord::reference() const {
  const auto* edit = edited();
  return edit && edit->id() ? edit->form().started().at(edit->kind().index_of("reference")) : "";
}

} // namespace hdskit::gui::pages
