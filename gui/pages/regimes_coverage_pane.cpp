#include "gui/pages/regimes_coverage_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, themes_height = 260, about_width = 360, narrowest_name = 160; ///< device-independent pixels

} // namespace

RegimesCoveragePane::RegimesCoveragePane(wxWindow* parent, const Desk& desk) : TabPane<RegimesMap>{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_head(), wxSizerFlags{}.Expand());
  sentence_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
  sentence_->SetFont(sentence_->GetFont().Bold());
  sentence_->SetMinSize(FromDIP(wxSize{narrowest, -1})); // otherwise a long one would widen the pane beyond the window
  rows->Add(sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  auto* splitter = new_splitter(this, narrowest);
  themes_ = new ListView{splitter, {.name = tr("Coverage by theme")}};
  themes_->on_select = [this](const std::string& key) {
    theme_ = key;
    attempt(desk_, [&] { show_items(); });
  };
  themes_->on_open = [this](const std::string&) { items_->focus(); };
  themes_->on_told = desk_.tell;
  themes_->on_failed = desk_.tell_problem;
  splitter->SplitHorizontally(themes_, new_items(splitter), FromDIP(themes_height));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxSizer* RegimesCoveragePane::new_head() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto choice = [&](const std::string& label, auto run) {
    line->Add(new wxStaticText{this, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
    auto* made = new wxChoice{this, wxID_ANY};
    name_for_readers(*made, label);
    made->Bind(wxEVT_CHOICE, [this, run](wxCommandEvent&) { attempt(desk_, run); });
    line->Add(made, wxSizerFlags{}.CenterVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(2 * gap)));
    return made;
  };
  targets_ = choice(tr("What is asked by"), [this] {
    const auto place = targets_->GetSelection();
    if (map_ && place >= 0) target_ = map_->regimes.at(static_cast<std::size_t>(place)).id();
    theme_ = all_themes;
    show_coverage();
  });
  columns_ = choice(tr("Items as covered by"), [this] { show_items(); });
  open_ = add_button(this, *line, desk_, tr("&Open the item"), [this] { open_item(); });
  return line;
}

wxWindow* RegimesCoveragePane::new_items(wxWindow* parent) {
  auto* splitter = new_splitter(parent, narrowest, 1);
  items_ = new ListView{splitter, {.name = tr("Items of the theme"), .search = true}};
  items_->on_select = [this](const std::string& key) { attempt(desk_, [&] { show_item(key); }); };
  items_->on_open = [this](const std::string&) { attempt(desk_, [&] { open_item(); }); };
  items_->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_items(); });
  };
  items_->on_told = desk_.tell;
  items_->on_failed = desk_.tell_problem;
  about_ = new_reading_text(splitter, tr("What the item asks, and what answers it"));
  splitter->SplitVertically(items_, about_, -FromDIP(about_width));
  return splitter;
}

std::optional<std::size_t> RegimesCoveragePane::column() const {
  const auto place = columns_->GetSelection();
  return place > 0 ? std::optional{static_cast<std::size_t>(place - 1)} : std::nullopt;
}

void RegimesCoveragePane::show(std::shared_ptr<const RegimesMap> map) {
  map_ = std::move(map);
  if (!map_->regime(target_)) { // first what is followed beside the main checklist: that is what one wants to know more of
    const auto followed = map_->followed();
    const bool beside = followed.size() > 1;
    target_ = beside ? followed[1]->id() : map_->regime("hds-v2") ? "hds-v2" : map_->regimes.front().id();
  }
  targets_->Clear();
  for (const auto& regime : map_->regimes) {
    targets_->Append(text(regime.id() + " – " + regime.title()));
    if (regime.id() == target_) targets_->SetSelection(static_cast<int>(targets_->GetCount()) - 1);
  }
  show_coverage();
  Layout();
}

void RegimesCoveragePane::show_coverage() {
  if (!map_) return;
  coverage_ = regime_coverage(*map_, target_);
  const auto before = columns_->GetStringSelection();
  columns_->Clear();
  columns_->Append(text(tr("all that you follow")));
  for (const auto& each : coverage_.columns) columns_->Append(text(each.from->id()));
  columns_->SetSelection(std::max(0, columns_->FindString(before)));
  const auto sentence = coverage_sentence(coverage_);
  sentence_->SetForegroundColour(colour(sentence.tone));
  sentence_->SetLabelText(text(sentence.text));
  sentence_->SetToolTip(text(sentence.text));
  const auto rows = coverage_rows(coverage_);
  themes_->show(rows);
  give_the_rest(themes_->control(), 0, static_cast<unsigned>(rows.columns.size() - 1), narrowest_name);
  themes_->select(theme_);
  show_items();
}

void RegimesCoveragePane::show_items() {
  if (!map_) return;
  items_->show(covered_item_rows(coverage_, theme_, column(), words_));
  give_the_rest(items_->control(), 1, 4, narrowest_name);
  show_item(items_->selected().value_or(""));
}

void RegimesCoveragePane::show_item(const std::string& item) {
  item_ = item;
  open_->Enable(!item_.empty());
  std::string words = item_.empty() ? tr("Choose an item to read what answers it and what remains.") : "";
  for (const auto& line : covered_item_sentences(coverage_, item_, column())) words += (words.empty() ? "" : "\n\n") + line.text;
  about_->ChangeValue(text(words));
  about_->ShowPosition(0);
}

void RegimesCoveragePane::open_item() {
  if (const auto* regime = map_ ? map_->regime(target_) : nullptr; regime && !item_.empty()) desk_.go_to("requirements", item_to_answer(*regime, item_));
}

void RegimesCoveragePane::focus() { themes_->focus(); }
void RegimesCoveragePane::search() { items_->focus_search(); }

} // namespace hdskit::gui::pages
