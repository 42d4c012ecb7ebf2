#include "gui/pages/regimes_certification_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/pages/regimes_dialogs.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/certification/certification_store.hpp"

#include <wx/choice.h>
#include <wx/stattext.h>

#include <algorithm>

namespace hdskit::gui::pages {

RegimesCertificationPane::RegimesCertificationPane(wxWindow* parent, const Desk& desk) : TabPane<RegimesMap>{parent}, desk_{desk} {
  const auto label = tr("Show");
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  line->Add(new wxStaticText{this, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
  choice_ = new wxChoice{this, wxID_ANY};
  for (const auto& each : names_) choice_->Append(text(each.plural));
  choice_->SetSelection(shown_);
  name_for_readers(*choice_, label);
  choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { attempt(desk_, [&] { choose_register(); }); });
  line->Add(choice_);
  register_ = new RegisterView{
      this,
      desk_,
      tr("Records of the certification"),
      {.kind = certification_kind,
       .ways = certification_ways(),
       .rows = [this](std::string_view word, std::string_view words) { return map_ ? certification_rows(*map_, word, words) : ListRows{}; },
       .sentence = [this](std::string_view word) { return certification_sentence(*map_, word); },
       .said = [this](std::string_view word, std::int64_t id) { return map_ ? certification_sentences(*map_, word, id) : std::vector<Cell>{}; }}};
  add_button(register_, register_->buttons(), desk_, tr("&Page on transfers…"), [this] {
    if (map_ && settle()) write_transfers(desk_, this, map_);
  });
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(line, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(register_, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

std::string_view RegimesCertificationPane::kind() const { return names_.at(static_cast<std::size_t>(shown_)).kind; }

bool RegimesCertificationPane::shows(std::string_view word) const { return std::ranges::find(names_, word, &RegisterName::kind) != names_.end(); }

void RegimesCertificationPane::show(std::shared_ptr<const RegimesMap> map) {
  const auto before = std::exchange(map_, std::move(map)); // rows that are shown read it until others take their place
  register_->show(kind());
}

void RegimesCertificationPane::choose_register() {
  if (map_ && settle()) {
    shown_ = std::max(0, choice_->GetSelection());
    register_->show(kind());
  } else choice_->SetSelection(shown_);
}

void RegimesCertificationPane::reveal(const std::string& word, const std::string& reference) {
  if (!map_ || !settle()) return;
  shown_ = static_cast<int>(std::ranges::find(names_, word, &RegisterName::kind) - names_.begin());
  choice_->SetSelection(shown_);
  register_->show(kind());
  if (const auto id = record_referenced(certification_kind(word), map_->registers.find(word)->second, reference); id != 0) register_->open(id);
}

} // namespace hdskit::gui::pages
