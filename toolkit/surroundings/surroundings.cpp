#include "toolkit/surroundings/surroundings.hpp"

#include <chrono>
#include <cstdlib>

#include <pwd.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace hdskit {
namespace {

std::string environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string real_login_name() {
  for (const char* variable : {"LOGNAME", "USER"})
    if (auto name = environment_variable(variable); !name.empty()) return name;
  const auto* user = getpwuid(geteuid());
  return user ? user->pw_name : std::to_string(geteuid());
}

std::string real_host_name() {
  char name[256] = {};
  return gethostname(name, sizeof name - 1) == 0 ? name : "";
}

int terminal_width(int descriptor) {
  if (!isatty(descriptor)) return 0;
  winsize size{};
  constexpr int customary = 80;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : customary;
}

Instant as_if_utc_were_paris(Instant instant) {
  using namespace std::chrono;
  const auto year = year_month_day{floor<days>(instant.seconds())}.year();
  const auto summer = sys_days{year / March / Sunday[last]} + hours{1};
  const auto winter = sys_days{year / October / Sunday[last]} + hours{1};
  const auto offset = instant.seconds() >= summer && instant.seconds() < winter ? hours{2} : hours{1};
  return Instant{instant.seconds() + offset};
}

} // namespace

Surroundings real_surroundings() {
  const Instant now{std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())};
  return {now, environment_variable, real_login_name, terminal_width(STDOUT_FILENO), terminal_width(STDERR_FILENO), real_host_name};
}

Date paris_date(Instant instant) { return as_if_utc_were_paris(instant).utc_date(); }
std::string paris_time(Instant instant) { return as_if_utc_were_paris(instant).iso().substr(11, 5); }

Instant paris_midnight(Date day) {
  const auto in_summer = Instant{day.days() - std::chrono::hours{2}}, in_winter = Instant{day.days() - std::chrono::hours{1}};
  return paris_date(in_summer) == day ? in_summer : in_winter;
}

Language chosen_language(const std::vector<std::string>& words, const Surroundings& surroundings) {
  std::string wanted;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i].starts_with("--lang=")) wanted = words[i].substr(7);
    if (words[i] == "--lang" && i + 1 < words.size()) wanted = words[i + 1];
  }
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (wanted.empty()) wanted = surroundings.variable(variable);
  const bool neutral = wanted.empty() || wanted == "C" || wanted == "POSIX" || wanted.starts_with("C.");
  return neutral || wanted.starts_with("fr") ? Language::french : Language::english;
}

} // namespace hdskit
