#include "gui/pages/backups_trend_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/backups_runs.hpp"
#include "gui/presenter/backups_trend.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/picture_canvas.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, list_height = 190, narrowest_name = 90; ///< device-independent pixels
constexpr double figure_width = 620;                                   ///< points

} // namespace

BackupsTrendPane::BackupsTrendPane(wxWindow* parent, const Desk& desk) : BackupsPane{parent}, desk_{desk} {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  line->Add(new wxStaticText{this, wxID_ANY, text(tr("Source:"))}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
  sources_ = new wxChoice{this, wxID_ANY};
  name_for_readers(*sources_, tr("Source"));
  sources_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    source_ = utf8(sources_->GetStringSelection());
    attempt(desk_, [&] { show_source(); });
  });
  line->Add(sources_, wxSizerFlags{}.CenterVertical());
  sentence_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
  line->Add(sentence_, wxSizerFlags{1}.CenterVertical().Border(wxLEFT, FromDIP(2 * gap)));
  auto* splitter = new_splitter(this, narrowest, 1);
  picture_ = new PictureCanvas{splitter, {.name = tr("Time to restore over time")}};
  picture_->on_open = [this](const std::string& key) { go_to_run(key); };
  picture_->on_told = desk_.tell;
  picture_->on_failed = desk_.tell_problem;
  list_ = new ListView{splitter, {.name = tr("Tests of the source")}};
  list_->on_select = [this](const std::string& key) { picture_->choose(key); };
  list_->on_open = [this](const std::string& key) { go_to_run(key); };
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  picture_->on_choose = [this](const std::string& key) {
    if (!key.empty()) list_->select(key);
  };
  splitter->SplitHorizontally(picture_, list_, -FromDIP(list_height));
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(line, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

void BackupsTrendPane::show(std::shared_ptr<const BackupsMap> map) {
  map_ = std::move(map);
  sources_->Clear();
  for (const auto& source : map_->backups.sources) sources_->Append(text(source.reference));
  if (!map_->source(source_)) source_ = most_tested_source(*map_);
  sources_->SetStringSelection(text(source_));
  sources_->Enable(!map_->backups.sources.empty());
  show_source();
}

void BackupsTrendPane::show_source() {
  const auto* source = map_->source(source_);
  const auto sentence = trend_sentence(*map_, source);
  sentence_->SetForegroundColour(colour(sentence.tone));
  sentence_->SetLabelText(text(sentence.text));
  picture_->show(source ? trend_picture(*map_, *source, figure_width) : page::MappedDrawing{});
  list_->show(source ? run_rows(*map_, source->reference) : ListRows{});
  if (source) give_the_rest(list_->control(), 2, 6, narrowest_name);
  Layout();
}

void BackupsTrendPane::go_to_run(const std::string& reference) {
  attempt(desk_, [&] {
    if (!reference.empty()) desk_.go_to("backups", "restore_run:" + reference);
  });
}

void BackupsTrendPane::focus() { sources_->SetFocus(); }

} // namespace hdskit::gui::pages
