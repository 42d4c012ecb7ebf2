#include "gui/pages/backups_sources_pane.hpp"

#include "gui/pages/backups_manifest.hpp"
#include "gui/pages/backups_test_dialog.hpp"
#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/backups_sources.hpp"
#include "gui/window/list_view.hpp"
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

constexpr int narrowest = 100, form_width = 360, narrowest_name = 120; ///< device-independent pixels

const RecordKind& source_kind() { return backup_kind(BackupSource::type().kind); }

} // namespace

BackupsSourcesPane::BackupsSourcesPane(wxWindow* parent, const Desk& desk) : BackupsPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_buttons(), wxSizerFlags{}.Expand());
  sentence_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
  sentence_->SetFont(sentence_->GetFont().Bold());
  rows->Add(sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  auto* splitter = new_splitter(this, narrowest, 1);
  auto* left = new_left(splitter);
  record_ = new RecordPane{splitter, desk_, backups_ways()};
  record_->on_changed = [this] { follow_record(); };
  record_->on_typed = [this] {
    const auto* source = chosen();
    record_->say(source ? source_sentences(*map_, *source) : std::vector<Cell>{});
  };
  splitter->SplitVertically(left, record_, -FromDIP(form_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxSizer* BackupsSourcesPane::new_buttons() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto button = [&](const std::string& label, auto run) { return add_button(this, *line, desk_, label, run); };
  button(tr("&New source"), [this] {
    if (!settle()) return;
    record_->edit_new(source_kind());
    record_->focus();
  });
  test_ = button(tr("&Test now…"), [this] { test(); });
  tests_ = button(tr("Its t&ests"), [this] {
    if (const auto* source = chosen())
      if (const auto runs = map_->runs_of(source->reference); !runs.empty()) desk_.go_to("backups", "restore_run:" + runs.front()->reference);
  });
  button(tr("Make a &manifest…"), [this] { make_manifest(); });
  remove_ = button(tr("&Remove…"), [this] { record_->remove(); });
  return line;
}

wxWindow* BackupsSourcesPane::new_left(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  attention_ = new wxCheckBox{panel, wxID_ANY, text(tr("Only those that need &attention"))};
  attention_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { attempt(desk_, [&] { show_list(); }); });
  list_ = new ListView{panel, {.name = tr("Backup sources"), .search = true}};
  list_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose(key); }); };
  list_->on_open = [this](const std::string&) { record_->focus(); };
  list_->on_search = [this](const std::string& words) {
    words_ = words;
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

const BackupSource* BackupsSourcesPane::chosen() const {
  if (!map_ || record_->key().empty()) return nullptr;
  for (const auto& source : map_->backups.sources)
    if (source.id.text() == record_->key()) return &source;
  return nullptr;
}

void BackupsSourcesPane::show(std::shared_ptr<const BackupsMap> map) {
  map_ = std::move(map);
  record_->follow(source_kind());
  const auto sentence = sources_sentence(*map_);
  sentence_->SetForegroundColour(colour(sentence.tone));
  sentence_->SetLabelText(text(sentence.text));
  show_list();
  if (!record_->edited()) record_->edit_first(source_kind());
  follow_record();
}

void BackupsSourcesPane::show_list() {
  if (!map_) return;
  list_->show(source_rows(*map_, attention_->GetValue(), words_));
  give_the_rest(list_->control(), 1, 4, narrowest_name);
  if (const auto* source = chosen()) list_->select(source->reference);
}

void BackupsSourcesPane::follow_record() {
  const auto* source = chosen();
  remove_->Enable(source);
  test_->Enable(source);
  tests_->Enable(source && !map_->runs_of(source->reference).empty());
  record_->say(source ? source_sentences(*map_, *source) : std::vector<Cell>{});
  if (source) list_->select(source->reference);
}

void BackupsSourcesPane::choose(const std::string& reference) {
  const auto* source = map_->source(reference);
  if (!source || source == chosen()) return;
  if (settle()) record_->edit(source_kind(), source->id.number());
  else follow_record(); // back to the one that is being typed
}

void BackupsSourcesPane::test() {
  if (!settle()) return;
  if (const auto* source = chosen()) test_a_restore(desk_, this, map_, source->reference);
}

void BackupsSourcesPane::make_manifest() { make_a_manifest(desk_, this); }

void BackupsSourcesPane::reveal(const std::string&, const std::string& reference) {
  if (!map_ || !settle()) return;
  if (const auto* source = map_->source(reference)) record_->edit(source_kind(), source->id.number());
}

void BackupsSourcesPane::focus() { list_->focus(); }
void BackupsSourcesPane::search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
