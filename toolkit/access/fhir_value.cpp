#include "toolkit/access/fhir_value.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t longest_text = 2000; ///< bytes
constexpr std::size_t day_size = 10;       ///< "2026-11-22"

/// "2026" and "2026-11" are dates of FHIR too.
bool is_partial_date(std::string_view text) {
  const auto digits = [](std::string_view part) { return part.find_first_not_of("0123456789") == std::string_view::npos; };
  return (text.size() == 4 && digits(text)) || (text.size() == 7 && text[4] == '-' && digits(text.substr(0, 4)) && digits(text.substr(5)));
}

/// The first bytes of a foreign word, without cutting a character in two.
std::string shown(std::string_view text) {
  constexpr std::size_t longest_shown = 40; ///< bytes
  auto end = std::min(text.size(), longest_shown);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string{text.substr(0, end)};
}

} // namespace

std::string fhir_remedy() { return tr("Check the address of the interface and the proxy; what was answered before is kept."); }

boost::json::value parse_fhir(std::string_view json, const std::string& name, std::size_t limit) {
  const auto refuse = [&](const std::string& sentence) { throw Problem{ProblemKind::bad_input, name, sentence, fhir_remedy()}; };
  if (!is_utf8(json)) refuse(tr("“{1}” answers bytes that are no UTF-8.", {name}));
  try {
    auto value = parse_foreign_json(json, name, limit);
    if (!value.is_object()) refuse(tr("“{1}” answers no FHIR resource.", {name}));
    return value;
  } catch (const Problem& problem) { throw Problem{ProblemKind::bad_input, name, problem.what(), fhir_remedy()}; }
}

std::string FhirValue::place_of(std::string_view name) const { return place_.empty() ? std::string{name} : place_ + "." + std::string{name}; }

void FhirValue::report(std::string_view name, const std::string& sentence) const { defects_->report(place_of(name), sentence); }

const boost::json::value* FhirValue::find(std::string_view name) const {
  const auto* object = value_ ? value_->if_object() : nullptr;
  const auto* found = object ? object->if_contains({name.data(), name.size()}) : nullptr;
  return found && !found->is_null() ? found : nullptr;
}

FhirValue FhirValue::member(std::string_view name) const {
  if (const auto* found = find(name)) {
    if (found->is_object() || found->is_array()) return {*found, place_of(name), *defects_};
    report(name, tr("An object or a list is expected."));
  }
  return {place_of(name), *defects_};
}

std::string FhirValue::text(std::string_view name) const {
  const auto* found = find(name);
  if (!found) return "";
  if (found->is_string() && found->get_string().size() <= longest_text) {
    std::string written{found->get_string()};
    for (auto& c : written)
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' '; // it may come to stand on a terminal
    return written;
  }
  report(name, tr("A text of at most {1} bytes is expected.", {std::to_string(longest_text)}));
  return "";
}

bool FhirValue::truth(std::string_view name, bool otherwise) const {
  const auto* found = find(name);
  if (!found) return otherwise;
  if (found->is_bool()) return found->get_bool();
  report(name, tr("true or false is expected."));
  return otherwise;
}

std::optional<Date> FhirValue::day(std::string_view name) const {
  const auto written = text(name);
  if (written.empty() || is_partial_date(written)) return std::nullopt;
  const bool fits = written.size() == day_size || (written.size() > day_size && written[day_size] == 'T');
  const auto day = fits ? Date::parse(written.substr(0, day_size)) : std::nullopt;
  if (!day) report(name, tr("“{1}” is no date.", {shown(written)}));
  return day;
}

void FhirValue::each(const std::function<void(const FhirValue&)>& take, std::size_t most) const {
  if (!value_) return;
  const auto* array = value_->if_array();
  if (!array) return take(*this);
  if (array->size() > most) return defects_->report(place_, tr("More than {1} elements are not read.", {std::to_string(most)}));
  for (std::size_t i = 0; i < array->size(); ++i) {
    const auto place = place_ + "[" + std::to_string(i) + "]";
    if ((*array)[i].is_object()) take({(*array)[i], place, *defects_});
    else defects_->report(place, tr("An object { … } is expected here."));
  }
}

} // namespace hdskit
