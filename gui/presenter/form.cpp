#include "gui/presenter/form.hpp"

#include "gui/presenter/citation.hpp"
#include "toolkit/base/text.hpp"

#include <algorithm>
#include <utility>

namespace hdskit::gui {
namespace {

/// Characters but blanks, as a person counts them.
std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const auto c : replaced(std::string{text}, "\u00A0", " "))
    if (c != ' ' && (static_cast<unsigned char>(c) & 0xC0u) != 0x80u) ++count; // a byte that continues a character is not counted
  return count;
}

} // namespace

Form::Form(std::vector<FormField> fields) : fields_{std::move(fields)} { start_empty(); }

void Form::start(std::vector<std::string> values) {
  values.resize(fields_.size());
  started_ = std::move(values);
  typed_.clear();
  for (std::size_t i = 0; i < fields_.size(); ++i) typed_.push_back(text_in_control(fields_[i], started_[i]));
  told_.assign(fields_.size(), false);
}

void Form::start_empty() {
  std::vector<std::string> values;
  for (const auto& field : fields_) values.push_back(field.choices.empty() || field.cites ? "" : field.choices.front().value);
  start(std::move(values));
}

void Form::offer(const std::vector<FormField>& fields) {
  for (std::size_t i = 0; i < std::min(fields.size(), fields_.size()); ++i) {
    fields_[i].choices = fields[i].choices;
    if (fields_[i].cites) fields_[i].hint = fields[i].hint; // it tells when there is nothing to cite
  }
}

std::vector<std::size_t> Form::follow(const std::vector<std::string>& values) {
  std::vector<std::size_t> followed;
  for (std::size_t i = 0; i < std::min(values.size(), fields_.size()); ++i) {
    if (values[i] == started_[i] || touched(i)) continue;
    started_[i] = values[i];
    typed_[i] = text_in_control(fields_[i], values[i]);
    followed.push_back(i);
  }
  return followed;
}

void Form::type(std::size_t field, std::string text) {
  typed_.at(field) = std::move(text);
  const auto full = fields_[field].full_length;
  if (full > 0 && characters(typed_[field]) >= full) told_[field] = true;
}

void Form::leave(std::size_t field) {
  if (touched(field)) told_.at(field) = true;
}

void Form::tell_all() { told_.assign(fields_.size(), true); }

std::string Form::meant(std::size_t field) const {
  const auto& described = fields_.at(field);
  const auto& text = typed_.at(field);
  if (described.cites) return citation_text(described, text);
  return std::string{described.kind == FieldKind::long_text ? std::string_view{text} : trimmed(text)};
}

std::string Form::value(std::size_t field) const {
  const auto& text = typed_.at(field);
  if (text == text_in_control(fields_[field], started_[field])) return started_[field];
  const auto trim = meant(field);
  try {
    return fields_[field].normalise ? fields_[field].normalise(trim) : trim;
  } catch (const Problem&) { return trim; }
}

std::vector<std::string> Form::values() const {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < fields_.size(); ++i) values.push_back(value(i));
  return values;
}

std::string Form::fault(std::size_t field) const {
  const auto& described = fields_.at(field);
  const std::string text{trimmed(meant(field))};
  if (described.required && text.empty()) return tr("“{1}” must be filled in.", {described.label});
  try {
    if (described.normalise) described.normalise(text);
  } catch (const Problem& problem) { return problem.what(); }
  return "";
}

bool Form::in_use(std::size_t field) const {
  const auto& condition = fields_.at(field).only_with;
  const auto other = std::ranges::find(fields_, condition.field, &FormField::name);
  return condition.field.empty() || other == fields_.end() || value(static_cast<std::size_t>(other - fields_.begin())) == condition.value;
}

std::string Form::hint(std::size_t field) const {
  const auto& described = fields_.at(field);
  const auto words = described.cites ? citation_words(described, typed_[field]) : "";
  return words.empty() ? described.hint : words;
}

std::string Form::told_fault(std::size_t field) const { return told_.at(field) ? fault(field) : ""; }

bool Form::changed() const {
  for (std::size_t i = 0; i < fields_.size(); ++i)
    if (touched(i)) return true;
  return false;
}

std::optional<std::size_t> Form::first_fault() const {
  for (std::size_t i = 0; i < fields_.size(); ++i)
    if (!fields_[i].read_only && !fault(i).empty()) return i;
  return std::nullopt;
}

Assignments Form::assignments() const {
  Assignments assignments;
  for (std::size_t i = 0; i < fields_.size(); ++i)
    if (auto now = value(i); now != started_[i]) assignments.emplace_back(fields_[i].name, std::move(now));
  return assignments;
}

std::string text_in_control(const FormField& field, const std::string& value) { return field.kind == FieldKind::date ? shown_date(value) : value; }

std::string text_to_read(const FormField& field, const std::string& value) {
  if (field.cites) return citation_words(field, value);
  const auto found = std::ranges::find(field.choices, value, &FormChoice::value);
  return found == field.choices.end() ? text_in_control(field, value) : found->label;
}

std::string shown_date(const std::string& iso) {
  const auto date = Date::parse(iso);
  if (!date || current_language() != Language::french) return iso;
  const auto text = date->iso();
  return text.substr(8, 2) + "/" + text.substr(5, 2) + "/" + text.substr(0, 4);
}

} // namespace hdskit::gui
