#include "gui/page.hpp"
#include "gui/pages/dossier_build_pane.hpp"
#include "gui/pages/dossier_filings_pane.hpp"
#include "gui/pages/dossier_plan_pane.hpp"
#include "gui/pages/dossier_reader.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/framework_choice.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/notebook.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

namespace hdskit::gui {
namespace {

enum Tab : std::size_t { plan_tab, build_tab, filings_tab };

/// Plan, build and filings as tabs; the PDF beside them once there is one to read, so that a line of the plan shows its page.
class DossierPage : public wxPanel {
public:
  DossierPage(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
    frameworks_ = new FrameworkChoice{this};
    splitter_ = new wxSplitterWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_NOBORDER};
    constexpr int narrowest = 260;
    splitter_->SetMinimumPaneSize(FromDIP(narrowest));
    tabs_ = new wxNotebook{splitter_, wxID_ANY};
    name_for_readers(*tabs_, tr("Dossier"));
    plan_ = new PlanPane{tabs_, desk_};
    build_ = new BuildPane{tabs_, desk_};
    filings_ = new FilingsPane{tabs_, desk_};
    tabs_->AddPage(plan_, text(tr("Plan")));
    tabs_->AddPage(build_, text(tr("Build")));
    tabs_->AddPage(filings_, text(tr("Filings")));
    reader_ = new DossierReader{splitter_};
    reader_->Hide();
    splitter_->Initialize(tabs_);
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(frameworks_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
    sizer->Add(splitter_, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
    connect();
  }

  void refresh() {
    filings_->refresh();
    if (!answers_frameworks(desk_.session.workspace())) return plan_->show_empty();
    desk_.with_standing_of(this, framework_, [this, asked = framework_](std::shared_ptr<const Standing> standing) {
      if (asked == framework_) attempt(desk_, [&] { take(std::move(standing)); });
    });
  }

  void reveal(const std::string& subject) {
    if (const auto wanted = known_ ? known_->frameworks.asked_for(subject) : std::nullopt; wanted && *wanted != framework_) turn_to(*wanted);
    constexpr std::string_view filing = "filing:";
    if (subject == "build") tabs_->SetSelection(build_tab);
    else if (subject == "filings") tabs_->SetSelection(filings_tab);
    else if (subject.starts_with(filing)) {
      tabs_->SetSelection(filings_tab);
      filings_->reveal(subject.substr(filing.size()));
    } else {
      tabs_->SetSelection(plan_tab);
      plan_->reveal(subject);
    }
  }

  void focus() {
    if (tabs_->GetSelection() == plan_tab) plan_->focus();
    else if (tabs_->GetSelection() == filings_tab) filings_->focus();
    else build_->SetFocus();
  }

  void search() {
    if (splitter_->IsSplit()) reader_->focus_search();
  }

private:
  void connect() {
    plan_->on_select = [this](const std::string& key) {
      if (splitter_->IsSplit() && plan_->plan()) reader_->jump(*plan_->plan(), key);
    };
    build_->on_read = [this](const BuiltDossier& built) { read_built(built); };
    build_->on_built = [this](const BuiltDossier& built) {
      if (splitter_->IsSplit() && reader_->shows(built.pdf_file)) read_built(built);
    };
    filings_->on_read = [this](std::shared_ptr<const std::string> pdf, const std::string& title) {
      open_reader();
      reader_->show_bytes(std::move(pdf), title);
    };
    reader_->on_loaded = [this] {
      if (const auto key = plan_->selected(); key && plan_->plan() && tabs_->GetSelection() == plan_tab) reader_->jump(*plan_->plan(), *key);
    };
    reader_->on_close = [this] {
      close_reader();
      focus();
    };
    frameworks_->on_choose = [this](const std::string& framework) { attempt(desk_, [&] { turn_to(framework); }); };
  }

  void take(std::shared_ptr<const Standing> standing) {
    if (known_ && known_->input.checklist.id != standing->input.checklist.id) plan_->start_over();
    known_ = standing;
    framework_ = standing->frameworks.asked();
    frameworks_->show(standing->frameworks);
    plan_->show(standing);
    build_->show(standing);
    filings_->show(standing);
  }

  /// The PDF beside it is one of the framework that was shown.
  void turn_to(const std::string& framework) {
    framework_ = framework;
    plan_->start_over();
    close_reader();
    refresh();
  }

  void close_reader() {
    if (!splitter_->IsSplit()) return;
    splitter_->Unsplit(reader_);
    reader_->clear();
  }

  void read_built(const BuiltDossier& built) {
    open_reader();
    reader_->show_file(built.pdf_file, built.draft ? tr("Draft, version {1}", {built.version}) : tr("Version {1}", {built.version}));
  }

  void open_reader() {
    if (splitter_->IsSplit()) return;
    constexpr double share_of_tabs = 0.42;
    reader_->Show();
    splitter_->SplitVertically(tabs_, reader_, static_cast<int>(GetClientSize().x * share_of_tabs));
  }

  const Desk& desk_;
  std::string framework_; ///< as AnsweredFrameworks::asked() has it
  std::shared_ptr<const Standing> known_;
  FrameworkChoice* frameworks_ = nullptr;
  wxSplitterWindow* splitter_ = nullptr;
  wxNotebook* tabs_ = nullptr;
  PlanPane* plan_ = nullptr;
  BuildPane* build_ = nullptr;
  FilingsPane* filings_ = nullptr;
  DossierReader* reader_ = nullptr;
};

BuiltPage build_page(wxWindow* parent, const Desk& desk) {
  auto* page = new DossierPage{parent, desk};
  return {.window = page,
          .refresh = [page] { page->refresh(); },
          .settle = {},
          .reveal = [page](const std::string& subject) { page->reveal(subject); },
          .focus = [page] { page->focus(); },
          .search = [page] { page->search(); }};
}

} // namespace

namespace pages {

extern const Page dossier;
const Page dossier{
    .id = "dossier",
    .title = marked("Dossier"),
    .sentence = marked("Build, read and file the dossier"),
    .build = build_page,
};

} // namespace pages
} // namespace hdskit::gui
