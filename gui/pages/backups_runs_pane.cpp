#include "gui/pages/backups_runs_pane.hpp"

#include "gui/pages/backups_import.hpp"
#include "gui/pages/backups_report_export.hpp"
#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/backups_differences.hpp"
#include "gui/presenter/backups_runs.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/tree_view.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/workspace/document_store.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, list_height = 215, words_height = 110, findings_width = 430, narrowest_name = 90, narrowest_detail = 120,
              narrowest_file = 180; ///< device-independent pixels

} // namespace

BackupsRunsPane::BackupsRunsPane(wxWindow* parent, const Desk& desk) : BackupsPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_buttons(), wxSizerFlags{}.Expand());
  chain_ = new wxStaticText{this, wxID_ANY, ""};
  rows->Add(chain_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  auto* splitter = new_splitter(this, narrowest);
  list_ = new ListView{splitter, {.name = tr("Restore tests"), .search = true}};
  list_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose(key); }); };
  list_->on_open = [this](const std::string&) { attempt(desk_, [&] { open_report(); }); };
  list_->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_list(); });
  };
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  splitter->SplitHorizontally(list_, new_below(splitter), FromDIP(list_height));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap();
    event.Skip();
  });
}

wxSizer* BackupsRunsPane::new_buttons() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto button = [&](const std::string& label, auto run) { return add_button(this, *line, desk_, label, run); };
  report_ = button(tr("Open the &report"), [this] { open_report(); });
  export_ = button(tr("E&xport the report…"), [this] {
    if (const auto* run = chosen()) export_test_report(desk_, this, *run);
  });
  source_ = button(tr("Its &source"), [this] {
    if (const auto* run = chosen()) desk_.go_to("backups", "backup_source:" + run->source);
  });
  button(tr("&Import results…"), [this] { import_test_results(desk_, this); });
  return line;
}

wxWindow* BackupsRunsPane::new_below(wxWindow* parent) {
  auto* splitter = new_splitter(parent, narrowest);
  auto* left = new wxPanel{splitter};
  words_shown_ = new_reading_text(left, tr("What the test found"), words_height);
  details_ = new ListView{left, {.name = tr("Steps, checks and measures"), .count = false}};
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(words_shown_, wxSizerFlags{2}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(gap)));
  rows->Add(details_, wxSizerFlags{3}.Expand());
  left->SetSizer(rows);
  splitter->SplitVertically(left, new_differences(splitter), FromDIP(findings_width));
  return splitter;
}

wxWindow* BackupsRunsPane::new_differences(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  differing_ = new wxStaticText{panel, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
  differences_ = new TreeView{
      panel, {.name = tr("Differences"), .search = true, .caution = tr("Names of files can be names of patients: keep this list where the data may be.")}};
  differences_->on_search = [this](const std::string& words) {
    sought_ = words;
    attempt(desk_, [&] { show_differences(); });
  };
  differences_->on_told = desk_.tell;
  differences_->on_failed = desk_.tell_problem;
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(differing_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(gap)));
  rows->Add(differences_, wxSizerFlags{1}.Expand().Border(wxLEFT, FromDIP(gap)));
  panel->SetSizer(rows);
  return panel;
}

void BackupsRunsPane::show(std::shared_ptr<const BackupsMap> map) {
  map_ = std::move(map);
  if (!chosen() && !map_->backups.runs.empty()) run_ = map_->backups.runs.back().reference;
  show_list();
  wrap();
  if (chosen()) choose(run_);
  else show_findings();
}

void BackupsRunsPane::show_list() {
  if (!map_) return;
  list_->show(run_rows(*map_, {}, words_));
  give_the_rest(list_->control(), 2, 6, narrowest_name);
  if (chosen()) list_->select(run_);
}

void BackupsRunsPane::wrap() {
  if (!map_) return;
  const auto lines = chain_sentences(*map_);
  std::string words;
  for (const auto& line : lines) words += (words.empty() ? "" : "\n") + line.text;
  chain_->SetForegroundColour(colour(lines.front().tone));
  chain_->SetLabelText(text(words));
  chain_->Wrap(std::max(FromDIP(narrowest), GetClientSize().GetWidth() - FromDIP(2 * gap)));
  Layout();
}

std::shared_ptr<const BackupsRunsPane::Findings> BackupsRunsPane::read_findings(const std::string& location, const RestoreRun& run) {
  constexpr std::size_t longest = 8u << 20; // bytes of the list that are read: more than the differences that are shown
  const auto workspace = Workspace::open(location);
  Findings found{report_of(workspace, run), {}};
  if (const auto digest = Digest::parse(run.differences_list)) {
    std::string list;
    read_document(workspace, *digest, [&](std::string_view piece) {
      if (list.size() < longest) list += piece;
    });
    if (list.size() >= longest) list.resize(list.rfind('\n') + 1);
    found.differences = read_differences(list, most_differences_shown);
  }
  return std::make_shared<const Findings>(std::move(found));
}

void BackupsRunsPane::choose(const std::string& reference) {
  run_ = reference;
  const auto* run = chosen();
  if (!run) return;
  desk_.background.cancel(reading_);
  reading_ = desk_.background.run(
      this, "", [location = desk_.session.location(), one = *run](const Progress&) { return read_findings(location, one); },
      [this, reference](std::shared_ptr<const Findings> findings) { take(reference, std::move(findings)); },
      [this, reference](const std::exception_ptr& failure) {
        take(reference, nullptr);
        desk_.tell_problem(failure);
      });
}

void BackupsRunsPane::take(const std::string& reference, std::shared_ptr<const Findings> findings) {
  if (reference != run_) return; // another one was chosen meanwhile
  findings_ = std::move(findings);
  attempt(desk_, [&] { show_findings(); });
}

void BackupsRunsPane::show_findings() {
  const auto* run = chosen();
  report_->Enable(run && !run->evidence.empty());
  export_->Enable(run);
  source_->Enable(run && map_->source(run->source));
  const bool known = run && findings_;
  std::string words;
  if (known)
    for (const auto& line : run_sentences(*run, findings_->report)) words += (words.empty() ? "" : "\n") + line.text;
  words_shown_->ChangeValue(text(words));
  words_shown_->ShowPosition(0);
  details_->show(known ? run_detail_rows(*run, findings_->report) : ListRows{});
  if (known) give_the_rest(details_->control(), 2, 2, narrowest_detail);
  show_differences();
}

void BackupsRunsPane::show_differences() {
  const auto* run = chosen();
  const bool known = run && findings_;
  const auto sentence = known ? differences_sentence(*run, findings_->differences.size()) : Cell{};
  differing_->SetForegroundColour(colour(sentence.tone));
  differing_->SetLabelText(text(sentence.text));
  differences_->show(known ? difference_tree(findings_->differences, sought_) : TreeRows{}, !sought_.empty());
  if (known) give_the_rest(differences_->control(), 0, 3, narrowest_file);
}

void BackupsRunsPane::open_report() {
  if (const auto* run = chosen(); run && !run->evidence.empty()) desk_.go_to("evidence", run->evidence);
}

void BackupsRunsPane::reveal(const std::string& kind, const std::string& reference) {
  if (kind != RestoreRun::type().kind || !map_ || !map_->run(reference)) return;
  list_->select(reference);
  choose(reference);
}

void BackupsRunsPane::focus() { list_->focus(); }
void BackupsRunsPane::search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
