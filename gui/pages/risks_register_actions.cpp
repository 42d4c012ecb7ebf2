#include "gui/pages/pane_parts.hpp"
#include "gui/pages/record_pane.hpp"
#include "gui/pages/risks_catalogue_dialog.hpp"
#include "gui/pages/risks_register_pane.hpp"
#include "gui/pages/risks_scale_dialog.hpp"
#include "gui/pages/table_import_dialog.hpp"
#include "gui/presenter/risks_catalogue.hpp"
#include "gui/presenter/risks_subject.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/risk/study_store.hpp"

#include <wx/button.h>
#include <wx/msgdlg.h>
#include <wx/wrapsizer.h>

// What the buttons above the register do.

namespace hdskit::gui::pages {
namespace {

const RecordKind& kind() { return risk_kind("risk"); }

} // namespace

wxSizer* RisksRegisterPane::new_actions() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto button = [&](const std::string& label, const std::string& tip, auto run) {
    auto* made = add_button(this, *line, desk_, label, run);
    made->SetToolTip(text(tip));
    return made;
  };
  button(tr("&New"), tr("A risk in your own words"), [this] { add(); });
  button(tr("From the &catalogue…"), tr("Scenarios that hospitals know, ready to adopt"), [this] { adopt(); });
  button(tr("&Import…"), tr("A register kept in a spreadsheet: shown before anything is taken"), [this] {
    if (settle()) import_records_from_file(desk_, this, risk_tables(), kind());
  });
  export_ = button(tr("&Export…"), tr("The whole register with the levels that are computed, for a spreadsheet"),
                   [this] { export_records_to_file(desk_, this, risk_tables(), kind()); });
  grow_ =
      button(tr("&Grow into a scenario"), tr("Makes of the chosen risk a strategic and an operational scenario, to be studied in detail"), [this] { grow(); });
  button(tr("Sca&le…"), tr("The scale and the matrix by which risks are judged"), [this] {
    if (map_ && settle()) choose_scale(desk_, this, map_);
  });
  remove_ = button(tr("&Remove…"), tr("Removes the chosen risk; Edit > Undo brings it back"), [this] { remove(); });
  return line;
}

void RisksRegisterPane::add() {
  if (!settle()) return;
  record_->edit_new(kind(), {{"reference", next_reference(desk_.session.workspace(), kind())}});
  record_->focus();
}

void RisksRegisterPane::remove() {
  const auto* edited = record_->edited();
  if (!edited || !edited->id()) return;
  const auto id = *edited->id();
  wxMessageDialog dialog{wxGetTopLevelParent(this), text(tr("Remove “{1}”?", {edited->title()})), "hdskit", wxOK | wxCANCEL | wxICON_QUESTION};
  dialog.SetExtendedMessage(text(tr("Edit > Undo brings it back.")));
  dialog.SetOKCancelLabels(text(tr("Remove")), text(tr("Keep it")));
  if (dialog.ShowModal() != wxID_OK || !record_->edited() || record_->edited()->id() != id) return;
  const auto sentence = remove_record_of(desk_.session, kind(), id, record_->edited()->form().started(), risks_ways());
  record_->edit_nothing(); // the next reading of the study shows another one
  desk_.changed();
  desk_.tell(sentence);
}

void RisksRegisterPane::adopt() {
  if (!map_ || !settle()) return;
  const auto wanted = ask_scenarios(this, map_->study);
  if (wanted.ids.empty()) return;
  const auto references = adopt_scenarios(desk_.session, wanted.ids, wanted.with_measures);
  desk_.changed();
  desk_.go_to("risks", "risk:" + references.front());
  desk_.tell(tr("Added to the register: {1}. Judge their gravity and likelihood now.", {joined(references, ", ")}));
}

void RisksRegisterPane::grow() {
  const auto reference = edited();
  if (reference.empty() || !settle()) return;
  std::string scenario;
  desk_.session.change(tr("growth of the risk {1} into a scenario", {reference}), [&](Change& change) { scenario = grow_risk(change, reference); });
  desk_.changed();
  desk_.go_to("risks", "operational_scenario:" + scenario);
  desk_.tell(tr("The risk {1} has grown into the operational scenario {2}, with its strategic scenario and its attack path.", {reference, scenario}));
}

} // namespace hdskit::gui::pages
