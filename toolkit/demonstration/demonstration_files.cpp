#include "toolkit/demonstration/demonstration_files.hpp"

#include "toolkit/base/text.hpp"

#include "embedded/demonstration.hpp"

#include <stdexcept>

namespace hdskit {
namespace {

HeadedText headed_text(std::string name, std::string_view text) {
  HeadedText result{std::move(name), {}, {}};
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty()) break;
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) throw std::logic_error{"demonstration/" + result.name + ": no head"};
    result.head[std::string{trimmed(line.substr(0, colon))}] = std::string{trimmed(line.substr(colon + 1))};
  }
  result.body = std::string{trimmed(text)};
  return result;
}

} // namespace

std::string HeadedText::value(const std::string& key) const {
  const auto found = head.find(key);
  return found == head.end() ? "" : found->second;
}

std::vector<HeadedText> demonstration_texts(std::string_view folder) {
  std::vector<HeadedText> texts;
  const auto start = std::string{folder} + "/";
  for (const auto& file : embedded::demonstration()) {
    if (!file.path.starts_with(start) || !file.path.ends_with(".md")) continue;
    const auto name = file.path.substr(start.size(), file.path.size() - start.size() - 3);
    texts.push_back(headed_text(std::string{name}, file.bytes));
  }
  return texts;
}

std::string_view demonstration_file(std::string_view path) {
  for (const auto& file : embedded::demonstration())
    if (file.path == path) return file.bytes;
  throw std::logic_error{"the program lacks demonstration/" + std::string{path}};
}

} // namespace hdskit
