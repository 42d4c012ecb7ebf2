#pragma once

#include "toolkit/risk/study.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// Studies of other tools as records of the register: docs/formats/risk-import.md. Records that `now` has under the same reference keep what the other tool does
// not say (owner, acceptance, review); the scale and the frame are those of `now`.

constexpr std::size_t foreign_study_size_limit = 32u << 20; ///< bytes

struct ForeignStudy {
  Study study;                      ///< the risks and measures that were read, and nothing else
  std::vector<std::string> remarks; ///< what is passed over
};

/// A data protection impact assessment as the PIA software of the CNIL exports it: its three risks for people, its measures, the plans of its evaluation.
/// Throws Problem bad_input for what is none, naming all that is wrong with line and column.
ForeignStudy read_pia(std::string_view json, const std::string& name, const Study& now);

/// An analysis of MONARC, exported from version 2.13 or later without password: its information risks, rated by asset, and their recommendations. Throws the
/// same.
ForeignStudy read_monarc(std::string_view json, const std::string& name, const Study& now);

// For both.

/// A text without the marks of HTML: paragraphs and entries of lists on lines of their own.
std::string plain_text_of_html(std::string_view html);

/// The record of `list` with that reference, or a new one that bears it.
template <typename Record> Record known_or_new(const std::vector<Record>& list, const std::string& reference) {
  for (const auto& record : list)
    if (record.reference == reference) return record;
  Record record;
  record.reference = reference;
  return record;
}

} // namespace hdskit
