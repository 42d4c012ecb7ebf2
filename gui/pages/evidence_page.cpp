#include "gui/page.hpp"

#include "gui/pages/evidence_adding_run.hpp"
#include "gui/pages/evidence_detail.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/workspace/record_window.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dnd.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

namespace hdskit::gui::pages {
namespace {

constexpr double share_of_the_list = 0.52;
constexpr int narrowest = 300, title_width = 185; ///< device-independent pixels

/// The vault at the left, one document at the right.
class EvidencePage : public wxPanel {
public:
  EvidencePage(wxWindow* parent, const Desk& desk);
  void refresh();
  bool settle() { return detail_->settle(); }
  void reveal(const std::string& code);
  void focus() { empty_->IsShown() ? empty_->SetFocus() : list_->focus(); }
  void search() {
    if (!detail_->search_preview()) list_->focus_search();
  }
  void add(const std::vector<std::filesystem::path>& files);

private:
  wxWindow* new_left(wxWindow* parent);
  wxSizer* new_bar(wxWindow* parent);
  wxWindow* new_empty();
  void place_sash(wxSizeEvent& event);
  void show_list();
  void choose(const std::string& key);
  void read_obligations();
  void ask_files();
  void verify();

  const Desk& desk_;
  EvidenceQuery query_;
  EvidenceChecks checks_;
  ObligationTitles obligations_;
  std::vector<AnsweredFramework> answered_; ///< whose obligations these are
  wxSplitterWindow* splitter_ = nullptr;
  wxWindow* empty_ = nullptr;
  ListView* list_ = nullptr;
  EvidenceDetail* detail_ = nullptr;
};

/// Files dropped beside the rows of the list.
class EvidenceDrop : public wxFileDropTarget {
public:
  explicit EvidenceDrop(EvidencePage& page) : page_{page} {}
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override {
    std::vector<std::filesystem::path> files;
    for (const auto& name : names) files.emplace_back(utf8(name));
    page_.CallAfter([this, files] { page_.add(files); }); // a dialog must not open while the drop is under way
    return true;
  }

private:
  EvidencePage& page_;
};

EvidencePage::EvidencePage(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
  splitter_ = new wxSplitterWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH};
  splitter_->SetMinimumPaneSize(FromDIP(narrowest));
  splitter_->SetSashGravity(share_of_the_list);
  auto* left = new_left(splitter_);
  detail_ = new EvidenceDetail{splitter_, desk};
  splitter_->SplitVertically(left, detail_);
  splitter_->Bind(wxEVT_SIZE, &EvidencePage::place_sash, this);
  empty_ = new_empty();
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  sizer->Add(splitter_, wxSizerFlags{1}.Expand());
  sizer->Add(empty_, wxSizerFlags{1}.Expand());
  SetSizer(sizer);
  SetDropTarget(new EvidenceDrop{*this});
}

/// Once, when the page has the size of the window: before, a share of it would be nothing.
void EvidencePage::place_sash(wxSizeEvent& event) {
  event.Skip();
  if (event.GetSize().GetWidth() < FromDIP(2 * narrowest)) return;
  splitter_->Unbind(wxEVT_SIZE, &EvidencePage::place_sash, this);
  CallAfter([this] { splitter_->SetSashPosition(static_cast<int>(share_of_the_list * splitter_->GetSize().GetWidth())); }); // the splitter goes first
}

wxWindow* EvidencePage::new_left(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  auto* bar = new_bar(panel); // before the list: the keyboard goes in this order
  list_ = new ListView{panel, {.name = tr("Evidence"), .search = true}};
  list_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose(key); }); };
  list_->on_open = [this](const std::string&) { detail_->focus_description(); };
  list_->on_search = [this](const std::string& words) {
    query_.words = words;
    attempt(desk_, [&] { show_list(); });
  };
  list_->on_sort = [this](std::size_t column, bool descending) {
    query_.sorted_by = column;
    query_.descending = descending;
    attempt(desk_, [&] { show_list(); });
  };
  list_->on_drop = [this](const std::vector<std::filesystem::path>& files) { CallAfter([this, files] { add(files); }); };
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  sizer->Add(bar, wxSizerFlags{}.Expand().Border(wxBOTTOM | wxRIGHT, FromDIP(gap)));
  sizer->Add(list_, wxSizerFlags{1}.Expand().Border(wxRIGHT, FromDIP(gap)));
  panel->SetSizer(sizer);
  return panel;
}

wxSizer* EvidencePage::new_bar(wxWindow* parent) {
  auto* add = new wxButton{parent, wxID_ANY, text(tr("&Add…"))};
  add->SetToolTip(text(tr("File one or several documents; they may also be dropped on the list")));
  add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { ask_files(); }); });
  auto* check = new wxButton{parent, wxID_ANY, text(tr("&Verify all"))};
  check->SetToolTip(text(tr("Read every document again and compare it with what was filed")));
  check->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { verify(); }); });
  auto* filter = new wxChoice{parent, wxID_ANY};
  filter->Append(text(tr("All documents")));
  filter->Append(text(tr("To renew or to restore")));
  filter->SetSelection(0);
  name_for_readers(*filter, tr("Which documents are listed"));
  filter->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    query_.to_attend = event.GetSelection() == 1;
    attempt(desk_, [&] { show_list(); });
  });
  auto* bar = new wxBoxSizer{wxHORIZONTAL};
  bar->Add(add, wxSizerFlags{}.Border(wxRIGHT, FromDIP(gap)));
  bar->Add(check, wxSizerFlags{}.Border(wxRIGHT, FromDIP(gap)));
  bar->AddStretchSpacer();
  bar->Add(filter);
  return bar;
}

wxWindow* EvidencePage::new_empty() {
  auto* panel = new wxPanel{this};
  auto* heading = new wxStaticText{panel, wxID_ANY, text(tr("The vault is empty"))};
  heading->SetFont(heading->GetFont().Bold().Scaled(1.4f));
  auto* words = new wxStaticText{panel, wxID_ANY,
                                 text(tr("Begin with what you have: the security policy, the procedures, the last audit report, the contracts.\n"
                                         "Drop the files here, or choose them; they are copied into the workspace and can be proven later."))};
  auto* add = new wxButton{panel, wxID_ANY, text(tr("Add documents…"))};
  add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { ask_files(); }); });
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  const auto flags = wxSizerFlags{}.Border(wxLEFT | wxTOP, FromDIP(4 * gap));
  sizer->Add(heading, flags);
  sizer->Add(words, flags);
  sizer->Add(add, flags);
  panel->SetSizer(sizer);
  panel->Hide();
  return panel;
}

void EvidencePage::show_list() {
  const auto& workspace = desk_.session.workspace();
  const auto today = desk_.session.today();
  auto ids = evidence_ids(workspace, query_, today, checks_);
  const bool none = ids.empty() && query_.words.empty() && !query_.to_attend;
  empty_->Show(none);
  splitter_->Show(!none);
  Layout();
  const auto columns = list_->control().GetColumnCount();
  list_->show(evidence_rows(std::move(ids), {today, obligations_, checks_},
                            [&workspace](std::span<const std::int64_t> some) { return records_numbered<Evidence>(workspace, some); }));
  if (list_->control().GetColumnCount() != columns) give_the_rest(list_->control(), 1, 2, title_width); // so that states are in sight
}

void EvidencePage::refresh() {
  show_list();
  detail_->follow(checks_);
  if (!answers_frameworks(desk_.session.workspace())) return;
  desk_.with_standing(this, [this](std::shared_ptr<const Standing> standing) {
    attempt(desk_, [&] {
      if (std::exchange(answered_, standing->frameworks.all) != standing->frameworks.all) read_obligations();
      detail_->name_items(std::move(standing));
    });
  });
}

/// Reading a large checklist takes a moment.
void EvidencePage::read_obligations() {
  desk_.background.run(
      this, "", [location = desk_.session.location()](const Progress&) { return obligation_titles(Workspace::open(location)); },
      [this](ObligationTitles titles) {
        if (titles.empty()) return;
        obligations_ = std::move(titles);
        show_list();
        detail_->offer(obligations_);
      });
}

void EvidencePage::choose(const std::string& key) {
  if (!detail_->settle()) {
    list_->select(detail_->id().text());
    return;
  }
  detail_->show(evidence_if_there(desk_.session.workspace(), EvidenceId{std::stoll(key)}));
}

void EvidencePage::reveal(const std::string& code) {
  if (!settle()) return;
  const auto evidence = find_evidence(desk_.session.workspace(), code);
  list_->select(evidence.id.text());
  detail_->show(evidence);
}

void EvidencePage::ask_files() {
  wxFileDialog dialog{this, text(tr("Documents to add")), "", "", wxFileSelectorDefaultWildcardStr, wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE};
  if (dialog.ShowModal() != wxID_OK) return;
  wxArrayString names;
  dialog.GetPaths(names);
  std::vector<std::filesystem::path> files;
  for (const auto& name : names) files.emplace_back(utf8(name));
  add(files);
}

void EvidencePage::add(const std::vector<std::filesystem::path>& files) {
  attempt(desk_, [&] {
    if (!settle()) return;
    const auto taken = taken_codes(desk_.session.workspace());
    auto proposed = proposed_documents(files, taken);
    if (proposed.empty())
      throw Problem{ProblemKind::bad_input, "", tr("There is no file among what was dropped."), tr("Drop files; for a folder, drop the files that it holds.")};
    const auto documents = ask_about_documents(this, std::move(proposed), taken);
    if (!documents) return;
    run_filing(
        desk_, this, title_of_filing(*documents),
        [documents = *documents](Workspace& workspace, const Acting& acting, const Progress& progress) {
          return file_documents(workspace, acting, documents, progress);
        },
        [this, documents = *documents] {
          desk_.tell(trn("{1} document was filed.", "{1} documents were filed.", static_cast<std::int64_t>(documents.size())));
          reveal(documents.front().code);
        });
  });
}

void EvidencePage::verify() {
  desk_.background.run(
      this, tr("Verifying the documents"),
      [location = desk_.session.location(), today = desk_.session.today()](const Progress& progress) {
        return check_evidence(Workspace::open(location), today, progress);
      },
      [this](EvidenceChecks checks) {
        if (!checks_.done()) query_.sorted_by = column_after_check(query_.sorted_by);
        checks_ = std::move(checks);
        show_list();
        list_->control().GetColumn(static_cast<unsigned>(query_.sorted_by))->SetSortOrder(!query_.descending); // one more column: the list forgot it
        detail_->follow(checks_);
        if (checks_.damaged().empty()) return desk_.tell(checks_.summary());
        throw Problem{ProblemKind::damaged, "", checks_.summary(), tr("Choose “To renew or to restore” above the list, then each of them, to see what to do.")};
      });
}

} // namespace

extern const Page evidence;
const Page evidence{
    .id = "evidence",
    .title = marked("Evidence"),
    .sentence = marked("The documents that prove it, and until when they hold"),
    .build =
        [](wxWindow* parent, const Desk& desk) {
          auto* page = new EvidencePage{parent, desk};
          return BuiltPage{.window = page,
                           .refresh = [page] { page->refresh(); },
                           .settle = [page] { return page->settle(); },
                           .reveal = [page, &desk](const std::string& code) { attempt(desk, [&] { page->reveal(code); }); },
                           .focus = [page] { page->focus(); },
                           .search = [page] { page->search(); }};
        },
};

} // namespace hdskit::gui::pages
