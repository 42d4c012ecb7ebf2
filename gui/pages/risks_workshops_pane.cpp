#include "gui/pages/risks_workshops_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/pages/risks_record.hpp"
#include "gui/presenter/risks_records.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/tree_view.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/risk/study_store.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 150, tree_width = 360, form_width = 310, narrowest_name = 130; ///< device-independent pixels

} // namespace

RisksWorkshopsPane::RisksWorkshopsPane(wxWindow* parent, const Desk& desk) : RisksPane{parent}, desk_{desk} {
  auto* outer = new_splitter(this, narrowest);
  tree_ = new_tree(outer);
  right_ = new_splitter(outer, narrowest);
  right_->SetSashGravity(1);
  middle_ = new_records(right_);
  record_ = new RisksRecord{right_, desk_};
  record_->on_changed = [this] {
    remove_->Enable(!record_->reference().empty());
    if (is_kind() && !record_->reference().empty()) records_->select(record_->reference());
  };
  right_->SplitVertically(middle_, record_, -FromDIP(form_width));
  outer->SplitVertically(tree_, right_, FromDIP(tree_width));
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(outer, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(gap)));
  SetSizer(around);
}

TreeView* RisksWorkshopsPane::new_tree(wxWindow* parent) {
  auto* tree = new TreeView{parent, {.name = tr("Workshops"), .count = false}};
  tree->on_select = [this](const std::string& key) {
    attempt(desk_, [&] {
      if (key == key_) return;
      if (settle()) choose(key);
      else tree_->select(key_);
    });
  };
  tree->on_open = [this](const std::string&) { records_->focus(); };
  return tree;
}

wxWindow* RisksWorkshopsPane::new_records(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  title_ = new wxStaticText{panel, wxID_ANY, ""};
  title_->SetFont(title_->GetFont().Bold().Scaled(1.2f));
  purpose_ = new wxStaticText{panel, wxID_ANY, ""};
  purpose_->SetForegroundColour(colour(Tone::faint));
  missing_place_ = new wxBoxSizer{wxVERTICAL};
  auto* buttons = new wxWrapSizer{wxHORIZONTAL};
  add_ = new wxButton{panel, wxID_ANY, text(tr("&New"))};
  add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { record_->add(key_); }); });
  remove_ = new wxButton{panel, wxID_ANY, text(tr("&Remove…"))};
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { record_->remove(); }); });
  for (auto* button : {add_, remove_}) buttons->Add(button, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
  records_ = new ListView{panel, {.name = tr("Records of the study"), .search = true}};
  records_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose_row(key); }); };
  records_->on_open = [this](const std::string& key) {
    attempt(desk_, [&] {
      if (is_kind()) record_->focus();
      else choose(key);
    });
  };
  records_->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_rows(); });
  };
  records_->on_told = desk_.tell;
  records_->on_failed = desk_.tell_problem;
  auto* parts = new wxBoxSizer{wxVERTICAL};
  const auto flags = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap));
  parts->Add(title_, flags);
  parts->Add(purpose_, flags);
  parts->Add(missing_place_, wxSizerFlags{}.Expand());
  parts->Add(buttons, wxSizerFlags{}.Expand());
  parts->Add(records_, wxSizerFlags{1}.Expand());
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(parts, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(gap)));
  panel->SetSizer(around);
  panel->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap();
    event.Skip();
  });
  return panel;
}

bool RisksWorkshopsPane::is_kind() const { return !workshop(key_); }

bool RisksWorkshopsPane::shows(std::string_view kind) const {
  return kind == "risk_study" || kind == "mission" || kind == "business_value" || kind == "supporting_asset" || kind == "feared_event" ||
         kind == "baseline_item" || kind == "source_objective";
}

void RisksWorkshopsPane::show(std::shared_ptr<const RiskMap> map) {
  const bool first = !map_;
  map_ = std::move(map);
  tree_->show(workshop_tree(*map_), first);
  give_the_rest(tree_->control(), 0, 1, narrowest_name);
  tree_->select(key_);
  record_->follow_study(map_);
  show_form();
  show_rows();
  show_guide();
}

void RisksWorkshopsPane::choose(const std::string& key) {
  key_ = key;
  tree_->select(key_);
  if (is_kind()) record_->edit_first(risk_kind(key_));
  show_form();
  show_rows();
  show_guide();
}

/// The form stands beside the records of a kind; the steps of a workshop have the room for themselves.
void RisksWorkshopsPane::show_form() {
  if (is_kind() && !right_->IsSplit()) right_->SplitVertically(middle_, record_, -FromDIP(form_width));
  else if (!is_kind() && right_->IsSplit()) right_->Unsplit(record_);
  add_->Show(is_kind());
  remove_->Show(is_kind());
  add_->Enable(key_ != "risk_study" || (map_ && count_of(map_->study, key_) == 0));
  remove_->Enable(!record_->reference().empty());
}

void RisksWorkshopsPane::show_rows() {
  if (!map_) return;
  if (const auto* one = workshop(key_)) {
    records_->show(workshop_steps(*map_, *one));
    return;
  }
  const auto rows = study_rows(*map_, key_, words_);
  records_->show(rows);
  constexpr std::size_t columns_in_sight = 3;
  give_the_rest(records_->control(), 1, static_cast<unsigned>(std::min(columns_in_sight, rows.columns.size()) - 1), narrowest_name);
  if (record_->kind() == key_ && !record_->reference().empty()) records_->select(record_->reference());
}

void RisksWorkshopsPane::choose_row(const std::string& key) {
  if (!is_kind() || record_->is(key_, key)) return;
  if (settle()) record_->open(key_, key);
  else show_rows(); // back to the record that is being typed
}

void RisksWorkshopsPane::show_guide() {
  if (!map_) return;
  guide_ = workshop_guide(*map_, key_);
  while (missing_.size() > guide_.missing.size()) {
    missing_.back()->Destroy();
    missing_.pop_back();
  }
  while (missing_.size() < guide_.missing.size()) {
    missing_.push_back(new wxStaticText{middle_, wxID_ANY, ""});
    missing_place_->Add(missing_.back(), wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  }
  wrap();
}

void RisksWorkshopsPane::wrap() {
  const int room = std::max(FromDIP(narrowest), middle_->GetClientSize().GetWidth() - FromDIP(2 * gap));
  const auto put = [&](wxStaticText& label, const std::string& words) {
    label.SetLabelText(text(words));
    label.Wrap(room);
  };
  put(*title_, guide_.title);
  put(*purpose_, guide_.purpose);
  for (std::size_t i = 0; i < std::min(missing_.size(), guide_.missing.size()); ++i) {
    missing_[i]->SetForegroundColour(colour(guide_.missing[i].tone));
    put(*missing_[i], guide_.missing[i].text);
  }
  middle_->Layout();
}

void RisksWorkshopsPane::reveal(const std::string& kind, const std::string& reference) {
  if (!settle()) return;
  words_.clear();
  choose(kind);
  if (!reference.empty()) record_->open(kind, reference);
}

bool RisksWorkshopsPane::settle() { return record_->settle(); }
void RisksWorkshopsPane::focus() { tree_->focus(); }
void RisksWorkshopsPane::search() { records_->focus_search(); }

} // namespace hdskit::gui::pages
