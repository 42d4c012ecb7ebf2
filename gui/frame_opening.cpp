#include "gui/frame.hpp"

#include "gui/assistant.hpp"
#include "gui/window/message_bar.hpp"
#include "gui/window/new_file.hpp"
#include "gui/window/problem_dialog.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/demonstration/create_demonstration.hpp"
#include "toolkit/workspace/care.hpp"

#include <wx/filedlg.h>
#include <wx/listbox.h>
#include <wx/msgdlg.h>
#include <wx/textdlg.h>
#include <wx/utils.h>

namespace hdskit::gui {
void Frame::open_workspace(const std::string& location) {
  if (session_ && !settle()) return;
  try {
    const wxBusyCursor busy;
    Session session{location, household_.seat}; // before the one that is open is closed: it may fail
    close_workspace();
    if (session_) return; // the person would rather stay
    session_.emplace(std::move(session));
  } catch (const Problem& problem) {
    if (problem.kind() == ProblemKind::older_format) offer_upgrade(location, std::current_exception());
    else tell_problem(std::current_exception());
    return;
  } catch (...) {
    tell_problem(std::current_exception());
    return;
  }
  opened(location);
}

void Frame::opened(const std::string& location) {
  trouble_.clear();
  message_->close();
  const bool server = location.find("://") != std::string::npos;
  household_.preferences.remember(server ? location : std::filesystem::absolute(location).string());
  household_.keep_preferences();
  build_pages();
  renew_recent_menu();
  navigation_->Show();
  navigation_->GetParent()->Layout();
  const auto pages = all_pages();
  const auto wanted = std::ranges::find(pages, household_.preferences.page, &Page::id);
  turn_to(wanted == pages.end() ? pages.front()->id : (*wanted)->id);
  navigation_->SetFocus();
}

void Frame::offer_upgrade(const std::string& location, const std::exception_ptr& failure) {
  const auto [sentence, remedy, cancelled] = told(failure);
  wxMessageDialog dialog{this, text(sentence), "hdskit", wxYES_NO | wxICON_QUESTION};
  dialog.SetExtendedMessage(text(tr("Bring it to the format of this program now? A copy is kept beside it first.")));
  dialog.SetYesNoLabels(text(tr("Upgrade and open")), text(tr("Leave it as it is")));
  if (dialog.ShowModal() != wxID_YES) return;
  background_->run(
      this, tr("Upgrading the workspace"),
      [location, acting = Acting{household_.seat.person, household_.seat.now()}](const Progress&) { return upgrade_workspace(location, acting); },
      [this, location](const std::string& copy) {
        open_workspace(location);
        tell(tr("The workspace was upgraded; the copy of before is “{1}”.", {copy}));
      });
}

void Frame::ask_open() {
  wxFileDialog dialog{this, text(tr("Open a workspace")), "", "", text(workspace_files()), wxFD_OPEN | wxFD_FILE_MUST_EXIST};
  if (dialog.ShowModal() == wxID_OK) open_workspace(utf8(dialog.GetPath()));
}

void Frame::ask_server() {
  wxTextEntryDialog dialog{this, text(tr("Address of the workspace, such as postgresql://server/database. The password is taken from ~/.pgpass.")),
                           text(tr("Open on a server"))};
  if (dialog.ShowModal() == wxID_OK && !dialog.GetValue().empty()) open_workspace(utf8(dialog.GetValue()));
}

void Frame::ask_new() {
  const auto made = run_assistant(this, {household_.seat.person, household_.seat.now()});
  if (made.location.empty()) return;
  household_.preferences.person = household_.seat.person = made.author;
  open_workspace(made.location);
}

void Frame::ask_demonstration() {
  const auto file = ask_new_file(this, tr("Where to create the demonstration hospital"), "demonstration.hds");
  if (file.empty()) return;
  background_->run(
      this, tr("Creating the demonstration hospital"),
      [file, acting = Acting{household_.seat.person, household_.seat.now()}](const Progress& progress) {
        create_demonstration(file, acting, progress, {}, DemonstrationPart::made);
      },
      [this, file] { open_workspace(file); });
}

void Frame::ask_copy() {
  if (!session_ || !settle()) return;
  const auto name = std::filesystem::path{location()}.stem().string() + "-" + session_->today().iso() + ".hds";
  const auto file = ask_new_file(this, tr("Save a backup copy"), name);
  if (file.empty()) return;
  background_->run(
      this, tr("Saving a backup copy"), [from = location(), file](const Progress& progress) { backup_workspace(Workspace::open(from), file, progress); },
      [this, file] { tell(tr("The copy “{1}” was written, opened again and verified.", {file})); });
}

void Frame::ask_person() {
  wxTextEntryDialog dialog{this, text(tr("The journal records this name with every change that you make.")), text(tr("Your name in the journal")),
                           text(household_.seat.person)};
  if (dialog.ShowModal() != wxID_OK) return;
  const auto name = utf8(dialog.GetValue().Strip(wxString::both));
  if (name.empty()) return;
  household_.preferences.person = household_.seat.person = name;
  household_.keep_preferences();
  if (session_) open_workspace(location());
}

} // namespace hdskit::gui
