#include "gui/page.hpp"
#include "gui/pages/deadlines_list_pane.hpp"
#include "gui/pages/deadlines_month_pane.hpp"
#include "gui/pages/deadlines_procedures_pane.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "toolkit/dossier/deadlines.hpp"

#include <wx/notebook.h>
#include <wx/sizer.h>

namespace hdskit::gui::pages {
namespace {

enum Tab : std::size_t { list_tab, procedures_tab, month_tab };

class DeadlinesPage : public wxPanel {
public:
  DeadlinesPage(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
    tabs_ = new wxNotebook{this, wxID_ANY};
    name_for_readers(*tabs_, tr("Deadlines"));
    list_ = new DeadlineListPane{tabs_, desk_};
    procedures_ = new ProceduresPane{tabs_, desk_};
    tabs_->AddPage(list_, text(tr("All deadlines")));
    tabs_->AddPage(procedures_, text(tr("Procedures")));
    month_ = new MonthPane{tabs_, desk_};
    month_->on_open = [this](const std::string& uid) {
      attempt(desk_, [&] { reveal(uid); });
      list_->focus();
    };
    tabs_->AddPage(month_, text(tr("Month")));
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(tabs_, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
  }

  void refresh() {
    const auto& workspace = desk_.session.workspace();
    const auto today = desk_.session.today();
    const auto deadlines = all_deadlines(workspace, today);
    list_->show(deadlines);
    month_->show(deadlines);
    procedures_->show(read_procedures(workspace, today));
  }

  void reveal(const std::string& subject) {
    constexpr std::string_view procedure = "procedure:";
    const bool is_procedure = subject.starts_with(procedure);
    tabs_->SetSelection(is_procedure ? procedures_tab : list_tab);
    if (is_procedure) procedures_->select(subject.substr(procedure.size()));
    else list_->select(subject);
  }

  void focus() {
    if (tabs_->GetSelection() == procedures_tab) procedures_->focus();
    else if (tabs_->GetSelection() == month_tab) month_->focus();
    else list_->focus();
  }

  void search() {
    if (tabs_->GetSelection() == procedures_tab) return procedures_->focus_search();
    tabs_->SetSelection(list_tab);
    list_->focus_search();
  }

private:
  const Desk& desk_;
  wxNotebook* tabs_ = nullptr;
  DeadlineListPane* list_ = nullptr;
  ProceduresPane* procedures_ = nullptr;
  MonthPane* month_ = nullptr;
};

} // namespace

extern const Page deadlines;
const Page deadlines{
    .id = "deadlines",
    .title = marked("Deadlines"),
    .sentence = marked("All dates to keep, the procedures they come from, and how each was computed"),
    .build =
        [](wxWindow* parent, const Desk& desk) {
          auto* page = new DeadlinesPage{parent, desk};
          return BuiltPage{.window = page,
                           .refresh = [page] { page->refresh(); },
                           .settle = {},
                           .reveal = [page](const std::string& subject) { page->reveal(subject); },
                           .focus = [page] { page->focus(); },
                           .search = [page] { page->search(); }};
        },
};

} // namespace hdskit::gui::pages
