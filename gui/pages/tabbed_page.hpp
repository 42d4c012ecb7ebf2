#pragma once

#include "gui/page.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"

#include <wx/notebook.h>
#include <wx/panel.h>
#include <wx/sizer.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hdskit::gui::pages {

/// A tab of a page whose tabs show one and the same reading of a part of the workspace.
template <typename Content> class TabPane : public wxPanel {
public:
  using wxPanel::wxPanel;

  /// The content has another revision, or the tab comes into sight: keeps what is chosen and what is being typed. Only called while the tab is in sight.
  virtual void show(std::shared_ptr<const Content> content) = 0;
  /// Whether records of this kind are shown here; the first tab that says so reveals them.
  virtual bool shows(std::string_view kind) const = 0;
  /// Called once show() was. `reference` may be "": the kind as a whole.
  virtual void reveal(const std::string& kind, const std::string& reference) = 0;
  virtual bool settle() { return true; } ///< as BuiltPage has it; asked before the tab is left too
  virtual void focus() = 0;
  virtual void search() { focus(); } ///< Ctrl+F
};

/// The tabs around one reading, made in the background for each revision of the workspace.
template <typename Content> class TabbedPage : public wxPanel {
public:
  using Read = std::shared_ptr<const Content> (*)(const Workspace&, Date today);

  TabbedPage(wxWindow* parent, const Desk& desk, const std::string& name, Read read) : wxPanel{parent}, desk_{desk}, read_{read} {
    tabs_ = new wxNotebook{this, wxID_ANY};
    name_for_readers(*tabs_, name);
    tabs_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGING, &TabbedPage::leaving_tab, this);
    tabs_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
      event.Skip();
      if (event.GetEventObject() == tabs_) show_current();
    });
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(tabs_, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
  }

  template <typename Pane> void add(const std::string& title) {
    auto* pane = new Pane{tabs_, desk_};
    panes_.push_back(pane);
    shown_.push_back(nullptr);
    tabs_->AddPage(pane, text(title));
  }

  void refresh() {
    const auto revision = desk_.session.revision();
    if (content_ && content_revision_ == revision && content_->day == desk_.session.today()) return;
    if (reading_revision_ == revision) return; // on its way
    reading_revision_ = revision;
    desk_.background.run(
        this, "",
        [read = read_, location = desk_.session.location(), day = desk_.session.today()](const Progress&) { return read(Workspace::open(location), day); },
        [this, revision](std::shared_ptr<const Content> content) { take(revision, std::move(content)); },
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

  /// In the tab that shows the kind, as soon as the content is read.
  void reveal(std::string kind, std::string reference) {
    awaited_.emplace(std::move(kind), std::move(reference));
    refresh();
    if (content_ && !reading_revision_) reveal_awaited();
  }

  void focus() { current().focus(); }
  void search() { current().search(); }

private:
  TabPane<Content>& current() { return *panes_.at(static_cast<std::size_t>(std::max(0, tabs_->GetSelection()))); }

  void take(std::int64_t revision, std::shared_ptr<const Content> content) {
    if (reading_revision_ != revision) return; // another reading is on its way
    reading_revision_.reset();
    content_revision_ = revision;
    content_ = std::move(content);
    show_current();
    reveal_awaited();
  }

  void show_current() {
    const auto tab = static_cast<std::size_t>(std::max(0, tabs_->GetSelection()));
    if (!content_ || tab >= panes_.size() || shown_[tab] == content_) return;
    shown_[tab] = content_;
    attempt(desk_, [&] { panes_[tab]->show(content_); });
  }

  void reveal_awaited() {
    if (!awaited_) return;
    const auto [kind, reference] = *std::exchange(awaited_, std::nullopt);
    for (std::size_t tab = 0; tab < panes_.size(); ++tab) {
      if (!panes_[tab]->shows(kind)) continue;
      if (tab != static_cast<std::size_t>(tabs_->GetSelection())) tabs_->SetSelection(tab);
      if (&current() != panes_[tab]) return; // what is typed elsewhere could not be saved
      attempt(desk_, [&, pane = panes_[tab]] { pane->reveal(kind, reference); });
      return;
    }
  }

  void leaving_tab(wxBookCtrlEvent& event) {
    const auto from = event.GetOldSelection();
    if (event.GetEventObject() == tabs_ && from >= 0 && !panes_.at(static_cast<std::size_t>(from))->settle()) event.Veto();
    else event.Skip();
  }

  const Desk& desk_;
  const Read read_;
  wxNotebook* tabs_ = nullptr;
  std::vector<TabPane<Content>*> panes_;
  std::vector<std::shared_ptr<const Content>> shown_; ///< what each tab shows
  std::shared_ptr<const Content> content_;
  std::int64_t content_revision_ = -1;
  std::optional<std::int64_t> reading_revision_;
  std::optional<std::pair<std::string, std::string>> awaited_; ///< kind and reference to be revealed
};

/// `subject_of`: kind and reference of what Desk::go_to says to the page; nothing when the page does not know it.
template <typename Content, typename Subject> BuiltPage built_page(TabbedPage<Content>* page, std::optional<Subject> (*subject_of)(std::string_view)) {
  return {.window = page,
          .refresh = [page] { page->refresh(); },
          .settle = [page] { return page->settle(); },
          .reveal =
              [page, subject_of](const std::string& words) {
                if (const auto subject = subject_of(words)) page->reveal(subject->kind, subject->reference);
              },
          .focus = [page] { page->focus(); },
          .search = [page] { page->search(); }};
}

} // namespace hdskit::gui::pages
