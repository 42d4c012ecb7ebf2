#include "gui/window/theme.hpp"

#include <wx/settings.h>

#include <gtk/gtk.h>

namespace hdskit::gui {

void use_theme(Theme theme) {
  auto* settings = gtk_settings_get_default();
  if (!settings) return;
  if (theme == Theme::system) gtk_settings_reset_property(settings, "gtk-application-prefer-dark-theme");
  else g_object_set(settings, "gtk-application-prefer-dark-theme", theme == Theme::dark ? TRUE : FALSE, nullptr);
  // wxWidgets 3.2 keeps the colours of the system until it hears of another theme; of this setting it does not hear.
  g_object_notify(G_OBJECT(settings), "gtk-theme-name");
}

bool is_dark() {
  const auto ground_colour = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
  constexpr double middle = 0.5;
  return ground_colour.GetLuminance() < middle;
}

wxColour colour(Rgb colour) { return {colour.red, colour.green, colour.blue}; }
wxColour colour(Tone tone) { return colour(ink(tone, is_dark())); }

} // namespace hdskit::gui
