#include "gui/frame.hpp"

#include "gui/icon.hpp"
#include "gui/presenter/shown.hpp"
#include "gui/welcome.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/activity_bar.hpp"
#include "gui/window/message_bar.hpp"
#include "gui/window/native_tree.hpp"
#include "gui/window/problem_dialog.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/surroundings/surroundings.hpp"

#include <wx/dnd.h>
#include <wx/listbox.h>
#include <wx/msgdlg.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/utils.h>

namespace hdskit::gui {
namespace {

constexpr int watch_every_ms = 1000;
const wxSize usual_size{1180, 760}, smallest_size{760, 480}; ///< device-independent pixels

/// A workspace dropped on the window is opened.
class WorkspaceDrop : public wxFileDropTarget {
public:
  explicit WorkspaceDrop(Frame& frame) : frame_{frame} {}
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& files) override {
    if (files.empty()) return false;
    const auto file = utf8(files[0]);
    frame_.CallAfter([this, file] { frame_.open_workspace(file); });
    return true;
  }

private:
  Frame& frame_;
};

} // namespace

Frame::Frame(Household household) : wxFrame{nullptr, wxID_ANY, "hdskit"}, household_{std::move(household)} {
  background_ = std::make_unique<Background>(Background::Watcher{
      .started = [this](int job, const std::string& title) { activity_->started(job, title); },
      .moved = [this](int job, const std::string& step, std::uint64_t done, std::uint64_t total) { activity_->moved(job, step, done, total); },
      .ended = [this](int job) { activity_->ended(job); },
      .failed = [this](const std::exception_ptr& failure) { tell_problem(failure); }});
  SetIcons(program_icons());
  lay_out();
  build_menus();
  const auto& preferences = household_.preferences;
  SetMinSize(FromDIP(smallest_size));
  SetSize(preferences.width > 0 && preferences.height > 0 ? FromDIP(wxSize{preferences.width, preferences.height}) : FromDIP(usual_size));
  if (preferences.maximised) Maximize();
  SetDropTarget(new WorkspaceDrop{*this});
  Bind(wxEVT_CLOSE_WINDOW, &Frame::closing, this);
  Bind(
      wxEVT_TIMER, [this](wxTimerEvent&) { look(); }, watch_.GetId());
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'F') search(); // before the list that has the keyboard opens GTK's own search
    else event.Skip();
  });
  watch_.Start(watch_every_ms);
  show_welcome();
}

void Frame::lay_out() {
  auto* panel = new wxPanel{this};
  auto* columns = new wxBoxSizer{wxHORIZONTAL};
  navigation_ = new wxListBox{panel, wxID_ANY, wxDefaultPosition, FromDIP(wxSize{190, -1})};
  navigation_->SetFont(navigation_->GetFont().Scaled(1.1f));
  name_for_readers(*navigation_, tr("Pages"));
  leave_search_to_the_page(*navigation_);
  for (const auto* page : all_pages()) navigation_->Append(text(tr(page->title)));
  navigation_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
    if (event.GetSelection() >= 0) choose_page(static_cast<std::size_t>(event.GetSelection()));
  });
  navigation_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { focus_page(); }); // Enter too
  auto* right = new wxBoxSizer{wxVERTICAL};
  message_ = new MessageBar{panel};
  book_ = new wxSimplebook{panel};
  activity_ = new ActivityBar{panel, [this](int job) { background_->cancel(job); }};
  right->Add(message_, wxSizerFlags{}.Expand());
  right->Add(book_, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(gap)));
  right->Add(activity_, wxSizerFlags{}.Expand());
  columns->Add(navigation_, wxSizerFlags{}.Expand());
  columns->Add(right, wxSizerFlags{1}.Expand());
  panel->SetSizer(columns);
}

void Frame::build_pages() {
  book_->DeleteAllPages();
  pages_.clear();
  page_revisions_.clear();
  page_ = {};
  desk_.emplace(Desk{.session = *session_,
                     .background = *background_,
                     .with_standing = [this](wxWindow* owner, auto take) { with_standing(owner, "", std::move(take)); },
                     .with_standing_of = [this](wxWindow* owner, const std::string& framework, auto take) { with_standing(owner, framework, std::move(take)); },
                     .go_to = [this](std::string_view page, const std::string& subject) { show_page(page, subject); },
                     .tell = [this](const std::string& sentence) { tell(sentence); },
                     .tell_outcome =
                         [this](const Cell& outcome, std::string_view page, const std::string& subject) {
                           MessageBar::Action lead;
                           if (!page.empty()) lead = {tr("Show it"), [this, page = std::string{page}, subject] { show_page(page, subject); }};
                           message_->tell(outcome.tone, outcome.text, "", std::move(lead));
                         },
                     .tell_problem = [this](const std::exception_ptr& failure) { tell_problem(failure); },
                     .changed =
                         [this] {
                           if (!problem_.empty() && message_->sentence() == problem_) message_->close(); // it went well now
                           problem_.clear();
                           changed();
                         },
                     .card_module = [this] { return household_.preferences.card_module; },
                     .remember_card_module =
                         [this](const std::string& path) {
                           household_.preferences.card_module = path;
                           household_.keep_preferences();
                         },
                     .drafts = household_.drafts});
}

BuiltPage* Frame::current_page() {
  const auto found = pages_.find(page_);
  return found == pages_.end() ? nullptr : &found->second;
}

bool Frame::settle() {
  const auto* page = current_page();
  return !page || !page->settle || page->settle();
}

bool Frame::give_up_work() {
  const auto work = background_->shown();
  if (work.empty()) return true;
  wxMessageDialog dialog{this, text(tr("“{1}” is still going on.", {work})), "hdskit", wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION};
  dialog.SetExtendedMessage(text(tr("If you go on, this work is cancelled: nothing half done is left behind, and you can start it again later.")));
  dialog.SetYesNoLabels(text(tr("Cancel the work and go on")), text(tr("Let it work")));
  return dialog.ShowModal() == wxID_YES;
}

void Frame::show_page(std::string_view id, const std::string& subject) {
  turn_to(id);
  if (page_ != id || !session_) return;
  // The page is drawn first: a list that gets the keyboard shows its first record beside it. Who has moved on meanwhile, to the search field, stays there.
  later([this, before = wxWindow::FindFocus()] {
    if (wxWindow::FindFocus() == before) focus_page();
  });
  if (!subject.empty() && pages_[page_].reveal) pages_[page_].reveal(subject);
}

void Frame::turn_to(std::string_view id) {
  const auto pages = all_pages();
  const auto found = std::ranges::find(pages, id, &Page::id);
  if (found != pages.end() && session_ && page_ != id) choose_page(static_cast<std::size_t>(found - pages.begin()));
}

void Frame::choose_page(std::size_t index) {
  const auto& page = *all_pages()[index];
  if (!session_ || page.id == page_) return;
  if (!settle()) {
    const auto pages = all_pages();
    navigation_->SetSelection(static_cast<int>(std::ranges::find(pages, page_, &Page::id) - pages.begin()));
    return;
  }
  if (!pages_.contains(page.id)) {
    pages_[page.id] = page.build(book_, *desk_);
    book_->AddPage(pages_[page.id].window, text(tr(page.title)));
  }
  page_ = page.id;
  household_.preferences.page = page.id;
  navigation_->SetSelection(static_cast<int>(index));
  book_->SetSelection(static_cast<std::size_t>(book_->FindPage(pages_[page_].window)));
  refresh_page();
  update_title();
  update_menus();
}

void Frame::focus_page() {
  if (const auto* page = current_page(); page && page->focus) page->focus();
}

void Frame::search() {
  if (const auto* page = current_page(); page && page->search) page->search();
}

void Frame::refresh_page() {
  const auto* page = current_page();
  const auto known = page_revisions_.find(page_);
  if (!page || (known != page_revisions_.end() && known->second == session_->revision())) return;
  page_revisions_[page_] = session_->revision();
  try {
    if (page->refresh) page->refresh();
  } catch (...) { tell_problem(std::current_exception()); }
}

void Frame::look() {
  if (!session_) return;
  try {
    if (session_->look()) changed();
    if (!trouble_.empty() && message_->sentence() == trouble_) message_->close();
    trouble_.clear();
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::busy) tell_trouble(std::current_exception()); // who saves is told; who reads need not know
  } catch (...) { tell_trouble(std::current_exception()); }
}

void Frame::tell_trouble(const std::exception_ptr& failure) {
  const auto [sentence, remedy, cancelled] = told(failure);
  if (sentence == trouble_) return; // told already; it is looked at again every second
  trouble_ = sentence;
  message_->tell(Tone::bad, sentence, remedy, {tr("Open it again"), [this, location = location()] { open_workspace(location); }});
}

void Frame::changed() {
  refresh_page();
  update_title();
  update_menus();
}

void Frame::tell(const std::string& sentence) { message_->tell(Tone::good, sentence); }

void Frame::tell_problem(const std::exception_ptr& failure) {
  constexpr std::size_t lines_in_bar = 4;
  const auto [sentence, remedy, cancelled] = told(failure);
  problem_ = first_lines(sentence, lines_in_bar);
  if (cancelled) return message_->tell(Tone::neutral, tr("The work was cancelled; nothing was changed."));
  MessageBar::Action action;
  if (!trouble_.empty()) action = {tr("Open it again"), [this, location = location()] { open_workspace(location); }};
  else if (problem_ != sentence) action = {tr("Read all of it…"), [this, words = sentence + "\n\n" + remedy] { show_whole(this, words); }};
  message_->tell(Tone::bad, problem_, remedy, std::move(action));
}

void Frame::later(std::function<void()> work) {
  CallAfter([this, work = std::move(work)] {
    try {
      work();
    } catch (...) { tell_problem(std::current_exception()); } // leaving CallAfter, it would end the program
  });
}

void Frame::update_title() {
  wxString title = "hdskit";
  if (session_) {
    const auto pages = all_pages();
    const auto found = std::ranges::find(pages, page_, &Page::id);
    const auto name = std::filesystem::path{session_->location()}.filename().string();
    const auto& card = session_->card(); // who acts stands in sight as long as a card proves it
    title = text((found == pages.end() ? "" : tr((*found)->title) + " – ") + name + (card ? " – " + tr("{1}, CPS card", {card->name}) : "") + " – hdskit");
  }
  SetTitle(title);
}

void Frame::show_welcome() {
  book_->DeleteAllPages();
  book_->AddPage(new_welcome(book_, {.recent = recent_files(household_.preferences.recent, utf8(wxGetHomeDir()), paris_date(household_.seat.now())),
                                     .open = [this] { later([this] { ask_open(); }); },
                                     .create = [this] { later([this] { ask_new(); }); },
                                     .demonstration = [this] { later([this] { ask_demonstration(); }); },
                                     .from_export = [this] { later([this] { ask_import_all(); }); },
                                     .open_recent = [this](const std::string& location) { later([this, location] { open_workspace(location); }); }}),
                 "hdskit", true);
  navigation_->Hide();
  navigation_->GetParent()->Layout();
  update_title();
  update_menus();
}

void Frame::close_workspace() {
  if (!session_ || !settle() || !give_up_work()) return;
  background_->cancel_all();
  message_->close();
  // Pages refer to the desk and the session: they go first.
  book_->DeleteAllPages();
  pages_.clear();
  page_ = {};
  desk_.reset();
  session_.reset();
  standings_.clear();
  show_welcome();
}

void Frame::closing(wxCloseEvent& event) {
  if (event.CanVeto() && (!settle() || !give_up_work())) {
    event.Veto();
    return;
  }
  auto& preferences = household_.preferences;
  preferences.maximised = IsMaximized();
  if (!preferences.maximised) {
    const auto size = ToDIP(GetSize());
    preferences.width = size.GetWidth();
    preferences.height = size.GetHeight();
  }
  household_.keep_preferences();
  watch_.Stop();
  Hide(); // waiting for work to notice that it is cancelled needs no window
  background_.reset();
  Destroy();
}

} // namespace hdskit::gui
