#include "gui/pages/continuity_promises_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/pages/table_import_dialog.hpp"
#include "gui/presenter/continuity_promises.hpp"
#include "gui/presenter/continuity_records.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 150, form_width = 360, narrowest_name = 150; ///< device-independent pixels
constexpr std::string_view kinds[] = {"activity", "activity_impact", "component", "backup_arrangement", "dependency", "crisis_contact", "action_card"};

} // namespace

ContinuityPromisesPane::ContinuityPromisesPane(wxWindow* parent, const Desk& desk) : ContinuityPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_top(), wxSizerFlags{}.Expand());
  auto* splitter = new_splitter(this, narrowest, 1);
  left_ = new_left(splitter);
  record_ = new ContinuityRecord{splitter, desk_};
  record_->on_changed = [this] {
    const auto key = record_->row_key();
    remove_->Enable(!key.empty() && record_->kind() != HostedService::type().kind);
    if (!key.empty()) list_->select(key);
  };
  splitter->SplitVertically(left_, record_, -FromDIP(form_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxSizer* ContinuityPromisesPane::new_top() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto flags = wxSizerFlags{}.CenterVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(gap));
  line->Add(new wxStaticText{this, wxID_ANY, text(tr("Show:"))}, flags);
  kinds_ = new wxChoice{this, wxID_ANY};
  name_for_readers(*kinds_, tr("Which records"));
  for (const auto one : kinds) kinds_->Append(text(one == kinds[0] ? tr("Activities and services") : continuity_plural(one)));
  kinds_->SetSelection(0);
  kinds_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    attempt(desk_, [&] {
      if (settle()) choose_kind(static_cast<std::size_t>(std::max(0, kinds_->GetSelection())));
      else kinds_->SetSelection(static_cast<int>(kind_)); // back to what is being typed
    });
  });
  line->Add(kinds_, flags);
  const auto button = [&](const std::string& label, auto run) {
    auto* made = new wxButton{this, wxID_ANY, text(label)};
    made->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { attempt(desk_, run); });
    line->Add(made, flags);
    return made;
  };
  button(tr("&New"), [this] { record_->add(kind()); });
  button(tr("&Import…"), [this] {
    if (settle()) import_records_from_file(desk_, this, continuity_tables(), continuity_page_kind(kind()));
  });
  button(tr("&Export…"), [this] { export_records_to_file(desk_, this, continuity_tables(), continuity_page_kind(kind())); });
  remove_ = button(tr("&Remove…"), [this] { record_->remove(); });
  return line;
}

wxWindow* ContinuityPromisesPane::new_left(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  sentence_ = new wxStaticText{panel, wxID_ANY, ""};
  list_ = new ListView{panel, {.name = tr("Activities and services"), .search = true, .count = false}};
  list_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose(key); }); };
  list_->on_open = [this](const std::string&) { record_->focus(); };
  list_->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_rows(); });
  };
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(list_, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  panel->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap();
    event.Skip();
  });
  return panel;
}

std::string_view ContinuityPromisesPane::kind() const { return kinds[kind_]; }

bool ContinuityPromisesPane::shows(std::string_view kind) const {
  return kind == HostedService::type().kind || std::ranges::find(kinds, kind) != std::end(kinds);
}

void ContinuityPromisesPane::show(std::shared_ptr<const ContinuityMap> map) {
  map_ = std::move(map);
  record_->follow_continuity(map_);
  show_rows();
  if (!record_->edited()) open_first();
}

void ContinuityPromisesPane::choose_kind(std::size_t place) {
  kind_ = place;
  kinds_->SetSelection(static_cast<int>(place));
  show_rows();
  open_first();
}

void ContinuityPromisesPane::open_first() {
  const auto rows = kind_ == 0 ? promise_rows(*map_) : continuity_rows(*map_, kind());
  if (rows.count > 0) record_->open(rows.key(0));
  else record_->edit_nothing();
}

void ContinuityPromisesPane::show_rows() {
  if (!map_) return;
  list_->show(kind_ == 0 ? promise_rows(*map_, words_) : continuity_rows(*map_, kind(), words_));
  constexpr unsigned last_in_sight = 4;
  give_the_rest(list_->control(), kind() == Dependency::type().kind || kind() == ActivityImpact::type().kind ? 0 : 1, last_in_sight, narrowest_name);
  if (const auto key = record_->row_key(); !key.empty()) list_->select(key);
  wrap();
}

void ContinuityPromisesPane::wrap() {
  if (!map_) return;
  const auto sentence = kind_ == 0 ? promises_sentence(*map_) : Cell{continuity_purpose(kind()), Tone::faint};
  sentence_->SetForegroundColour(colour(sentence.tone));
  sentence_->SetLabelText(text(sentence.text));
  sentence_->Wrap(std::max(FromDIP(narrowest), left_->GetClientSize().GetWidth()));
  left_->Layout();
}

void ContinuityPromisesPane::choose(const std::string& key) {
  if (record_->row_key() == key) return;
  if (settle()) record_->open(key);
  else show_rows(); // back to the record that is being typed
}

void ContinuityPromisesPane::reveal(const std::string& kind, const std::string& reference) {
  if (!settle()) return;
  words_.clear();
  const auto* place = std::ranges::find(kinds, kind);
  choose_kind(place == std::end(kinds) ? 0 : static_cast<std::size_t>(place - std::begin(kinds)));
  if (const auto id = record_number(*map_, kind, reference); id != 0) record_->open(record_row_key(kind, id));
}

bool ContinuityPromisesPane::settle() { return record_->settle(); }
void ContinuityPromisesPane::focus() { list_->focus(); }
void ContinuityPromisesPane::search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
