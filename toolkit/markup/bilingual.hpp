#pragma once

#include <string>

namespace hdskit {

/// French is the text of record; English is for those who read the program in English.
struct Bilingual {
  std::string french, english;
  const std::string& in_current_language() const;
};

/// How sure we are of a fact: read in a trusted source, known from a secondary one, or a reconstruction that a hospital should edit.
enum class Confidence { high, medium, low };
/// The same as a sentence for people.
std::string sentence_of(Confidence confidence);

} // namespace hdskit
