#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/risk/scale_json.hpp"
#include "toolkit/risk/study_json.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t most_records = 100'000; // of one kind
constexpr int most_digits = 1'000'000'000;    // euros and per cent

std::string_view view_of_json(const boost::json::string& text) { return {text.data(), text.size()}; }

/// The text that a JSON value stands for in a field; a sentence in `defect` when it stands for none.
std::string list_text(const boost::json::value& value, std::string& defect) {
  const auto* list = value.if_array();
  std::vector<std::string> parts;
  if (!list) defect = tr("A list [ … ] is expected here.");
  else
    for (const auto& part : *list) {
      const auto* text = part.if_string();
      const auto words = text ? trimmed(view_of_json(*text)) : std::string_view{};
      if (words.empty() || words.find(';') != std::string_view::npos) defect = tr("Each part of the list must be a text that is not empty and has no semicolon.");
      else parts.emplace_back(words);
    }
  return joined(parts, "; ");
}

std::string number_text(const FieldView& field, const boost::json::value& value, std::string& defect) {
  const auto* number = value.if_int64();
  if (number && *number >= 0 && *number <= most_digits) return std::to_string(*number);
  if (number && field.name == "cost" && *number > 0) return std::to_string(*number);
  defect = tr("A whole number from {1} to {2} is expected here.", {"0", std::to_string(most_digits)});
  return "";
}

std::string text_of_json(const FieldView& field, const boost::json::value& value, std::string& defect) {
  if (field.kind == FieldKind::list) return list_text(value, defect);
  if (field.kind == FieldKind::number) return number_text(field, value, defect);
  const auto* text = value.if_string();
  if (!text) defect = tr("A text is expected here.");
  else if (field.kind == FieldKind::choice && std::ranges::find(field.choices, view_of_json(*text), &Choice::word) == field.choices.end()) {
    std::vector<std::string> words;
    for (const auto& choice : field.choices) words.emplace_back(choice.word);
    defect = tr("One of these words is expected here: {1}.", {joined(words, ", ")});
  } else return std::string{view_of_json(*text)};
  return "";
}

template <typename Record> class RecordReader {
public:
  explicit RecordReader(JsonDefects& defects) : defects_{defects} {
    for (const auto& field : Record::type().fields)
      views_.push_back({field.name, field.label, field.kind, field.required, field.choices, field.refers_to});
  }

  Record read(const boost::json::value& value, const std::string& place) {
    Record record;
    const auto* object = value.if_object();
    if (!object) {
      defects_.report(place, tr("An object { … } is expected here."));
      return record;
    }
    for (const auto& [name, member] : *object)
      if (name != "computed") read_member(record, view_of_key(name), member, place);
    for (const auto& field : Record::type().fields)
      if (field.required && trimmed(field.get(record)).empty() && !object->contains({field.name.data(), field.name.size()}))
        defects_.report(place + "." + std::string{field.name}, tr("It is missing."));
    return record;
  }

private:
  static std::string_view view_of_key(boost::json::string_view name) { return {name.data(), name.size()}; }

  void read_member(Record& record, std::string_view name, const boost::json::value& value, const std::string& place) {
    const auto found = std::ranges::find(views_, name, &FieldView::name);
    if (found == views_.end()) {
      constexpr std::size_t longest = 60;
      defects_.report(place, tr("The format has no member “{1}”.", {name.size() <= longest ? name : std::string_view{"…"}}));
      return;
    }
    std::string defect;
    auto text = text_of_json(*found, value, defect);
    if (defect.empty()) defect = text_defect(*found, text);
    if (defect.empty() && found->required && trimmed(text).empty()) defect = tr("It is empty.");
    if (defect.empty()) set(record, static_cast<std::size_t>(found - views_.begin()), text, defect);
    if (!defect.empty()) defects_.report(place + "." + std::string{name}, defect);
  }

  void set(Record& record, std::size_t index, const std::string& text, std::string& defect) {
    try {
      Record::type().fields[index].set(record, text);
    } catch (const Problem& problem) { defect = problem.what(); }
  }

  JsonDefects& defects_;
  std::vector<FieldView> views_;
};

void check_head(const boost::json::object& root, JsonDefects& defects) {
  const auto* format = root.if_contains("format");
  if (!format || *format != study_format) defects.report("format", tr("“{1}” is expected here: this is another kind of file.", {study_format}));
  const auto* version = root.if_contains("version");
  if (!version || *version != study_format_version)
    defects.report("version", tr("{1} is expected here: this program reads no other version of the format.", {std::to_string(study_format_version)}));
}

void check_members(const boost::json::object& root, JsonDefects& defects) {
  std::vector<std::string> known{"format", "version", "frame", "scale"};
  const Study empty;
  for_each_list(empty, [&](const char* key, const auto&) { known.emplace_back(key); });
  for (const auto& [name, value] : root)
    if (std::ranges::find(known, std::string_view{name.data(), name.size()}) == known.end())
      defects.report("", tr("The format has no member “{1}”.", {name.size() <= 60 ? std::string_view{name.data(), name.size()} : std::string_view{"…"}}));
}

template <typename Record> void read_list(const boost::json::object& root, const char* key, std::vector<Record>& list, JsonDefects& defects) {
  const auto* value = root.if_contains(key);
  if (!value) return;
  const auto* records = value->if_array();
  if (!records) return defects.report(key, tr("A list [ … ] is expected here."));
  if (records->size() > most_records)
    return defects.report(key, tr("The list has {1} entries; {2} at most are read.", {std::to_string(records->size()), std::to_string(most_records)}));
  RecordReader<Record> reader{defects};
  for (std::size_t i = 0; i < records->size(); ++i) list.push_back(reader.read((*records)[i], std::string{key} + "[" + std::to_string(i) + "]"));
}

} // namespace

Study parse_study(std::string_view json, const std::string& name) {
  const auto value = parse_foreign_json(json, name, study_size_limit);
  Study study;
  JsonDefects defects;
  if (const auto* root = value.if_object()) {
    check_head(*root, defects);
    check_members(*root, defects);
    if (const auto* frame = root->if_contains("frame")) study.frame = RecordReader<RiskStudy>{defects}.read(*frame, "frame");
    if (const auto* scale = root->if_contains("scale")) study.scale = scale_of_json(*scale, "scale", defects);
    else defects.report("scale", tr("It is missing."));
    for_each_list(study, [&](const char* key, auto& list) { read_list(*root, key, list, defects); });
  } else defects.report("", tr("An object { … } is expected here."));
  defects.refuse(name, tr("Correct these places, then start again; nothing was changed."));
  return study;
}

} // namespace hdskit
