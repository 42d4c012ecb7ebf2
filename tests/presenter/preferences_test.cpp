#include "gui/presenter/preferences.hpp"

#include "toolkit/base/file.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include <sys/stat.h>

namespace hdskit::gui {
namespace {

TEST(Preferences, come_back_as_they_were_written) {
  const ScratchFolder folder;
  const auto file = folder.path() / "new" / "desktop.json";
  Preferences preferences;
  preferences.language = Language::english;
  preferences.theme = Theme::dark;
  preferences.person = "Zoé Lefèvre";
  preferences.page = "evidence";
  preferences.card_module = "/usr/lib/opensc-pkcs11.so";
  preferences.width = 1300;
  preferences.height = 800;
  preferences.maximised = true;
  preferences.remember("/srv/a.hds");
  write_preferences(file, preferences);
  EXPECT_EQ(read_preferences(file), preferences);
  struct stat status {};
  ASSERT_EQ(stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST(Preferences, that_cannot_be_understood_keep_nobody_from_working) {
  const ScratchFolder folder;
  const auto file = folder.path() / "desktop.json";
  EXPECT_EQ(read_preferences(file), Preferences{});
  for (const auto* bytes : {"", "{", "[1,2]", R"({"theme":7,"recent":"x","width":"wide","language":null})"}) {
    write_file(file, bytes);
    EXPECT_EQ(read_preferences(file), Preferences{}) << bytes;
  }
  write_file(file, R"({"theme":"dark","width":99999999})");
  EXPECT_EQ(read_preferences(file).theme, Theme::dark) << "what is understood is kept";
  EXPECT_LE(read_preferences(file).width, 20'000);
}

TEST(RecentWorkspaces, have_the_latest_first_once_each_and_ten_at_most) {
  Preferences preferences;
  for (int i = 0; i < 12; ++i) preferences.remember("/srv/" + std::to_string(i) + ".hds");
  preferences.remember("/srv/5.hds");
  EXPECT_EQ(preferences.recent.size(), 10u);
  EXPECT_EQ(preferences.recent.front(), "/srv/5.hds");
  EXPECT_EQ(std::ranges::count(preferences.recent, "/srv/5.hds"), 1);
}

TEST(RecentWorkspaces, never_hold_an_address_that_could_carry_a_password) {
  Preferences preferences;
  preferences.remember("postgresql://martin:secret@server/hds");
  EXPECT_TRUE(preferences.recent.empty());
}

} // namespace
} // namespace hdskit::gui
