#include "gui/pages/habilitations_panes.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/pages/table_check_dialog.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/habilitation/habilitation_store.hpp"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace hdskit::gui::pages {

HabilitationPane::HabilitationPane(wxWindow* parent, const Desk& desk, std::string_view kind, const std::string& name)
    : TabPane<HabilitationsMap>{parent}, desk_{desk}, kind_{kind} {
  register_ = new RegisterView{
      this,
      desk,
      name,
      {.kind = habilitation_kind,
       .ways = habilitation_ways(),
       .rows = [this](std::string_view word, std::string_view words) { return map_ ? habilitation_rows(*map_, word, words, filter_) : ListRows{}; },
       .sentence = [this](std::string_view word) { return habilitation_sentence(*map_, word); },
       .said = [this](std::string_view word, std::int64_t id) { return map_ ? habilitation_sentences(*map_, word, id) : std::vector<Cell>{}; },
       .caution = kind == AccessProject::type().kind ? "" : tr("This list names persons: keep it only as long as it is needed.")}};
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(register_, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

void HabilitationPane::show(std::shared_ptr<const HabilitationsMap> map) {
  const auto before = std::exchange(map_, std::move(map)); // rows that are shown read it until others take their place
  register_->show(kind_);
}

void HabilitationPane::reveal(const std::string&, const std::string& reference) {
  if (!map_) return;
  if (const auto id = record_referenced(habilitation_kind(kind_), map_->registers.find(kind_)->second, reference); id != 0) register_->open(id);
}

ProjectsPane::ProjectsPane(wxWindow* parent, const Desk& desk) : HabilitationPane{parent, desk, AccessProject::type().kind, tr("Projects")} {}

PersonsPane::PersonsPane(wxWindow* parent, const Desk& desk) : HabilitationPane{parent, desk, AuthorisedPerson::type().kind, tr("Register of persons")} {
  const auto label = tr("Show");
  auto* words = new wxStaticText{register_, wxID_ANY, text(label)};
  choice_ = new wxChoice{register_, wxID_ANY};
  for (const auto& each : choices_of(PersonFilter{})) choice_->Append(text(tr(each.label)));
  choice_->SetSelection(0);
  name_for_readers(*choice_, label);
  choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    filter_ = static_cast<PersonFilter>(std::max(0, choice_->GetSelection()));
    attempt(desk_, [&] { register_->show_list(); });
  });
  auto& line = register_->buttons();
  line.Add(words, wxSizerFlags{}.CenterVertical().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(gap)));
  line.Add(choice_, wxSizerFlags{}.CenterVertical().Border(wxBOTTOM, FromDIP(gap)));
}

OutputsPane::OutputsPane(wxWindow* parent, const Desk& desk) : HabilitationPane{parent, desk, OutputRelease::type().kind, tr("Outputs log")} {
  add_button(register_, register_->buttons(), desk_, tr("&Check a table…"), [this] { check_one(); });
}

void OutputsPane::check_one() {
  if (!settle()) return;
  check_a_table(desk_, this, [this](const Assignments& output) { register_->add(output); });
}

} // namespace hdskit::gui::pages
