#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

/// A path of any bytes as one line of UTF-8: control characters (C1 too), DEL, backslashes and bytes outside of valid UTF-8 become \xHH. What is printed and
/// what goes into JSON is written like this as well.
std::string escaped_path(std::string_view path);

/// The beginning of foreign text, for messages: escaped, at most some 80 characters.
std::string escaped_excerpt(std::string_view text);

/// Back; nothing when escaped_path would not have written it so.
std::optional<std::string> unescaped_path(std::string_view text);

} // namespace hdskit
