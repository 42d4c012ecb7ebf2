#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/verification/escaped_path.hpp"
#include "toolkit/verification/manifest.hpp"

#include <charconv>

namespace hdskit {
namespace {

constexpr std::string_view kind_letters = "fdlpscb"; // in the order of EntryKind
constexpr std::string_view look_letters = "-okxz";   // in the order of ContentLook

[[noreturn]] void fail(const std::string& what) { throw Problem{ProblemKind::damaged, "", what, tr("Take another copy of the manifest.")}; }

template <typename Number> void append_number(std::string& line, Number number) {
  char digits[24];
  const auto end = std::to_chars(digits, std::end(digits), number).ptr;
  line.append(digits, end);
  line += ' ';
}

void append_digest(std::string& line, const std::optional<Digest>& digest) {
  line += digest ? digest->hex() : "-";
  line += ' ';
}

/// Takes the fields of a line from left to right.
class Fields {
public:
  explicit Fields(std::string_view line) : rest_{line} {}

  std::string_view word() {
    const auto end = rest_.find(' ');
    if (end == std::string_view::npos) fail(tr("a field is missing"));
    const auto found = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return found;
  }

  template <typename Number> Number number(int base = 10) {
    const auto text = word();
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    const auto positive = text.starts_with('-') ? text.substr(1) : text;
    const bool one_way = base != 10 || (!(positive.size() > 1 && positive.starts_with('0')) && text != "-0");
    if (error != std::errc{} || end != text.data() + text.size() || !one_way) fail(tr("“{1}” is no number that fits here", {escaped_excerpt(text)}));
    return value;
  }

  std::size_t letter(std::string_view letters) {
    const auto text = word();
    const auto place = text.size() == 1 ? letters.find(text.front()) : std::string_view::npos;
    if (place == std::string_view::npos) fail(tr("“{1}” is not one of the letters “{2}”", {escaped_excerpt(text), letters}));
    return place;
  }

  std::optional<Digest> digest() {
    const auto text = word();
    if (text == "-") return std::nullopt;
    const auto found = Digest::parse(text);
    if (!found || found->hex() != text) fail(tr("“{1}” is no digest", {escaped_excerpt(text)}));
    return found;
  }

  std::string_view rest() const { return rest_; }

private:
  std::string_view rest_;
};

std::string unescaped(std::string_view text) {
  auto path = unescaped_path(text);
  if (!path || path->find('\0') != std::string::npos) fail(tr("“{1}” is not escaped as a manifest does it", {escaped_excerpt(text)}));
  return std::move(*path);
}

/// What leads out of a tree, or to no place, is no path of it.
bool is_path_in_tree(std::string_view path) {
  constexpr std::size_t longest = 64 * 1024;
  if (path.empty() || path.size() > longest) return false;
  for (std::size_t begin = 0; begin <= path.size();) {
    const auto end = std::min(path.find('/', begin), path.size());
    const auto name = path.substr(begin, end - begin);
    if (name.empty() || name == "." || name == "..") return false;
    begin = end + 1;
  }
  return true;
}

std::string tree_path(std::string_view text) {
  auto path = unescaped(text);
  if (!is_path_in_tree(path)) fail(tr("“{1}” is no path in a tree", {escaped_excerpt(text)}));
  return path;
}

bool is_device(EntryKind kind) { return kind == EntryKind::character_device || kind == EntryKind::block_device; }

/// The path, and what stands behind tabs: '>' the target, '=' the twin, '!' the failure.
void read_texts(TreeEntry& entry, std::string_view rest) {
  const auto part = [&] {
    const auto end = std::min(rest.find('\t'), rest.size());
    const auto found = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return found;
  };
  const bool ends_with_tab = rest.ends_with('\t');
  entry.path = tree_path(part());
  if (rest.starts_with('>')) entry.target = unescaped(part().substr(1));
  if (rest.starts_with('=')) entry.twin = tree_path(part().substr(1));
  if (rest.starts_with('!') && rest.size() > 1) entry.failure = unescaped(part().substr(1));
  if (!rest.empty() || ends_with_tab) fail(tr("more stands behind the path than belongs there"));
  if (!entry.twin.empty() && compare_paths(entry.twin, entry.path) >= 0) fail(tr("the twin must come before it"));
}

void check_kind(const TreeEntry& entry, bool has_target) {
  const bool file = entry.kind == EntryKind::file;
  const bool fits = (file || (entry.size == 0 && !entry.content && !entry.sparse && entry.look == ContentLook::unseen)) &&
                    (entry.device == 0 || is_device(entry.kind)) && has_target == (entry.kind == EntryKind::link) && entry.mode <= 07777u;
  if (!fits) fail(tr("the fields do not fit an entry of this kind"));
}

} // namespace

std::string manifest_line(const TreeEntry& entry) {
  std::string line;
  line.reserve(160 + entry.path.size());
  line += kind_letters[static_cast<std::size_t>(entry.kind)];
  line += ' ';
  for (int shift = 9; shift >= 0; shift -= 3) line += static_cast<char>('0' + (entry.mode >> shift & 7u));
  line += ' ';
  append_number(line, entry.uid);
  append_number(line, entry.gid);
  append_number(line, entry.size);
  append_number(line, entry.modified);
  append_number(line, entry.device);
  line += entry.sparse ? "s " : "- ";
  line += look_letters[static_cast<std::size_t>(entry.look)];
  line += ' ';
  append_digest(line, entry.content);
  append_digest(line, entry.attributes);
  append_digest(line, entry.acl);
  line += escaped_path(entry.path);
  if (entry.kind == EntryKind::link) line += "\t>" + escaped_path(entry.target);
  if (!entry.twin.empty()) line += "\t=" + escaped_path(entry.twin);
  if (!entry.failure.empty()) line += "\t!" + escaped_path(entry.failure);
  return line;
}

TreeEntry entry_of_manifest_line(std::string_view line) {
  TreeEntry entry;
  Fields fields{line};
  entry.kind = static_cast<EntryKind>(fields.letter(kind_letters));
  if (line.find(' ', 2) != 6) fail(tr("a mode has four digits"));
  entry.mode = fields.number<std::uint32_t>(8);
  entry.uid = fields.number<std::uint32_t>();
  entry.gid = fields.number<std::uint32_t>();
  entry.size = fields.number<std::uint64_t>();
  entry.modified = fields.number<std::int64_t>();
  entry.device = fields.number<std::uint64_t>();
  entry.sparse = fields.letter("-s") == 1;
  entry.look = static_cast<ContentLook>(fields.letter(look_letters));
  entry.content = fields.digest();
  entry.attributes = fields.digest();
  entry.acl = fields.digest();
  read_texts(entry, fields.rest());
  check_kind(entry, fields.rest().find("\t>") != std::string_view::npos);
  return entry;
}

std::string checksum_line(const Digest& content, std::string_view path) {
  std::string name;
  for (const char c : path) {
    if (c == '\\') name += "\\\\";
    else if (c == '\n') name += "\\n";
    else name += c;
  }
  return (name.size() != path.size() ? "\\" : "") + content.hex() + "  " + name;
}

} // namespace hdskit
