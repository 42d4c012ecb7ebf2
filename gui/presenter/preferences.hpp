#pragma once

#include "toolkit/base/translate.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hdskit::gui {

enum class Theme { system, light, dark };

/// What the program remembers from one day to the next, for one person on one machine. Never anything about the hospital but where its file lies.
struct Preferences {
  std::optional<Language> language; ///< nothing: as the system says
  Theme theme = Theme::system;
  std::string person;              ///< the name for the journal; "" takes the login name
  std::vector<std::string> recent; ///< locations, the latest first
  std::string page;                ///< the page shown last
  std::string card_module;         ///< the PKCS#11 library through which cards are read; "": the usual one
  int width = 0, height = 0;       ///< of the window, in device-independent pixels; 0: as the program likes
  bool maximised = false;

  bool operator==(const Preferences&) const = default;

  /// Puts `location` first; keeps ten. Servers are remembered without what could be a password: not at all.
  void remember(const std::string& location);
};

/// What cannot be read or understood is left out: preferences must never keep anyone from working.
Preferences read_preferences(const std::filesystem::path& file);
/// Creates the folder (0700). Throws Problem when it cannot be written.
void write_preferences(const std::filesystem::path& file, const Preferences& preferences);

} // namespace hdskit::gui
