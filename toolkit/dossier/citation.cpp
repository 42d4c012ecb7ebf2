#include "toolkit/dossier/citation.hpp"

#include <algorithm>
#include <cctype>

namespace hdskit {
namespace {

bool is_code(std::string_view text) {
  const auto allowed = [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '.' || c == '_'; };
  const auto telling = [](unsigned char c) { return std::isupper(c) || std::isdigit(c); };
  return text.size() >= 2 && text.size() <= 40 && std::ranges::all_of(text, allowed) && std::ranges::any_of(text, telling);
}

} // namespace

std::vector<Citation> citations_in(std::string_view statement) {
  std::vector<Citation> citations;
  for (auto open = statement.find('['); open != std::string_view::npos; open = statement.find('[', open + 1)) {
    const auto close = statement.find_first_of("[]", open + 1);
    if (close == std::string_view::npos) break;
    const auto code = statement.substr(open + 1, close - open - 1);
    if (statement[close] == ']' && is_code(code)) citations.push_back({open, close - open + 1, std::string{code}});
  }
  return citations;
}

} // namespace hdskit
