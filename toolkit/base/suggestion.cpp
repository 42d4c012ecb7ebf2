#include "toolkit/base/suggestion.hpp"

#include "toolkit/base/closest.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates, const std::string& otherwise, std::string_view prefix) {
  const auto near = closest(word, candidates, 1);
  return near.empty() ? otherwise : tr("Did you mean “{1}”?", {std::string{prefix} + near.front()});
}

} // namespace hdskit
