#include "gui/frame.hpp"

#include "gui/about.hpp"
#include "gui/guide.hpp"
#include "gui/window/message_bar.hpp"
#include "gui/window/rows_panel.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "toolkit/base/problem.hpp"

#include <wx/menu.h>

namespace hdskit::gui {
namespace {

wxMenuItem* add(wxMenu& menu, const std::string& label, std::function<void()> run, const char* help = nullptr, wxItemKind kind = wxITEM_NORMAL) {
  auto* item = menu.Append(wxID_ANY, text(label), help ? text(tr(help)) : wxString{}, kind);
  menu.Bind(
      wxEVT_MENU, [run = std::move(run)](wxCommandEvent&) { run(); }, item->GetId());
  return item;
}

/// Ctrl+1 to Ctrl+9, then Ctrl+0; Alt+1 and so on from the eleventh. Not with Shift: on a French keyboard digits are typed with it, and both would be one key.
std::string key_of_page(int number) {
  constexpr int digits = 10;
  return (number <= digits ? "Ctrl+" : "Alt+") + std::to_string(number % digits);
}

std::string language_item(Language language) { return "language " + std::to_string(static_cast<int>(language)); }
std::string theme_item(Theme theme) { return "theme " + std::to_string(static_cast<int>(theme)); }

} // namespace

void Frame::build_menus() {
  auto* bar = new wxMenuBar;
  const auto append = [&](void (Frame::*fill)(wxMenu&), const std::string& title) {
    auto* menu = new wxMenu;
    (this->*fill)(*menu);
    bar->Append(menu, text(title));
  };
  items_.clear();
  append(&Frame::file_menu, tr("&File"));
  append(&Frame::edit_menu, tr("&Edit"));
  append(&Frame::view_menu, tr("&View"));
  append(&Frame::help_menu, tr("&Help"));
  SetMenuBar(bar);
  update_menus();
}

void Frame::file_menu(wxMenu& menu) {
  add(menu, tr("&New workspace…") + "\tCtrl+N", [this] { ask_new(); });
  add(menu, tr("&Open…") + "\tCtrl+O", [this] { ask_open(); });
  add(menu, tr("Open on a &server…"), [this] { ask_server(); });
  items_["recent"] = menu.AppendSubMenu(new_recent_menu(), text(tr("Open &recent")));
  add(menu, tr("Create the &demonstration hospital…"), [this] { ask_demonstration(); });
  add(menu, tr("Create from an e&xport…"), [this] { ask_import_all(); });
  menu.AppendSeparator();
  items_["copy"] = add(menu, tr("Save a &backup copy…"), [this] { ask_copy(); });
  items_["export-all"] = add(menu, tr("Export the &whole workspace…"), [this] { ask_export_all(); });
  items_["save"] = add(menu, tr("&Save what is being typed") + "\tCtrl+S", [this] { settle(); });
  items_["export"] = add(menu, tr("&Export the list…") + "\tCtrl+E", [this] { export_list(); });
  menu.AppendSeparator();
  items_["close"] = add(menu, tr("&Close the workspace") + "\tCtrl+W", [this] { close_workspace(); });
  add(menu, tr("&Quit") + "\tCtrl+Q", [this] { Close(); });
}

wxMenu* Frame::new_recent_menu() {
  auto* menu = new wxMenu;
  for (const auto& location : household_.preferences.recent) {
    auto shown = location; // an ampersand would mark a letter
    for (auto at = shown.find('&'); at != std::string::npos; at = shown.find('&', at + 2)) shown.insert(at, 1, '&');
    add(*menu, shown, [this, location] { later([this, location] { open_workspace(location); }); });
  }
  return menu;
}

// Only this submenu is put anew: with another menu bar, the GTK port would no longer lay out what is shown later.
void Frame::renew_recent_menu() {
  auto*& item = items_.at("recent");
  auto& menu = *item->GetMenu();
  std::size_t place = 0;
  if (!menu.FindChildItem(item->GetId(), &place)) return;
  menu.Destroy(item);
  item = menu.Insert(place, wxID_ANY, text(tr("Open &recent")), new_recent_menu());
  update_menus();
}

void Frame::edit_menu(wxMenu& menu) {
  items_["undo"] = add(menu, tr("&Undo") + "\tCtrl+Z", [this] { turn_back(false); });
  items_["redo"] = add(menu, tr("&Redo") + "\tCtrl+Shift+Z", [this] { turn_back(true); });
  menu.AppendSeparator();
  items_["search"] = add(menu, tr("&Search") + "\tCtrl+F", [this] { search(); });
  menu.AppendSeparator();
  add(menu, tr("Your &name in the journal…"), [this] { ask_person(); });
}

void Frame::view_menu(wxMenu& menu) {
  int number = 0;
  for (const auto* page : all_pages()) {
    const auto title = tr(page->title) + "\t" + key_of_page(++number);
    items_[std::string{page->id}] = add(
        menu, title, [this, page] { show_page(page->id); }, page->sentence);
  }
  menu.AppendSeparator();
  auto* languages = new wxMenu;
  const auto language = [&](const char* name, Language chosen) {
    items_[language_item(chosen)] = add(
        *languages, name, [this, chosen] { prefer([chosen](Preferences& preferences) { preferences.language = chosen; }); }, nullptr, wxITEM_RADIO);
  };
  language("Français", Language::french);
  language("English", Language::english);
  menu.AppendSubMenu(languages, text(tr("&Language")));
  auto* themes = new wxMenu;
  const auto theme = [&](const std::string& name, Theme chosen) {
    items_[theme_item(chosen)] = add(
        *themes, name, [this, chosen] { prefer([chosen](Preferences& preferences) { preferences.theme = chosen; }); }, nullptr, wxITEM_RADIO);
  };
  theme(tr("As the system"), Theme::system);
  theme(tr("Light"), Theme::light);
  theme(tr("Dark"), Theme::dark);
  menu.AppendSubMenu(themes, text(tr("&Theme")));
  show_choices();
}

void Frame::show_choices() {
  items_.at(language_item(current_language()))->Check();
  items_.at(theme_item(household_.preferences.theme))->Check();
}

void Frame::prefer(const std::function<void(Preferences&)>& choose) {
  auto wanted = household_.preferences;
  choose(wanted);
  const bool same = wanted.theme == household_.preferences.theme && wanted.language.value_or(current_language()) == current_language();
  if (same || !settle() || !give_up_work()) return show_choices(); // GTK has marked the other one already
  household_.preferences = wanted;
  household_.rebuild();
}

void Frame::help_menu(wxMenu& menu) {
  add(menu, tr("&User guide") + "\tF1", [this] { show_guide(this); });
  add(menu, tr("&About hdskit"), [this] { show_about(this); });
}

void Frame::update_menus() {
  if (items_.empty()) return;
  const bool open = session_.has_value();
  for (const auto* name : {"copy", "export-all", "save", "export", "close", "search"}) items_.at(name)->Enable(open);
  for (const auto* page : all_pages()) items_.at(std::string{page->id})->Enable(open);
  items_.at("recent")->Enable(!household_.preferences.recent.empty());
  const auto label = [&](const char* name, const std::string& verb, const std::string& title, const char* key) {
    items_.at(name)->SetItemLabel(text((title.empty() ? verb : tr("{1}: {2}", {verb, title})) + key));
    items_.at(name)->Enable(!title.empty());
  };
  label("undo", tr("&Undo"), open ? session_->undo_title() : "", "\tCtrl+Z");
  label("redo", tr("&Redo"), open ? session_->redo_title() : "", "\tCtrl+Shift+Z");
}

void Frame::export_list() {
  try {
    for (auto* window = wxWindow::FindFocus(); window; window = window->GetParent())
      if (auto* list = dynamic_cast<RowsPanel*>(window)) {
        if (const auto sentence = list->export_rows(); !sentence.empty()) tell(sentence);
        return;
      }
    throw Problem{ProblemKind::refused, "", tr("No list has the keyboard."), tr("Choose a row of the list to export, then export again.")};
  } catch (...) { tell_problem(std::current_exception()); }
}

void Frame::turn_back(bool redo) {
  if (!session_ || !settle()) return;
  const auto title = redo ? session_->redo_title() : session_->undo_title();
  if (title.empty()) return;
  try {
    redo ? session_->redo() : session_->undo();
    tell(redo ? tr("Done again: {1}", {title}) : tr("Undone: {1}", {title}));
  } catch (...) { tell_problem(std::current_exception()); }
  changed();
}

} // namespace hdskit::gui
