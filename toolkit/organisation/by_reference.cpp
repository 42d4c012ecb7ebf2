#include "toolkit/organisation/by_reference.hpp"

#include "toolkit/base/text.hpp"

namespace hdskit {

std::string reference_key(std::string_view reference) { return folded(trimmed(reference)); }

} // namespace hdskit
