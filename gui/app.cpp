#include "gui/app.hpp"

#include "gui/frame.hpp"
#include "gui/window/problem_dialog.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"

#include <wx/cmdline.h>
#include <wx/image.h>
#include <wx/translation.h>

#include <gtk/gtk.h>

#include <clocale>
#include <cstdio>
#include <malloc.h>

namespace hdskit::gui {
namespace {

Instant clock_now() { return Instant{std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())}; }

/// XDG Base Directory Specification 0.8: `variable`, else `otherwise` under the home folder.
std::filesystem::path base_folder(const Surroundings& surroundings, const char* variable, const char* otherwise) {
  const std::filesystem::path named{surroundings.variable(variable)};
  return (named.is_absolute() ? named : std::filesystem::path{surroundings.variable("HOME")} / otherwise) / "hdskit";
}

} // namespace

bool App::OnInit() {
  ::mallopt(M_ARENA_MAX, 2);       // else each thread keeps a heap of its own, and what one piece of work gave back serves no other
  std::setlocale(LC_NUMERIC, "C"); // a decimal comma would break what reads numbers
  // Nobody sets LC_MESSAGES, and gettext heeds LANGUAGE in any locale but "C": without this, GTK's own windows and buttons stay English.
  if (const auto* messages = std::setlocale(LC_MESSAGES, ""); !messages || messages == std::string_view{"C"} || messages == std::string_view{"POSIX"})
    std::setlocale(LC_MESSAGES, "C.UTF-8");
  preferences_file_ = base_folder(surroundings_, "XDG_CONFIG_HOME", ".config") / "desktop.json";
  drafts_ = base_folder(surroundings_, "XDG_STATE_HOME", ".local/state") / "drafts";
  preferences_ = read_preferences(preferences_file_);
  SetAppName("hdskit");
  SetClassName("hdskit-gui");
  g_set_prgname("hdskit-gui"); // what the desktop entry calls the window
  if (!wxApp::OnInit()) return false;
  speak();
  wxInitAllImageHandlers();
  use_theme(preferences_.theme);
  show_window(location_option_);
  return true;
}

void App::OnInitCmdLine(wxCmdLineParser& parser) {
  static const wxCmdLineEntryDesc entries[] = {{wxCMD_LINE_SWITCH, "h", "help", "show this help", wxCMD_LINE_VAL_NONE, wxCMD_LINE_OPTION_HELP},
                                               {wxCMD_LINE_SWITCH, nullptr, "version", "show the version", wxCMD_LINE_VAL_NONE, 0},
                                               {wxCMD_LINE_OPTION, nullptr, "lang", "fr or en", wxCMD_LINE_VAL_STRING, 0},
                                               {wxCMD_LINE_PARAM, nullptr, nullptr, "FILE", wxCMD_LINE_VAL_STRING, wxCMD_LINE_PARAM_OPTIONAL},
                                               {wxCMD_LINE_NONE, nullptr, nullptr, nullptr, wxCMD_LINE_VAL_NONE, 0}};
  parser.SetDesc(entries);
}

bool App::OnCmdLineParsed(wxCmdLineParser& parser) {
  if (parser.Found("version")) {
    std::puts("hdskit-gui " HDSKIT_VERSION);
    return false;
  }
  wxString language;
  if (parser.Found("lang", &language)) language_option_ = utf8(language);
  if (parser.GetParamCount() > 0) location_option_ = utf8(parser.GetParam(0));
  return true;
}

void App::speak() {
  const auto said = language_option_.empty() ? std::vector<std::string>{} : std::vector<std::string>{"--lang", language_option_};
  const auto language = preferences_.language && said.empty() ? *preferences_.language : chosen_language(said, surroundings_);
  use_language(language);
  // GTK's own windows (files, printing) read LANGUAGE when they are made; wxWidgets has its own catalogue of buttons.
  g_setenv("LANGUAGE", language == Language::french ? "fr" : "en", TRUE);
  auto* translations = new wxTranslations;
  wxTranslations::Set(translations);
  translations->SetLanguage(language == Language::french ? wxLANGUAGE_FRENCH : wxLANGUAGE_ENGLISH);
  translations->AddStdCatalog();
}

void App::show_window(const std::string& location) {
  const auto person = preferences_.person.empty() ? surroundings_.login_name() : preferences_.person;
  frame_ = new Frame{{.preferences = preferences_,
                      .keep_preferences =
                          [this] {
                            try {
                              write_preferences(preferences_file_, preferences_);
                            } catch (...) {} // a full home folder must not keep anyone from working
                          },
                      .seat = {person, clock_now},
                      .drafts = drafts_,
                      .rebuild = [this] { CallAfter([this] { rebuild(); }); }}};
  frame_->Show();
  if (!location.empty()) frame_->open_workspace(location);
}

void App::rebuild() {
  if (!frame_->settle()) return;
  auto* old = frame_;
  const auto location = old->location();
  language_option_.clear();
  speak();
  use_theme(preferences_.theme);
  show_window(location);
  old->Close(true);
}

bool App::OnExceptionInMainLoop() {
  show_problem(frame_, std::current_exception());
  return true;
}

/// What wxWidgets finds wrong with a call of ours is for developers: the tests refuse such a line, and a person goes on working.
void App::OnAssertFailure(const wxChar* file, int line, const wxChar* function, const wxChar* condition, const wxChar* message) {
  std::fprintf(stderr, "hdskit-gui: wxWidgets: %s (%s), %s:%d, %s\n", utf8(condition).c_str(), message ? utf8(message).c_str() : "", utf8(file).c_str(), line,
               function ? utf8(function).c_str() : "");
}

void App::OnUnhandledException() { show_problem(nullptr, std::current_exception()); }

} // namespace hdskit::gui
