#include "gui/pages/regimes_frameworks_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/pages/regimes_dialogs.hpp"
#include "gui/pages/regimes_import_dialog.hpp"
#include "gui/presenter/regimes_coverage.hpp"
#include "gui/presenter/regimes_frameworks.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, detail_height = 300, about_width = 400, narrowest_name = 260, narrowest_theme = 200; ///< device-independent pixels

} // namespace

RegimesFrameworksPane::RegimesFrameworksPane(wxWindow* parent, const Desk& desk) : TabPane<RegimesMap>{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_buttons(), wxSizerFlags{}.Expand());
  sentence_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
  sentence_->SetFont(sentence_->GetFont().Bold());
  sentence_->SetMinSize(FromDIP(wxSize{narrowest, -1})); // otherwise a long one would widen the pane beyond the window
  rows->Add(sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  auto* splitter = new_splitter(this, narrowest, 1);
  list_ = new ListView{splitter, {.name = tr("Frameworks"), .search = true}};
  list_->on_select = [this](const std::string& key) {
    chosen_ = key;
    attempt(desk_, [&] { show_chosen(); });
  };
  list_->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_list(); });
  };
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  splitter->SplitHorizontally(list_, new_detail(splitter), -FromDIP(detail_height));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxSizer* RegimesFrameworksPane::new_buttons() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto button = [&](const std::string& label, auto run) { return add_button(this, *line, desk_, label, run); };
  follow_ = button(tr("&Follow…"), [this] {
    if (const auto* regime = chosen()) follow_a_regime(desk_, this, map_, *regime);
  });
  stop_ = button(tr("&Stop following…"), [this] {
    if (const auto* regime = chosen()) stop_following_regime(desk_, this, *regime);
  });
  answer_ = button(tr("&Answer its items"), [this] {
    if (const auto* regime = chosen()) desk_.go_to("requirements", framework_to_answer(*regime));
  });
  upgrade_ = button(tr("&Upgrade…"), [this] {
    if (const auto* regime = chosen()) upgrade_a_regime(desk_, this, *regime);
  });
  button(tr("&Import…"), [this] { import_a_library(desk_, this); });
  button(tr("Scope &questions…"), [this] { ask_scope(desk_, this); });
  return line;
}

wxWindow* RegimesFrameworksPane::new_detail(wxWindow* parent) {
  auto* splitter = new_splitter(parent, narrowest, 1);
  asked_ = new ListView{splitter, {.name = tr("What it will ask")}};
  asked_->on_told = desk_.tell;
  asked_->on_failed = desk_.tell_problem;
  about_ = new_reading_text(splitter, tr("About the framework"));
  splitter->SplitVertically(asked_, about_, -FromDIP(about_width));
  return splitter;
}

const KnownRegime* RegimesFrameworksPane::chosen() const { return map_ ? map_->regime(chosen_) : nullptr; }

void RegimesFrameworksPane::show(std::shared_ptr<const RegimesMap> map) {
  map_ = std::move(map);
  const auto sentence = regimes_sentence(*map_);
  sentence_->SetForegroundColour(colour(sentence.tone));
  sentence_->SetLabelText(text(sentence.text));
  sentence_->SetToolTip(text(sentence.text));
  if (!chosen() && !map_->regimes.empty()) chosen_ = map_->regimes.front().id();
  show_list();
}

void RegimesFrameworksPane::show_list() {
  if (!map_) return;
  const auto rows = regime_rows(*map_, words_);
  list_->show(rows);
  give_the_rest(list_->control(), 0, 7, narrowest_name);
  list_->select(chosen_);
  show_chosen();
}

void RegimesFrameworksPane::show_chosen() {
  const auto* regime = chosen();
  follow_->Enable(regime && follow_fault(*regime).empty());
  stop_->Enable(regime && stop_fault(*regime).empty());
  answer_->Enable(regime && regime->use != RegimeUse::not_followed);
  upgrade_->Enable(regime && !regime->newer.empty());
  std::string words;
  if (regime)
    for (const auto& line : regime_sentences(*map_, *regime)) words += (words.empty() ? "" : "\n\n") + line.text;
  about_->ChangeValue(text(words));
  about_->ShowPosition(0);
  asked_->show(regime ? asked_rows(*map_, *regime) : ListRows{});
  if (regime) give_the_rest(asked_->control(), 0, 3, narrowest_theme);
}

void RegimesFrameworksPane::reveal(const std::string&, const std::string& reference) {
  if (!map_ || !map_->regime(reference)) return;
  chosen_ = map_->regime(reference)->id();
  list_->select(chosen_);
  show_chosen();
}

void RegimesFrameworksPane::focus() { list_->focus(); }
void RegimesFrameworksPane::search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
