#include "toolkit/exchange/import_columns.hpp"

#include "toolkit/base/closest.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

std::string label_in(Language language, const FieldView& field) {
  const LanguageScope scope{language};
  return tr(field.label);
}

std::string without_parentheses(std::string_view text) {
  std::string kept;
  int depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (depth == 0) kept += c;
    if (c == ')' && depth > 0) --depth;
  }
  return kept;
}

} // namespace

std::string name_key(std::string_view text) {
  const auto word = folded(text);
  std::string key;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte < 0x80) {
      if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) key += word[i];
    } else if (byte == 0xC2) { // signs of Latin-1: “ ”, «, °, …
      ++i;
    } else if (byte == 0xE2 && i + 2 < word.size() && static_cast<unsigned char>(word[i + 1]) <= 0x81) { // spaces, dashes, quotation marks
      i += 2;
    } else {
      key += word[i];
    }
  }
  return key;
}

ImportColumns::ImportColumns(const RecordKind& kind, const ImportRules& rules) {
  Level names, of_rules, aside, labels, bare;
  const auto propose = [&](std::string_view text) { proposals_.push_back({std::string{trimmed(without_parentheses(text))}, labels_.back()}); };
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    const auto& field = kind.fields[i];
    labels_.push_back(tr(field.label));
    name(names, field.name, i);
    propose(field.name);
    for (const auto& text : {label_in(Language::french, field), label_in(Language::english, field)}) {
      name(labels, text, i);
      propose(text);
      name(bare, without_parentheses(text), i);
    }
    if (const auto known = rules.headings.find(field.name); known != rules.headings.end())
      for (const auto& text : known->second) {
        name(of_rules, text, i);
        propose(text);
        name(bare, without_parentheses(text), i);
      }
  }
  name(aside, "id", passed_over); // the number of the record in the workspace that wrote the table
  for (const auto& text : rules.passed_over) name(aside, text, passed_over);
  for (const auto* level : {&names, &of_rules, &aside, &labels, &bare}) keep(*level);
}

void ImportColumns::name(Level& level, std::string_view text, std::size_t field) {
  auto& fields = level[name_key(text)];
  if (std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
}

void ImportColumns::keep(const Level& level) {
  for (const auto& [key, fields] : level)
    if (!key.empty()) meanings_.emplace(key, fields);
}

std::vector<std::size_t> ImportColumns::meanings_of(std::string_view heading) const {
  for (const auto& text : {std::string{heading}, without_parentheses(heading)})
    if (const auto found = meanings_.find(name_key(text)); found != meanings_.end()) return found->second;
  return {};
}

std::string ImportColumns::unknown_heading(const std::string& heading) const {
  constexpr std::size_t most = 3;
  std::vector<std::string_view> texts;
  for (const auto& proposal : proposals_) texts.push_back(proposal.text);
  std::vector<std::string> near;
  for (const auto& text : closest(heading, texts, proposals_.size())) {
    const auto& label = std::ranges::find(proposals_, text, &Proposal::text)->label;
    if (near.size() < most && std::ranges::find(near, label) == near.end()) near.push_back(label);
  }
  if (near.empty()) return tr("No column is called “{1}”; the columns are: {2}.", {heading, joined(labels_, ", ")});
  return tr("No column is called “{1}”; the closest are: {2}.", {heading, joined(near, ", ")});
}

} // namespace hdskit
