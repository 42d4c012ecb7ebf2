#include "gui/page.hpp"
#include "gui/pages/deadlines_list_pane.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "toolkit/dossier/deadlines.hpp"

#include <wx/notebook.h>
#include <wx/sizer.h>

namespace hdskit::gui::pages {
namespace {

enum Tab : std::size_t { list_tab };

class DeadlinesPage : public wxPanel {
public:
  DeadlinesPage(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
    tabs_ = new wxNotebook{this, wxID_ANY};
    name_for_readers(*tabs_, tr("Deadlines"));
    list_ = new DeadlineListPane{tabs_, desk_};
    tabs_->AddPage(list_, text(tr("All deadlines")));
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(tabs_, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
  }

  void refresh() { list_->show(all_deadlines(desk_.session.workspace(), desk_.session.today())); }

  void reveal(const std::string& subject) {
    tabs_->SetSelection(list_tab);
    list_->select(subject);
  }

  void focus() { list_->focus(); }

  void search() {
    tabs_->SetSelection(list_tab);
    list_->focus_search();
  }

private:
  const Desk& desk_;
  wxNotebook* tabs_ = nullptr;
  DeadlineListPane* list_ = nullptr;
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
