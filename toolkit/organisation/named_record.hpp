#pragma once

#include <string>
#include <string_view>

namespace hdskit {

/// How a record is called in a sentence, in the current language: R12 (“Ransomware …”), the first line of its name, cut when it is long.
std::string named(std::string_view reference, std::string_view name);

} // namespace hdskit
