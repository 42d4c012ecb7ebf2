#include "toolkit/frameworks/yaml_reader.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <yaml.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace hdskit {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view word_of(const yaml_char_t* text) { return text ? std::string_view{reinterpret_cast<const char*>(text)} : std::string_view{}; }

bool is_null(std::string_view text) { return text == "~" || text == "null" || text == "Null" || text == "NULL"; }

/// One event of libyaml at a time, freed with its successor.
class Events {
public:
  explicit Events(std::string_view bytes) {
    if (!yaml_parser_initialize(&parser_)) throw std::bad_alloc{};
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  ~Events() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }
  Events(const Events&) = delete;
  Events& operator=(const Events&) = delete;

  bool next() {
    yaml_event_delete(&event_);
    return yaml_parser_parse(&parser_, &event_) != 0;
  }
  const yaml_event_t& now() const { return event_; }
  int line() const { return static_cast<int>(event_.start_mark.line) + 1; }
  int problem_line() const { return static_cast<int>(std::max(parser_.problem_mark.line, parser_.context_mark.line)) + 1; }
  std::string problem() const { return parser_.problem ? parser_.problem : "memory"; }

private:
  yaml_parser_t parser_{};
  yaml_event_t event_{};
};

class YamlReading {
public:
  YamlReading(std::string_view bytes, LibraryFindings& findings) : events_{bytes}, findings_{findings} {}

  std::optional<YamlValue> read() {
    advance(); // the stream begins
    advance();
    if (!stopped_ && type() != YAML_DOCUMENT_START_EVENT) stop(1, tr("The file is empty."));
    advance();
    auto root = node(1);
    advance(); // the document ends
    advance();
    if (!stopped_ && type() != YAML_STREAM_END_EVENT) stop(events_.line(), tr("A second document begins here: one file holds one library."));
    if (stopped_) return std::nullopt;
    return root;
  }

private:
  yaml_event_type_t type() const { return events_.now().type; }

  void advance() {
    if (stopped_ || events_.next()) return;
    stop(events_.problem_line(), tr("The YAML is malformed here: {1}.", {events_.problem()}));
  }

  void stop(int line, std::string sentence) {
    if (!stopped_) findings_.refuse(line, std::move(sentence));
    stopped_ = true;
  }

  /// The value that the event at hand begins; ends on its last event.
  YamlValue node(int depth) {
    YamlValue value;
    value.line = events_.line();
    if (stopped_) return value;
    spend(1);
    if (type() == YAML_ALIAS_EVENT) return repeated(word_of(events_.now().data.alias.anchor), value.line);
    if (depth > yaml_depth_limit) {
      stop(value.line, tr("Lists and maps are nested deeper than {1} levels.", {std::to_string(yaml_depth_limit)}));
      return value;
    }
    const auto before = values_;
    const auto anchor = read_content(value, depth);
    if (!anchor.empty() && !stopped_) keep(anchor, value, values_ - before + 1);
    return value;
  }

  /// Gives the anchor that the value bears, or "".
  std::string read_content(YamlValue& value, int depth) {
    const auto& event = events_.now();
    if (type() == YAML_SCALAR_EVENT) {
      const auto& scalar = event.data.scalar;
      check_tag(scalar.tag, scalar.plain_implicit || scalar.quoted_implicit);
      value.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
      if (value.text.find('\0') != std::string::npos) findings_.refuse(value.line, tr("A zero byte stands here: this is no text."));
      if (scalar.style == YAML_PLAIN_SCALAR_STYLE && is_null(value.text)) value.text.clear();
      return std::string{word_of(scalar.anchor)};
    }
    if (type() == YAML_SEQUENCE_START_EVENT) {
      check_tag(event.data.sequence_start.tag, event.data.sequence_start.implicit);
      const std::string anchor{word_of(event.data.sequence_start.anchor)};
      read_list(value, depth);
      return anchor;
    }
    check_tag(event.data.mapping_start.tag, event.data.mapping_start.implicit);
    const std::string anchor{word_of(event.data.mapping_start.anchor)};
    read_map(value, depth);
    return anchor;
  }

  void read_list(YamlValue& value, int depth) {
    value.kind = YamlValue::Kind::list;
    for (advance(); !stopped_ && type() != YAML_SEQUENCE_END_EVENT; advance()) value.entries.push_back(node(depth + 1));
  }

  void read_map(YamlValue& value, int depth) {
    value.kind = YamlValue::Kind::map;
    std::unordered_set<std::string> seen;
    for (advance(); !stopped_ && type() != YAML_MAPPING_END_EVENT; advance()) {
      auto key = node(depth + 1);
      advance();
      auto entry = node(depth + 1);
      if (key.kind != YamlValue::Kind::scalar) findings_.refuse(key.line, tr("A list or a map stands here as the name of a field."));
      else if (key.text == "<<") findings_.refuse(key.line, tr("“<<” merges another map: this is not read; write the fields out."));
      else if (!seen.insert(key.text).second) findings_.refuse(key.line, tr("The field “{1}” is given twice.", {shown_word(key.text)}));
      else {
        value.keys.push_back(std::move(key.text));
        value.entries.push_back(std::move(entry));
      }
    }
  }

  void check_tag(const yaml_char_t* tag, bool implicit) {
    static constexpr std::string_view of_yaml = "tag:yaml.org,2002:";
    static constexpr std::string_view plain[] = {"str", "int", "float", "bool", "null", "seq", "map", "timestamp"};
    const auto word = word_of(tag);
    if (implicit || word.empty() || word == "!") return;
    if (word.starts_with(of_yaml) && std::ranges::find(plain, word.substr(of_yaml.size())) != std::end(plain)) return;
    findings_.refuse(events_.line(), tr("The tag “{1}” asks for an object of a program: only plain YAML is read.", {shown_word(word)}));
  }

  void spend(std::size_t values) {
    values_ += values;
    if (values_ > yaml_value_limit)
      stop(events_.line(),
           tr("More than {1} values stand in the file, or aliases repeat them: this is no library of requirements.", {std::to_string(yaml_value_limit)}));
  }

  struct Anchored {
    YamlValue value;
    std::size_t values = 0, bytes = 0;
  };

  static std::size_t bytes_in(const YamlValue& value) {
    auto bytes = value.text.size();
    for (const auto& key : value.keys) bytes += key.size();
    for (const auto& entry : value.entries) bytes += bytes_in(entry);
    return bytes;
  }

  void keep(const std::string& anchor, const YamlValue& value, std::size_t values) {
    const auto bytes = bytes_in(value);
    if (repeat(values, bytes)) anchors_.insert_or_assign(anchor, Anchored{value, values, bytes});
  }

  /// Known only once the value that bears it has ended, so that nothing holds itself.
  YamlValue repeated(std::string_view anchor, int line) {
    const auto found = anchors_.find(std::string{anchor});
    if (found == anchors_.end()) {
      findings_.refuse(line, tr("The alias “*{1}” repeats what is not there, or what it stands in.", {shown_word(anchor)}));
      return {};
    }
    if (!repeat(found->second.values, found->second.bytes)) return {};
    auto value = found->second.value;
    value.line = line;
    return value;
  }

  /// Copies cost what they hold: few lines of aliases of aliases would fill all memory.
  bool repeat(std::size_t values, std::size_t bytes) {
    spend(values);
    repeated_bytes_ += bytes;
    if (repeated_bytes_ > yaml_repeated_limit)
      stop(events_.line(), tr("Aliases repeat more than {1} of text: this is no library of requirements.", {french_bytes(yaml_repeated_limit)}));
    return !stopped_;
  }

  Events events_;
  LibraryFindings& findings_;
  std::unordered_map<std::string, Anchored> anchors_;
  std::size_t values_ = 0, repeated_bytes_ = 0;
  bool stopped_ = false;
};

int line_of(std::string_view bytes, std::size_t offset) { return 1 + static_cast<int>(std::ranges::count(bytes.substr(0, offset), '\n')); }

/// libyaml compares each tag directive with all those before: a file of them alone would take hours.
std::size_t tag_directive(std::string_view bytes) { return bytes.starts_with("%TAG") ? 0 : bytes.find("\n%TAG"); }

} // namespace

const YamlValue* YamlValue::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i] == key) return &entries[i];
  return nullptr;
}

std::optional<YamlValue> read_yaml(std::string_view bytes, LibraryFindings& findings) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    findings.refuse(1, tr("The text is UTF-16: save it as UTF-8."));
    return std::nullopt;
  }
  if (!is_utf8(bytes)) {
    int line = 1;
    for (const auto text : lines_of(bytes)) {
      if (!is_utf8(text)) break;
      ++line;
    }
    findings.refuse(line, tr("The text is not UTF-8, from this line on; save it as UTF-8 (it may be Windows-1252)."));
    return std::nullopt;
  }
  if (const auto at = tag_directive(bytes); at != std::string_view::npos) {
    findings.refuse(line_of(bytes, at) + (at > 0 ? 1 : 0), tr("“%TAG” declares tags of a program: only plain YAML is read."));
    return std::nullopt;
  }
  return YamlReading{bytes, findings}.read();
}

} // namespace hdskit
