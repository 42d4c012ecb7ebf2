#pragma once

#include "gui/presenter/form.hpp"
#include "gui/presenter/risk_map.hpp"
#include "gui/presenter/risks_subject.hpp"
#include "gui/presenter/rows.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

// The records of one kind of the study, as lists show them.

/// Calls visit(record) for each record of the kind, in the order recorded.
template <typename Visit> void for_each_record(const Study& study, std::string_view kind, Visit visit) {
  if (kind == RiskStudy::type().kind && !study.frame.reference.empty()) visit(study.frame);
  for_each_list(study, [&](const char*, const auto& list) {
    using Record = typename std::decay_t<decltype(list)>::value_type;
    if (Record::type().kind == kind)
      for (const auto& record : list) visit(record);
  });
}
std::size_t count_of(const Study& study, std::string_view kind);

std::string plural_of_study(std::string_view kind);  ///< “Feared events”
std::string purpose_of_study(std::string_view kind); ///< what such a record is for, and what one writes there

/// Rows bear the reference as key: reference, name, what is computed (threat, zone, level …), then the fields of the list. `words`: only those that hold them
/// all in some field.
ListRows study_rows(const RiskMap& map, std::string_view kind, std::string_view words = {});

/// What follows from the record as it stands in its form: threat and zone, pertinence, gravity, likelihood and why. Empty where nothing is computed.
std::vector<Cell> computed_in_words(const RiskMap& map, std::string_view kind, const Form& form);

/// “2.67 – danger zone”, with its tone; “– not rated –” without a threat.
Cell threat_cell(const RiskScale& scale, const std::optional<double>& threat);
/// “3 – Likely”.
Cell grade_cell(const std::vector<ScaleWord>& words, int grade);
/// What a finding of the linter is about.
RisksSubject subject_of(const Finding& finding);
/// The label of a choice.
template <typename E>
requires std::is_enum_v<E> std::string choice_word(E value) { return tr(choices_of(value)[static_cast<std::size_t>(value)].label); }

} // namespace hdskit::gui
