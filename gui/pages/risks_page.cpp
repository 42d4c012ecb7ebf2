#include "gui/page.hpp"

#include "gui/pages/risks_checks_pane.hpp"
#include "gui/pages/risks_ecosystem_pane.hpp"
#include "gui/pages/risks_plan_pane.hpp"
#include "gui/pages/risks_register_pane.hpp"
#include "gui/pages/risks_scenarios_pane.hpp"
#include "gui/pages/risks_versions_pane.hpp"
#include "gui/pages/risks_workshops_pane.hpp"
#include "gui/presenter/risks_subject.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"

#include <wx/notebook.h>
#include <wx/sizer.h>

#include <optional>
#include <vector>

namespace hdskit::gui::pages {
namespace {

/// The tabs around one reading of the study, made in the background for each revision of the workspace.
class RisksPage : public wxPanel {
public:
  RisksPage(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
    tabs_ = new wxNotebook{this, wxID_ANY};
    name_for_readers(*tabs_, tr("Risks"));
    add(new RisksRegisterPane{tabs_, desk_}, tr("Register"));
    add(new RisksWorkshopsPane{tabs_, desk_}, tr("Workshops"));
    add(new RisksEcosystemPane{tabs_, desk_}, tr("Ecosystem"));
    add(new RisksScenariosPane{tabs_, desk_}, tr("Scenarios"));
    add(new RisksPlanPane{tabs_, desk_}, tr("Action plan"));
    add(new RisksChecksPane{tabs_, desk_}, tr("Checks"));
    add(new RisksVersionsPane{tabs_, desk_}, tr("Versions"));
    tabs_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGING, &RisksPage::leaving_tab, this);
    tabs_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
      event.Skip();
      if (event.GetEventObject() == tabs_) show_current();
    });
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(tabs_, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
  }

  void refresh() {
    const auto revision = desk_.session.revision();
    if (map_ && map_revision_ == revision && map_->day == desk_.session.today()) return;
    if (reading_revision_ == revision) return; // on its way
    reading_revision_ = revision;
    desk_.background.run(
        this, "", [location = desk_.session.location(), day = desk_.session.today()](const Progress&) { return read_risk_map(Workspace::open(location), day); },
        [this, revision](std::shared_ptr<const RiskMap> map) { take(revision, std::move(map)); },
        [this, revision](const std::exception_ptr& failure) {
          if (reading_revision_ != revision) return;
          reading_revision_.reset();
          desk_.tell_problem(failure);
        });
  }

  bool settle() {
    for (auto* pane : panes_)
      if (!pane->settle()) return false;
    return true;
  }

  void reveal(const std::string& subject) {
    awaited_ = risks_subject(subject);
    refresh();
    if (map_ && !reading_revision_) reveal_awaited();
  }

  void focus() { current().focus(); }
  void search() { current().search(); }

private:
  void add(RisksPane* pane, const std::string& title) {
    panes_.push_back(pane);
    shown_.push_back(nullptr);
    tabs_->AddPage(pane, text(title));
  }

  RisksPane& current() { return *panes_.at(static_cast<std::size_t>(std::max(0, tabs_->GetSelection()))); }

  void take(std::int64_t revision, std::shared_ptr<const RiskMap> map) {
    if (reading_revision_ != revision) return; // another reading is on its way
    reading_revision_.reset();
    map_revision_ = revision;
    map_ = std::move(map);
    show_current();
    reveal_awaited();
  }

  void show_current() {
    const auto tab = static_cast<std::size_t>(std::max(0, tabs_->GetSelection()));
    if (!map_ || tab >= panes_.size() || shown_[tab] == map_) return;
    shown_[tab] = map_;
    attempt(desk_, [&] { panes_[tab]->show(map_); });
  }

  void reveal_awaited() {
    if (!awaited_) return;
    const auto subject = *std::exchange(awaited_, std::nullopt);
    for (std::size_t tab = 0; tab < panes_.size(); ++tab) {
      if (!panes_[tab]->shows(subject.kind)) continue;
      if (tab != static_cast<std::size_t>(tabs_->GetSelection())) tabs_->SetSelection(tab);
      if (&current() != panes_[tab]) return; // what is typed elsewhere could not be saved
      attempt(desk_, [&] { panes_[tab]->reveal(subject.kind, subject.reference); });
      return;
    }
  }

  void leaving_tab(wxBookCtrlEvent& event) {
    const auto from = event.GetOldSelection();
    if (event.GetEventObject() == tabs_ && from >= 0 && !panes_.at(static_cast<std::size_t>(from))->settle()) event.Veto();
    else event.Skip();
  }

  const Desk& desk_;
  wxNotebook* tabs_ = nullptr;
  std::vector<RisksPane*> panes_;
  std::vector<std::shared_ptr<const RiskMap>> shown_; ///< what each tab shows
  std::shared_ptr<const RiskMap> map_;
  std::int64_t map_revision_ = -1;
  std::optional<std::int64_t> reading_revision_;
  std::optional<RisksSubject> awaited_; ///< to be revealed as soon as the study is read
};

} // namespace

extern const Page risks;
const Page risks{
    .id = "risks",
    .title = marked("Risks"),
    .sentence = marked("The risk map: what could happen, how grave and how likely, what is done about it, and what remains"),
    .build =
        [](wxWindow* parent, const Desk& desk) {
          auto* page = new RisksPage{parent, desk};
          return BuiltPage{.window = page,
                           .refresh = [page] { page->refresh(); },
                           .settle = [page] { return page->settle(); },
                           .reveal = [page](const std::string& subject) { page->reveal(subject); },
                           .focus = [page] { page->focus(); },
                           .search = [page] { page->search(); }};
        },
};

} // namespace hdskit::gui::pages
