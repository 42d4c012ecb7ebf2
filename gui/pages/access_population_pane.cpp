#include "gui/pages/access_population_pane.hpp"

#include "gui/pages/access_check_dialogs.hpp"
#include "gui/pages/pane_parts.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/picture_canvas.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, calendar_width = 380, picture_height = 190, narrowest_name = 120; ///< device-independent pixels
constexpr double figure_width = 300, figure_height = 130;                                        ///< points

} // namespace

AccessPopulationPane::AccessPopulationPane(wxWindow* parent, const Desk& desk) : AccessPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_buttons(), wxSizerFlags{}.Expand());
  counts_ = new wxWrapSizer{wxHORIZONTAL};
  rows->Add(counts_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  auto* splitter = new_splitter(this, narrowest, 1);
  auto* left = new_left(splitter);
  splitter->SplitVertically(left, new_calendar(splitter), -FromDIP(calendar_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxSizer* AccessPopulationPane::new_buttons() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  check_ = add_button(this, *line, desk_, tr("&Check certificates…"), [this] { check(); });
  add_button(this, *line, desk_, tr("&Authorities and lists…"), [this] { desk_.go_to("access", std::string{TrustAnchor::type().kind}); });
  return line;
}

wxWindow* AccessPopulationPane::new_left(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  attention_ = new wxCheckBox{panel, wxID_ANY, text(tr("Only those that &need attention"))};
  attention_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
    filter_.attention = attention_->GetValue();
    attempt(desk_, [&] { show_list(); });
  });
  list_ =
      new ListView{panel, {.name = tr("Card certificates"), .search = true, .caution = tr("This list names persons: keep it only as long as it is needed.")}};
  list_->on_search = [this](const std::string& words) {
    filter_.words = words;
    attempt(desk_, [&] { show_list(); });
  };
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(attention_, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(list_, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  return panel;
}

wxWindow* AccessPopulationPane::new_calendar(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  auto* heading = new wxStaticText{panel, wxID_ANY, text(tr("Expiry calendar"))};
  heading->SetFont(heading->GetFont().Bold());
  line->Add(heading, wxSizerFlags{1}.CenterVertical());
  all_months_ = add_button(panel, *line, desk_, tr("All &months"), [this] { choose_month(""); });
  picture_ = new PictureCanvas{panel, {.name = tr("Expiry calendar"), .bar = false}};
  picture_->SetMinSize(FromDIP(wxSize{-1, picture_height}));
  picture_->on_choose = [this](const std::string& key) { attempt(desk_, [&] { choose_month(key); }); };
  picture_->on_open = picture_->on_choose;
  picture_->on_told = desk_.tell;
  picture_->on_failed = desk_.tell_problem;
  months_ = new ListView{panel, {.name = tr("Certificates that expire, by month")}};
  months_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose_month(key); }); };
  months_->on_told = desk_.tell;
  months_->on_failed = desk_.tell_problem;
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(line, wxSizerFlags{}.Expand());
  rows->Add(picture_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(months_, wxSizerFlags{1}.Expand());
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(rows, wxSizerFlags{1}.Expand().Border(wxLEFT, FromDIP(2 * gap)));
  panel->SetSizer(around);
  return panel;
}

void AccessPopulationPane::show(std::shared_ptr<const AccessMap> map) {
  map_ = std::move(map);
  show_counts();
  const auto months = expiry_months(*map_);
  picture_->show(expiry_picture(months, figure_width, figure_height));
  months_->show(expiry_rows(months));
  give_the_rest(months_->control(), 0, 2, narrowest_name);
  show_list();
}

void AccessPopulationPane::show_counts() {
  const auto lines = population_sentences(*map_);
  while (told_.size() > lines.size()) {
    told_.back()->Destroy();
    told_.pop_back();
  }
  while (told_.size() < lines.size()) {
    told_.push_back(new wxStaticText{this, wxID_ANY, ""});
    told_.back()->SetFont(told_.back()->GetFont().Bold());
    counts_->Add(told_.back(), wxSizerFlags{}.Border(wxRIGHT, FromDIP(3 * gap)));
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    told_[i]->SetForegroundColour(colour(lines[i].tone));
    told_[i]->SetLabelText(text(lines[i].text));
    told_[i]->SetMinSize(told_[i]->GetTextExtent(text(lines[i].text)) + wxSize{FromDIP(gap), 0}); // GTK wraps a label that is a hair too narrow
  }
  Layout();
}

void AccessPopulationPane::show_list() {
  if (!map_) return;
  list_->show(certificate_rows(*map_, filter_));
  give_the_rest(list_->control(), 1, 5, narrowest_name);
  all_months_->Enable(!filter_.month.empty());
}

void AccessPopulationPane::choose_month(const std::string& month) {
  if (month == filter_.month) return;
  filter_.month = month;
  picture_->choose(month);
  if (!month.empty()) months_->select(month);
  show_list();
}

void AccessPopulationPane::check() {
  if (map_) check_certificates(desk_, this, *map_);
}

void AccessPopulationPane::focus() { list_->focus(); }
void AccessPopulationPane::search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
