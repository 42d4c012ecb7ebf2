#include "toolkit/backup/run_restore_test.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/verification/escaped_path.hpp"

#include <array>
#include <charconv>

namespace hdskit {
namespace {

// docs/formats/restore-report.md, “The list of differences”.

constexpr std::string_view heading = "hdskit-differences 1";
constexpr std::uint64_t most_lines = 200'000;
constexpr std::size_t parts_of_line = 11;
constexpr std::string_view kinds[] = {"file", "folder", "link", "fifo", "socket", "character_device", "block_device"};
constexpr std::string_view looks[] = {"unseen", "ordinary", "known", "scrambled", "zeros"};
constexpr std::size_t verdict_count = 6;

std::string words_of(AspectSet aspects) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < aspect_count; ++i)
    if (aspects.has(static_cast<Aspect>(i))) words.emplace_back(word_of(static_cast<Aspect>(i)));
  return words.empty() ? "-" : joined(words, ",");
}

[[noreturn]] void refuse(std::size_t line) {
  throw Problem{ProblemKind::damaged, tr("list of differences"), tr("The list of differences cannot be read: line {1} is damaged.", {std::to_string(line)}),
                tr("Take it from the vault again.")};
}

template <typename Names> std::size_t index_of(const Names& names, std::string_view word, std::size_t line) {
  std::size_t index = 0;
  for (const auto name : names) {
    if (name == word) return index;
    ++index;
  }
  refuse(line);
}

AspectSet aspects_of(std::string_view text, std::size_t line) {
  AspectSet aspects;
  if (text == "-") return aspects;
  std::array<std::string_view, aspect_count> words;
  for (std::size_t i = 0; i < aspect_count; ++i) words[i] = word_of(static_cast<Aspect>(i));
  for (const auto& word : split(text, ',')) aspects.insert(static_cast<Aspect>(index_of(words, word, line)));
  return aspects;
}

std::uint64_t number_of(std::string_view text, std::size_t line) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) refuse(line);
  return number;
}

std::string text_of(std::string_view escaped, std::size_t line) {
  auto text = unescaped_path(escaped);
  if (!text) refuse(line);
  return *text;
}

Difference difference_of(std::string_view text, std::size_t line) {
  const auto parts = split(text, '\t');
  if (parts.size() != parts_of_line) refuse(line);
  std::array<std::string_view, verdict_count> verdicts;
  for (std::size_t i = 0; i < verdict_count; ++i) verdicts[i] = word_of(static_cast<EntryVerdict>(i));
  Difference difference;
  difference.verdict = static_cast<EntryVerdict>(index_of(verdicts, parts[0], line));
  difference.aspects = aspects_of(parts[1], line);
  difference.noted = aspects_of(parts[2], line);
  difference.explained = parts[3] == "explained";
  if (!difference.explained && parts[3] != "-") refuse(line);
  difference.kind = static_cast<EntryKind>(index_of(kinds, parts[4], line));
  difference.expected_size = number_of(parts[5], line);
  difference.found_size = number_of(parts[6], line);
  difference.expected_look = static_cast<ContentLook>(index_of(looks, parts[7], line));
  difference.found_look = static_cast<ContentLook>(index_of(looks, parts[8], line));
  difference.failure = text_of(parts[9], line);
  difference.path = text_of(parts[10], line);
  return difference;
}

} // namespace

DifferenceWriter::DifferenceWriter(const std::filesystem::path& file) : file_{file} { write(std::string{heading} + "\n"); }

void DifferenceWriter::write(const std::string& line) {
  file_.write(line);
  digest_.update(line);
}

void DifferenceWriter::add(const Difference& difference) {
  if (lines_ == most_lines) {
    ++unsaid_;
    return;
  }
  ++lines_;
  std::string line{word_of(difference.verdict)};
  const auto part = [&](std::string_view text) { (line += '\t') += text; };
  part(words_of(difference.aspects));
  part(words_of(difference.noted));
  part(difference.explained ? "explained" : "-");
  part(kinds[static_cast<std::size_t>(difference.kind)]);
  part(std::to_string(difference.expected_size));
  part(std::to_string(difference.found_size));
  part(looks[static_cast<std::size_t>(difference.expected_look)]);
  part(looks[static_cast<std::size_t>(difference.found_look)]);
  part(escaped_path(difference.failure));
  part(escaped_path(difference.path));
  write(line + "\n");
}

Digest DifferenceWriter::commit() {
  write("end\t" + std::to_string(lines_) + "\t" + std::to_string(unsaid_) + "\n");
  file_.commit();
  return digest_.finish();
}

std::vector<Difference> read_differences(std::string_view text, std::size_t most) {
  std::vector<Difference> differences;
  std::uint64_t number = 0;
  bool ended = false;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    ++number;
    if (end == std::string_view::npos || ended) refuse(number); // every line ends; nothing comes after the last
    text.remove_prefix(end + 1);
    if (number == 1 && line != heading) refuse(1);
    ended = line.starts_with("end\t");
    if (number == 1) continue;
    if (ended && number_of(line.substr(4, line.find('\t', 4) - 4), number) != number - 2) refuse(number);
    if (!ended && differences.size() < most) differences.push_back(difference_of(line, number));
  }
  if (!ended) refuse(number + 1);
  return differences;
}

} // namespace hdskit
