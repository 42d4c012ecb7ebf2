#pragma once

#include <string>
#include <string_view>

namespace hdskit::page {

/// The text as UTF-16BE in hexadecimal digits, without a mark: what text strings and /ToUnicode maps of a PDF hold.
/// A byte that is no UTF-8 becomes U+FFFD.
std::string utf16_hex(std::string_view utf8);

} // namespace hdskit::page
