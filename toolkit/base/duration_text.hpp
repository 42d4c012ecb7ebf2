#pragma once

#include "toolkit/base/field.hpp"

#include <string>

namespace hdskit {

/// A length of time as people say it: "45 min", "1 h 30", "36 h", "2 j", "3 j 4 h 05". Never negative. What is stored is to_field_text's: "90 min".
std::string duration_text(Minutes minutes);

} // namespace hdskit
