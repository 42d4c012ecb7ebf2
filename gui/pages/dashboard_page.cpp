#include "gui/page.hpp"
#include "gui/presenter/dashboard.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/progress_line.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <utility>

namespace hdskit::gui::pages {
namespace {

constexpr int tall = 235, middle = 155, low = 120, heading = 40; ///< of tiles, in device-independent pixels; they grow in proportion
constexpr int scroll_step = 12;                                  ///< device-independent pixels

class DashboardPage : public wxScrolledWindow {
public:
  DashboardPage(wxWindow* parent, const Desk& desk)
      : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL}, desk_{desk} {
    SetScrollRate(0, FromDIP(scroll_step));
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->Add(new_head(), wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2 * gap)));
    steps_ = new wxBoxSizer{wxVERTICAL};
    rows->Add(steps_, wxSizerFlags{}.Expand());
    shares_ = new ListView{this, {.name = tr("Progress by obligation and form")}};
    changes_ = new ListView{this, {.name = tr("Changed since yesterday")}};
    due_ = new ListView{this, {.name = tr("Next deadlines")}};
    findings_ = new ListView{this, {.name = tr("Latest findings"), .count = false}};
    auto* pair = new wxBoxSizer{wxHORIZONTAL};
    pair->Add(tile(*shares_, tall, tr("Progress by obligation and form"), tr("Requirements"), "requirements"), wxSizerFlags{9}.Expand());
    pair->Add(tile(*changes_, tall, tr("Changed since yesterday"), tr("Journal"), "journal"), wxSizerFlags{5}.Expand().Border(wxLEFT, FromDIP(3 * gap)));
    rows->Add(pair, wxSizerFlags{tall + heading}.Expand());
    rows->Add(tile(*due_, middle, tr("Next deadlines"), tr("Deadlines"), "deadlines"),
              wxSizerFlags{middle + heading + gap}.Expand().Border(wxTOP, FromDIP(gap)));
    rows->Add(tile(*findings_, low, tr("Latest findings"), tr("All gaps"), "dossier", &more_),
              wxSizerFlags{low + heading + gap}.Expand().Border(wxTOP, FromDIP(gap)));
    SetSizer(rows);
    shares_->control().Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
      event.Skip();
      if (std::exchange(laid_out_for_, event.GetSize().GetWidth()) != event.GetSize().GetWidth()) CallAfter([this] { widen_titles(); });
    });
  }

  void refresh() {
    desk_.with_standing(this, [this](const std::shared_ptr<const Standing>& standing) { attempt(desk_, [&] { show(dashboard_of(*standing)); }); });
    desk_.background.run(
        this, "",
        [location = desk_.session.location(), today = desk_.session.today()](const Progress&) {
          return changes_since_yesterday(Workspace::open(location), today);
        },
        [this](const ListRows& rows) { show_list(*changes_, rows); });
  }

  void focus() { shares_->focus(); }

private:
  wxSizer* new_head() {
    auto* head = new wxBoxSizer{wxHORIZONTAL};
    auto* words = new wxBoxSizer{wxVERTICAL};
    hospital_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
    hospital_->SetFont(hospital_->GetFont().Bold().Scaled(1.35f));
    verdict_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
    words->Add(hospital_, wxSizerFlags{}.Expand());
    words->Add(verdict_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
    auto* bars = new wxBoxSizer{wxVERTICAL};
    answered_ = new ProgressLine{this};
    demonstrated_ = new ProgressLine{this};
    bars->Add(answered_, wxSizerFlags{}.Expand());
    bars->Add(demonstrated_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
    head->Add(words, wxSizerFlags{1}.CenterVertical());
    head->Add(bars, wxSizerFlags{1}.CenterVertical().Border(wxLEFT, FromDIP(2 * gap)));
    return head;
  }

  wxSizer* tile(ListView& list, int height, const std::string& title, const std::string& label, const std::string& page, wxButton** button = nullptr) {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* head = new wxBoxSizer{wxHORIZONTAL};
    auto* words = new wxStaticText{this, wxID_ANY, text(title)};
    words->SetFont(words->GetFont().Bold());
    auto* there = new wxButton{this, wxID_ANY, text(label + " →")};
    name_for_readers(*there, tr("{1}: go to the page {2}", {title, label}));
    there->Bind(wxEVT_BUTTON, [this, page](wxCommandEvent&) { desk_.go_to(page, ""); });
    there->MoveBeforeInTabOrder(&list);
    if (button) *button = there;
    head->Add(words, wxSizerFlags{1}.CenterVertical());
    head->Add(there, wxSizerFlags{}.CenterVertical());
    list.SetMinSize(FromDIP(wxSize{100, height}));
    list.SetToolTip(text(tr("Enter or a double click leads there")));
    list.on_open = [this](const std::string& key) { go(destination_of(key)); };
    list.on_told = desk_.tell;
    list.on_failed = desk_.tell_problem;
    rows->Add(head, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
    rows->Add(&list, wxSizerFlags{1}.Expand());
    return rows;
  }

  void go(const Destination& destination) {
    if (!destination.page.empty()) desk_.go_to(destination.page, destination.subject);
  }

  void show(const Dashboard& board) {
    hospital_->SetLabel(text(board.hospital));
    verdict_->SetLabel(text(board.verdict));
    verdict_->SetForegroundColour(colour(board.tone));
    answered_->show(board.answered.words, board.answered.done, board.answered.all);
    demonstrated_->show(board.demonstrated.words, board.demonstrated.done, board.demonstrated.all);
    more_->SetLabel(text(board.more_findings + " →"));
    show_steps(board.first_steps);
    shares_->show(board.shares);
    widen_titles();
    show_list(*due_, board.due);
    show_list(*findings_, board.findings);
    Layout();
    FitInside();
  }

  /// Contents change their width with every reading.
  static void show_list(ListView& list, const ListRows& rows) {
    list.show(rows);
    fit_columns(list.control(), rows);
  }

  /// What the numbers leave is for the titles.
  void widen_titles() {
    auto& list = shares_->control();
    const int narrowest = FromDIP(160), edge = FromDIP(4), beside_heading = FromDIP(30);
    int left = list.GetClientSize().GetWidth() - edge;
    const auto bold = list.GetFont().Bold();
    for (unsigned i = 1; i < list.GetColumnCount(); ++i) {
      int width = 0, height = 0;
      list.GetTextExtent(list.GetColumn(i)->GetTitle(), &width, &height, nullptr, nullptr, &bold);
      list.GetColumn(i)->SetWidth(width + beside_heading);
      left -= width + beside_heading;
    }
    if (list.GetColumnCount() > 0) list.GetColumn(0)->SetWidth(std::max(narrowest, left));
  }

  void show_steps(const std::vector<FirstStep>& steps) {
    steps_->Clear(true);
    if (steps.empty()) return;
    auto* title = new wxStaticText{this, wxID_ANY, text(tr("What to do first"))};
    title->SetFont(title->GetFont().Bold());
    steps_->Add(title, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(gap)));
    auto* grid = new wxFlexGridSizer{2, FromDIP(wxSize{2 * gap, gap})};
    grid->AddGrowableCol(0);
    grid->AddGrowableCol(1);
    wxWindow* before = nullptr;
    for (const auto& step : steps) {
      const auto words = step.done ? tr("✔ done: {1}", {step.title}) : tr("○ to do: {1}", {step.title});
      auto* button = new wxButton{this, wxID_ANY, text(words), wxDefaultPosition, wxDefaultSize, wxBU_LEFT};
      button->Bind(wxEVT_BUTTON, [this, destination = step.destination](wxCommandEvent&) { CallAfter([this, destination] { go(destination); }); });
      if (before) button->MoveAfterInTabOrder(before);
      else button->MoveBeforeInTabOrder(GetChildren().GetFirst()->GetData());
      before = button;
      grid->Add(button, wxSizerFlags{}.Expand());
    }
    steps_->Add(grid, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(3 * gap)));
  }

  const Desk& desk_;
  wxStaticText *hospital_ = nullptr, *verdict_ = nullptr;
  ProgressLine *answered_ = nullptr, *demonstrated_ = nullptr;
  wxBoxSizer* steps_ = nullptr;
  ListView *shares_ = nullptr, *due_ = nullptr, *findings_ = nullptr, *changes_ = nullptr;
  wxButton* more_ = nullptr;
  int laid_out_for_ = 0; ///< width of the table
};

} // namespace

extern const Page dashboard;
const Page dashboard{
    .id = "dashboard",
    .title = marked("Dashboard"),
    .sentence = marked("Where the file stands, and what comes next"),
    .build =
        [](wxWindow* parent, const Desk& desk) {
          auto* page = new DashboardPage{parent, desk};
          return BuiltPage{.window = page, .refresh = [page] { page->refresh(); }, .focus = [page] { page->focus(); }};
        },
};

} // namespace hdskit::gui::pages
