#include "gui/pages/access_endpoints_pane.hpp"

#include "gui/pages/access_check_dialogs.hpp"
#include "gui/pages/access_endpoint_export.hpp"
#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/access_endpoints.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "gui/window/wrapped_sentence.hpp"
#include "toolkit/access/endpoint_run.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, form_width = 360, list_height = 200, runs_width = 190, narrowest_name = 100, words_height = 76; ///< device-independent pixels

const RecordKind& endpoint_kind() { return access_kind(HostedEndpoint::type().kind); }

} // namespace

AccessEndpointsPane::AccessEndpointsPane(wxWindow* parent, const Desk& desk) : AccessPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_buttons(), wxSizerFlags{}.Expand());
  sentence_ = new WrappedSentence{this};
  rows->Add(sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  auto* splitter = new_splitter(this, narrowest, 1);
  auto* left = new_splitter(splitter, narrowest);
  list_ = new_list(left);
  left->SplitHorizontally(list_, new_lower(left), FromDIP(list_height));
  record_ = new RecordPane{splitter, desk_, access_ways()};
  record_->on_changed = [this] { follow_record(); };
  splitter->SplitVertically(left, record_, -FromDIP(form_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxSizer* AccessEndpointsPane::new_buttons() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto button = [&](const std::string& label, auto run) { return add_button(this, *line, desk_, label, run); };
  button(tr("&New endpoint"), [this] {
    if (!settle()) return;
    record_->edit_new(endpoint_kind());
    record_->focus();
  });
  check_ = button(tr("&Check now…"), [this] { check(); });
  evidence_ = button(tr("Open the &report"), [this] {
    if (const auto* run = map_ ? map_->run(run_) : nullptr; run && !run->evidence.empty()) desk_.go_to("evidence", run->evidence);
  });
  export_ = button(tr("E&xport the report…"), [this] {
    if (const auto* run = map_ ? map_->run(run_) : nullptr) export_endpoint_report(desk_, this, *run);
  });
  remove_ = button(tr("&Remove…"), [this] { record_->remove(); });
  return line;
}

ListView* AccessEndpointsPane::new_list(wxWindow* parent) {
  auto* list = new ListView{parent, {.name = tr("Endpoints"), .search = true}};
  list->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose(key); }); };
  list->on_open = [this](const std::string&) { record_->focus(); };
  list->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_list(); });
  };
  list->on_told = desk_.tell;
  list->on_failed = desk_.tell_problem;
  return list;
}

wxWindow* AccessEndpointsPane::new_lower(wxWindow* parent) {
  auto* splitter = new_splitter(parent, narrowest);
  runs_ = new ListView{splitter, {.name = tr("Checks of the endpoint"), .count = false}};
  runs_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose_run(key); }); };
  auto* right = new wxPanel{splitter};
  conclusion_ = new_reading_text(right, tr("What the check found"), words_height);
  matrix_ = new ListView{right, {.name = tr("Cases, expected and seen")}};
  matrix_->on_select = [this](const std::string& key) { show_evidence(key); };
  matrix_->on_told = desk_.tell;
  matrix_->on_failed = desk_.tell_problem;
  seen_ = new_reading_text(right, tr("Evidence of the chosen case"), words_height);
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(conclusion_, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(gap)));
  rows->Add(matrix_, wxSizerFlags{1}.Expand());
  rows->Add(seen_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(rows, wxSizerFlags{1}.Expand().Border(wxLEFT, FromDIP(gap)));
  right->SetSizer(around);
  splitter->SplitVertically(runs_, right, FromDIP(runs_width));
  return splitter;
}

const HostedEndpoint* AccessEndpointsPane::chosen() const {
  if (!map_ || record_->key().empty()) return nullptr;
  for (const auto& endpoint : map_->records.endpoints)
    if (endpoint.id.text() == record_->key()) return &endpoint;
  return nullptr;
}

void AccessEndpointsPane::show(std::shared_ptr<const AccessMap> map) {
  map_ = std::move(map);
  record_->follow(endpoint_kind());
  sentence_->say(endpoints_sentence(*map_));
  show_list();
  if (!record_->edited()) record_->edit_first(endpoint_kind());
  follow_record();
}

void AccessEndpointsPane::show_list() {
  if (!map_) return;
  list_->show(endpoint_rows(*map_, words_));
  give_the_rest(list_->control(), 1, 5, narrowest_name);
  if (const auto* endpoint = chosen()) list_->select(endpoint->reference);
}

void AccessEndpointsPane::follow_record() {
  const auto* endpoint = chosen();
  remove_->Enable(endpoint);
  check_->Enable(endpoint && probe_fault(*endpoint).empty());
  record_->say(endpoint ? endpoint_sentences(*map_, *endpoint) : std::vector<Cell>{});
  if (endpoint) list_->select(endpoint->reference);
  show_runs();
}

void AccessEndpointsPane::choose(const std::string& reference) {
  const auto* endpoint = map_->endpoint(reference);
  if (!endpoint || endpoint == chosen()) return;
  if (settle()) record_->edit(endpoint_kind(), endpoint->id.number());
  else follow_record(); // back to the one that is being typed
}

void AccessEndpointsPane::check() {
  if (!settle()) return;
  if (const auto* endpoint = chosen()) check_an_endpoint(desk_, this, *endpoint);
}

void AccessEndpointsPane::show_runs() {
  const auto* endpoint = chosen();
  runs_->show(endpoint ? endpoint_run_rows(*map_, endpoint->reference) : ListRows{});
  const auto runs = endpoint ? map_->runs_of(endpoint->reference) : std::vector<const EndpointRun*>{};
  const bool of_this = std::ranges::any_of(runs, [&](const EndpointRun* run) { return run->reference == run_; });
  if (!of_this) choose_run(runs.empty() ? "" : runs.front()->reference);
  if (!run_.empty()) runs_->select(run_);
}

void AccessEndpointsPane::choose_run(const std::string& reference) {
  run_ = reference;
  desk_.background.cancel(reading_);
  const auto* run = map_ ? map_->run(reference) : nullptr;
  if (!run) return take(reference, nullptr);
  reading_ = desk_.background.run(
      this, "",
      [location = desk_.session.location(), one = *run](const Progress&) {
        return std::make_shared<const EndpointReport>(report_of(Workspace::open(location), one));
      },
      [this, reference](std::shared_ptr<const EndpointReport> report) { take(reference, std::move(report)); },
      [this, reference](const std::exception_ptr& failure) {
        take(reference, nullptr);
        desk_.tell_problem(failure);
      });
}

void AccessEndpointsPane::take(const std::string& run, std::shared_ptr<const EndpointReport> report) {
  if (run != run_) return; // another one was chosen meanwhile
  report_ = std::move(report);
  attempt(desk_, [&] { show_report(); });
}

void AccessEndpointsPane::show_report() {
  const auto* run = map_ ? map_->run(run_) : nullptr;
  const bool known = run && report_;
  evidence_->Enable(run && !run->evidence.empty());
  export_->Enable(known);
  std::string words = run || !chosen() ? "" : tr("This endpoint was not checked yet.");
  if (known)
    for (const auto& line : conclusion_sentences(*run, *report_)) words += (words.empty() ? "" : "\n") + line.text;
  conclusion_->ChangeValue(text(words));
  conclusion_->ShowPosition(0);
  matrix_->show(known ? matrix_rows(*report_) : ListRows{});
  if (known) give_the_rest(matrix_->control(), 0, 3, narrowest_name);
  show_evidence(matrix_->selected().value_or(""));
}

void AccessEndpointsPane::show_evidence(const std::string& name) {
  std::string words = report_ && name.empty() ? tr("Choose a case to read what was seen.") : "";
  if (report_)
    for (const auto& line : case_evidence(*report_, name)) words += (words.empty() ? "" : "\n") + line;
  seen_->ChangeValue(text(words));
  seen_->ShowPosition(0);
}

void AccessEndpointsPane::reveal(const std::string& kind, const std::string& reference) {
  if (!map_ || !settle()) return;
  const auto* run = kind == EndpointRun::type().kind ? map_->run(reference) : nullptr;
  const auto* endpoint = map_->endpoint(run ? run->endpoint : reference);
  if (run) run_ = run->reference;
  if (endpoint) record_->edit(endpoint_kind(), endpoint->id.number());
  if (run) {
    runs_->select(run->reference);
    choose_run(run->reference);
  }
}

void AccessEndpointsPane::focus() { list_->focus(); }
void AccessEndpointsPane::search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
