#pragma once

#include "toolkit/dossier/completeness.hpp"

namespace hdskit {

// Gaps as they are frozen with a filing: a JSON list of {item, kind, sentence}.
std::string text_of_gaps(const std::vector<Gap>& gaps);
std::vector<Gap> gaps_of_text(std::string_view text); ///< throws Problem damaged

} // namespace hdskit
