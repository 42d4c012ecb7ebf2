#include "toolkit/backup/result_heading.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

constexpr std::string_view format_word = "hdskit-restore-result ";
constexpr std::string_view nothing = "-";
constexpr std::int64_t greatest_number = 1'000'000'000;
constexpr std::uint64_t greatest_part = std::uint64_t{1} << 40; // a manifest of billions of files
constexpr std::size_t longest_signature = 200;

std::string or_nothing(const std::string& text) { return text.empty() ? std::string{nothing} : text; }

bool is_hexadecimal(std::string_view text, std::size_t length) {
  return text.size() == length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Takes one line after the other; each begins with the word that is expected there.
class HeadingReader {
public:
  HeadingReader(std::string_view text, const std::string& name) : text_{text}, name_{name} {}

  [[noreturn]] void refuse() const {
    throw Problem{ProblemKind::damaged, name_, tr("The heading of “{1}” is damaged: line {2} cannot be read.", {name_, std::to_string(line_)}),
                  tr("Fetch the result from the machine again; nothing was imported.")};
  }

  std::string_view line() {
    ++line_;
    const auto end = text_.find('\n', at_);
    if (end == std::string_view::npos) refuse();
    const auto found = text_.substr(at_, end - at_);
    at_ = end + 1;
    return found;
  }
  std::string_view value(std::string_view word) {
    const auto found = line();
    if (!found.starts_with(word) || found.size() <= word.size() || found[word.size()] != ' ') refuse();
    return found.substr(word.size() + 1);
  }
  std::string hexadecimal(std::string_view word, std::size_t length, bool may_be_nothing = false) {
    const auto found = value(word);
    if (may_be_nothing && found == nothing) return "";
    if (!is_hexadecimal(found, length)) refuse();
    return std::string{found};
  }
  template <typename Number> Number number(std::string_view digits, Number least, Number greatest) const {
    Number result{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), result);
    const bool plain = !digits.empty() && (digits.size() == 1 || digits.front() != '0');
    if (!plain || error != std::errc{} || end != digits.data() + digits.size() || result < least || result > greatest) refuse();
    return result;
  }
  bool comes(std::string_view word) const { return text_.substr(at_).starts_with(word); }
  std::size_t position() const { return at_; }

private:
  std::string_view text_;
  const std::string& name_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
};

void check_format(std::string_view start, HeadingReader& reader, const std::string& name) {
  if (!start.starts_with(format_word))
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is no result of a restore test.", {name}),
                  tr("Give the file that `hdskit backup test --plan` wrote on the machine.")};
  const auto version = reader.line().substr(format_word.size());
  if (version == "1") return;
  throw Problem{ProblemKind::newer_format, name, tr("“{1}” was written by a newer hdskit.", {name}), tr("Install that hdskit here too; nothing was imported.")};
}

ResultPart read_part(HeadingReader& reader, std::string_view name) {
  const auto words = split(reader.value("part"), ' ');
  if (words.size() != 3 || words[0] != name) reader.refuse();
  const auto digest = is_hexadecimal(words[2], 2 * Digest::size) ? Digest::parse(words[2]) : std::nullopt;
  if (!digest) reader.refuse();
  return {name, reader.number<std::uint64_t>(words[1], 0, greatest_part), *digest};
}

} // namespace

std::string signed_lines(const ResultHeading& heading, std::span<const ResultPart> parts) {
  std::string text = std::string{format_word} + "1\n";
  const auto add = [&](std::string_view word, const std::string& value) { text += std::string{word} + " " + value + "\n"; };
  add("key", heading.key_fingerprint);
  add("number", std::to_string(heading.number));
  add("previous", or_nothing(heading.previous));
  add("run", heading.run_id);
  add("workspace", or_nothing(heading.workspace));
  for (const auto& part : parts) add("part", std::string{part.name} + " " + std::to_string(part.length) + " " + part.digest.hex());
  return text;
}

std::string signature_line(const std::string& signature) { return "signature " + signature + "\n"; }

ResultLines parse_result_heading(std::string_view start, const std::string& name) {
  HeadingReader reader{start, name};
  check_format(start, reader, name);
  constexpr std::size_t digest_digits = 2 * Digest::size, run_digits = 32;
  ResultLines lines;
  lines.heading.key_fingerprint = reader.hexadecimal("key", digest_digits);
  lines.heading.number = reader.number<std::int64_t>(reader.value("number"), 1, greatest_number);
  lines.heading.previous = reader.hexadecimal("previous", digest_digits, true);
  lines.heading.run_id = reader.hexadecimal("run", run_digits);
  lines.heading.workspace = reader.hexadecimal("workspace", digest_digits, true);
  for (const auto part : result_part_names)
    if (part == result_part_names.front() || reader.comes("part " + std::string{part} + " ")) lines.parts.push_back(read_part(reader, part));
  lines.signed_text = start.substr(0, reader.position());
  lines.signature = reader.value("signature");
  if (lines.signature.size() > longest_signature) reader.refuse();
  lines.size = reader.position();
  lines.heading.digest = digest_of(lines.signed_text).hex();
  return lines;
}

} // namespace hdskit
