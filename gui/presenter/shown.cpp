#include "gui/presenter/shown.hpp"

#include "gui/presenter/form.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/surroundings/surroundings.hpp"

namespace hdskit::gui {

std::string shown_moment(std::string_view instant) {
  const auto moment = Instant::parse(instant);
  return moment ? shown_date(paris_date(*moment).iso()) + " " + paris_time(*moment) : std::string{instant};
}

std::string shown_bytes(std::uint64_t bytes) {
  auto text = french_bytes(bytes);
  if (current_language() == Language::french) return text;
  if (text.ends_with("octets")) text = replaced(std::move(text), "octets", "bytes");
  else text.back() = 'B';
  return replaced(std::move(text), ",", ".");
}

std::string first_lines(const std::string& text, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t line = 0; line < most; ++line) {
    end = text.find('\n', end);
    if (end == std::string::npos) return text;
    ++end;
  }
  return text.substr(0, end) + "…";
}

} // namespace hdskit::gui
