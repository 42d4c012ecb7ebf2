#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/verification/descriptor.hpp"
#include "toolkit/verification/escaped_path.hpp"
#include "toolkit/verification/manifest.hpp"
#include "toolkit/verification/repeated_sha256.hpp"

#include <cerrno>

#include <fcntl.h>

namespace hdskit {
namespace {

constexpr std::size_t piece = 1024 * 1024; // and the longest line

constexpr std::string_view first_word = "hdskit-manifest ";

} // namespace

struct ManifestReader::State {
  std::filesystem::path path;
  Descriptor file;
  RepeatedSha256 sha;
  std::string buffer;
  std::size_t begin = 0, number = 0; ///< of the next line; of the line read last
  bool at_end_of_file = false, proved = false;
  ManifestHeading heading;
  ManifestTotals totals;
  std::string previous;

  explicit State(const std::filesystem::path& manifest) : path{manifest}, file{::open(manifest.c_str(), O_RDONLY | O_CLOEXEC)} {
    if (!file.is_open()) fail_on_file(path, errno);
    sha.begin();
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw Problem{ProblemKind::damaged, path.string(), tr("The manifest “{1}” is damaged at line {2}: {3}.", {path.string(), std::to_string(number), why}),
                  tr("Take another copy of the manifest; this one proves nothing.")};
  }

  void read_more() {
    buffer.erase(0, begin);
    begin = 0;
    const auto had = buffer.size();
    buffer.resize(had + piece);
    ssize_t count = -1;
    do count = ::read(file.number(), buffer.data() + had, piece);
    while (count < 0 && errno == EINTR);
    if (count < 0) fail_on_file(path, errno);
    buffer.resize(had + static_cast<std::size_t>(count));
    at_end_of_file = count == 0;
  }

  /// The next line without its end; it stays valid until the next call. Nothing at the end of the file, or when the last line was cut.
  std::optional<std::string_view> line() {
    for (auto from = begin;;) {
      const auto end = buffer.find('\n', from);
      if (end != std::string::npos) {
        const auto found = std::string_view{buffer}.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        return found;
      }
      from = buffer.size() - begin;
      if (at_end_of_file || buffer.size() - begin > piece) return std::nullopt;
      read_more();
    }
  }

  void digest(std::string_view text) { sha.update({text.data(), text.size() + 1}); } // with its line feed

  std::string_view heading_line(std::string_view word) {
    const auto text = line();
    if (!text || !text->starts_with(word)) fail(tr("“{1}” is missing", {word}));
    digest(*text);
    return text->substr(word.size());
  }

  std::string heading_text(std::string_view word) {
    const auto text = heading_line(word);
    auto plain = unescaped_path(text);
    if (!plain) fail(tr("“{1}” is not escaped as a manifest does it", {escaped_excerpt(text)}));
    return std::move(*plain);
  }

  void read_first_line() {
    const auto first = line();
    if (!first || !first->starts_with(first_word))
      throw Problem{ProblemKind::bad_input, path.string(), tr("“{1}” is no manifest of hdskit.", {path.string()}), tr("Make one with: hdskit backup manifest")};
    if (*first != "hdskit-manifest 1")
      throw Problem{ProblemKind::newer_format, path.string(), tr("The manifest “{1}” was made by a newer hdskit.", {path.string()}),
                    tr("Use that version of hdskit, or a newer one.")};
    digest(*first);
  }

  void read_heading() {
    read_first_line();
    const auto made = heading_line("made ");
    heading.made_at = Instant::parse(made);
    if (!heading.made_at && made != "-") fail(tr("“{1}” is no moment", {escaped_excerpt(made)}));
    heading.host = heading_text("host ");
    heading.root = heading_text("root ");
    heading.tool = heading_text("tool ");
    const auto content = heading_line("content ");
    if (content != "all" && content != "some") fail(tr("“{1}” is neither “all” nor “some”", {escaped_excerpt(content)}));
    heading.complete = content == "all";
  }

  void prove(std::string_view last) {
    if (last != totals.last_line(sha.so_far())) fail(tr("the totals or the digest do not fit the lines before"));
    digest(last);
    if (line() || begin != buffer.size()) fail(tr("something follows the last line"));
    totals.digest = sha.finish();
    proved = true;
  }

  void read_entry(std::string_view text, TreeEntry& entry) {
    try {
      entry = entry_of_manifest_line(text);
    } catch (const Problem& problem) { fail(problem.what()); }
    if (compare_paths(previous, entry.path) >= 0) fail(tr("it is out of order"));
    digest(text);
    previous = entry.path;
    totals.count(entry);
  }
};

ManifestReader::ManifestReader(const std::filesystem::path& file) : state_{std::make_unique<State>(file)} { state_->read_heading(); }
ManifestReader::~ManifestReader() = default;
ManifestReader::ManifestReader(ManifestReader&&) noexcept = default;

const ManifestHeading& ManifestReader::heading() const { return state_->heading; }

bool ManifestReader::next(TreeEntry& entry) {
  auto& state = *state_;
  if (state.proved) return false;
  const auto text = state.line();
  if (!text) {
    ++state.number;
    state.fail(tr("it was cut off here"));
  }
  if (text->starts_with("end ")) state.prove(*text);
  else state.read_entry(*text, entry);
  return !state.proved;
}

ManifestTotals ManifestReader::totals() const { return state_->totals; }

ManifestTotals examine_manifest(const std::filesystem::path& file) {
  ManifestReader reader{file};
  TreeEntry entry;
  while (reader.next(entry)) {}
  return reader.totals();
}

} // namespace hdskit
