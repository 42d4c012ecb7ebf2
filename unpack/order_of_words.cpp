#include "unpack/unpacking.hpp"

#include <charconv>
#include <stdexcept>

namespace hdskit::unpack {

namespace {

std::uint64_t number_of(const std::string& word) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc{} || end != word.data() + word.size() || number == 0) throw std::invalid_argument{word};
  return number;
}

bool take_switch(const std::string& word, UnpackingOrder& order) {
  if (word == "--owners") order.writing.owners = true;
  else if (word == "--special") order.writing.special = true;
  else if (word == "--secret") order.secret = true;
  else return false;
  return true;
}

void take_value(const std::string& word, const std::string& value, UnpackingOrder& order) {
  if (word == "--archive") order.archive = value;
  else if (word == "--into") order.folder = value;
  else if (word == "--wanted") order.wanted_list = value;
  else if (word == "--most-members") order.reading.members = number_of(value);
  else if (word == "--most-bytes") order.reading.bytes = number_of(value);
  else if (word == "--most-ratio") order.reading.ratio = number_of(value);
  else if (word == "--ratio-from") order.reading.ratio_from = number_of(value);
  else throw std::invalid_argument{word};
}

} // namespace

UnpackingOrder order_of(const std::vector<std::string>& words) {
  UnpackingOrder order;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (take_switch(words[i], order)) continue;
    if (i + 1 == words.size()) throw std::invalid_argument{words[i]};
    take_value(words[i], words[i + 1], order);
    ++i;
  }
  return order;
}

} // namespace hdskit::unpack
