#include "toolkit/frameworks/library_findings.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t longest_word = 80;        // bytes
constexpr std::size_t most_unknown_fields = 50; // beyond, the file is of another format and the list helps nobody

void append(std::vector<MarkupDefect>& to, int line, std::string sentence, const char* more) {
  if (to.size() < markup_defect_limit) to.push_back({line, std::move(sentence)});
  else if (to.size() == markup_defect_limit) to.push_back({line, tr(more, {std::to_string(markup_defect_limit)})});
}

} // namespace

void LibraryFindings::refuse(int line, std::string sentence) {
  append(defects_, line, std::move(sentence), marked("There are more than {1} defects; the others are not listed."));
}

void LibraryFindings::note(int line, std::string sentence) {
  append(notes_, line, std::move(sentence), marked("There are more than {1} remarks; the others are not listed."));
}

void LibraryFindings::unknown_field(std::string_view kind, std::string_view field, int line) {
  std::pair<std::string, std::string> key{kind, shown_word(field)};
  const auto known = unknown_.find(key);
  if (known != unknown_.end()) ++known->second.times;
  else if (unknown_.size() < most_unknown_fields) unknown_.emplace(std::move(key), Count{line, 1});
}

std::vector<MarkupDefect> LibraryFindings::defects() {
  std::ranges::stable_sort(defects_, {}, &MarkupDefect::line);
  return std::move(defects_);
}

std::vector<MarkupDefect> LibraryFindings::notes() {
  for (const auto& [key, count] : unknown_)
    note(count.first_line, count.times == 1 ? tr("The field “{2}” of “{1}” is not known and is passed over.", {key.first, key.second})
                                            : tr("The field “{2}” of “{1}” is not known and is passed over, {3} times from here.",
                                                 {key.first, key.second, std::to_string(count.times)}));
  unknown_.clear();
  std::ranges::stable_sort(notes_, {}, &MarkupDefect::line);
  return std::move(notes_);
}

std::string shown_word(std::string_view text) {
  if (text.size() <= longest_word) return std::string{text};
  auto end = longest_word;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string{text.substr(0, end)} + "…";
}

} // namespace hdskit
