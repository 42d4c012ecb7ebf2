#pragma once

#include "gui/page.hpp"
#include "gui/presenter/preferences.hpp"
#include "gui/window/background.hpp"

#include <wx/frame.h>
#include <wx/timer.h>

#include <map>
#include <optional>

class wxListBox;
class wxMenu;
class wxSimplebook;

namespace hdskit::gui {

class ActivityBar;
class MessageBar;

/// What the program lends to its window.
struct Household {
  Preferences& preferences;
  std::function<void()> keep_preferences;
  Seat seat;
  std::filesystem::path drafts;
  std::function<void()> rebuild; ///< the language or the theme changed: another window takes the place of this one
};

/// The window: navigation at the left, a page at the right, messages above it, work in hand below. It opens and closes workspaces and lends pages what
/// they need; what a page shows is its own matter.
class Frame : public wxFrame {
public:
  explicit Frame(Household household);

  void open_workspace(const std::string& location); ///< tells what fails
  void close_workspace();
  std::string location() const { return session_ ? session_->location() : ""; }
  void show_page(std::string_view id, const std::string& subject = {});
  /// Saves what is being typed. False: it could not be saved, and the person was told.
  bool settle();
  /// Asks before work in hand is given up. False: it goes on, and so must the window.
  bool give_up_work();

private:
  // frame.cpp
  void lay_out();
  void build_pages();
  void choose_page(std::size_t index);
  void turn_to(std::string_view id);
  BuiltPage* current_page();
  void show_welcome();
  void refresh_page();
  void search();
  void focus_page();
  void look();
  void closing(wxCloseEvent& event);
  void tell(const std::string& sentence);
  void tell_problem(const std::exception_ptr& failure);
  void tell_trouble(const std::exception_ptr& failure);
  void changed();
  void update_title();
  /// Runs `work` once the event in hand is done with: it may delete the control that was clicked. What it throws is told.
  void later(std::function<void()> work);

  // frame_menus.cpp
  void build_menus();
  void file_menu(wxMenu& menu);
  void edit_menu(wxMenu& menu);
  void view_menu(wxMenu& menu);
  void help_menu(wxMenu& menu);
  wxMenu* new_recent_menu();
  void renew_recent_menu();
  void update_menus();
  void turn_back(bool redo);
  void export_list(); ///< the one that has the keyboard
  void prefer(const std::function<void(Preferences&)>& choose);
  void show_choices();

  // frame_opening.cpp
  void ask_open();
  void ask_server();
  void ask_new();
  void ask_demonstration();
  void ask_copy();
  void ask_person();
  void offer_upgrade(const std::string& location, const std::exception_ptr& failure);
  void opened(const std::string& location);

  // frame_folders.cpp
  void ask_export_all();
  void ask_import_all();

  // frame_standing.cpp
  using TakeStanding = std::function<void(std::shared_ptr<const Standing>)>;
  void with_standing(wxWindow* owner, const std::string& framework, TakeStanding take);
  void read_standing_of(const std::string& framework);
  void standing_read(const std::string& framework, int reading, std::shared_ptr<const Standing> standing);
  void standing_failed(const std::string& framework, int reading, const std::exception_ptr& failure);

  Household household_;
  std::optional<Session> session_;
  std::unique_ptr<Background> background_;
  std::optional<Desk> desk_;
  std::map<std::string_view, BuiltPage> pages_;
  std::map<std::string_view, std::int64_t> page_revisions_;
  std::string_view page_;
  wxListBox* navigation_ = nullptr;
  wxSimplebook* book_ = nullptr;
  MessageBar* message_ = nullptr;
  ActivityBar* activity_ = nullptr;
  wxTimer watch_{this};
  std::string problem_; ///< the sentence of what failed last
  std::string trouble_; ///< the sentence of what look() last found
  std::map<std::string, wxMenuItem*> items_;

  /// What is known of one framework, and who waits for more.
  struct KnownStanding {
    struct Awaiting {
      wxWeakRef<wxWindow> owner;
      TakeStanding take;
    };
    std::shared_ptr<const Standing> standing;
    std::int64_t revision = -1; ///< that was asked for last
    int reading = 0;            ///< number of the one that is on its way; 0: none
    std::vector<Awaiting> awaiting;
  };
  std::map<std::string, KnownStanding> standings_; ///< by the framework as it was asked for
  int readings_ = 0;                               ///< so far: those of a workspace that was closed are known by their number
};

} // namespace hdskit::gui
