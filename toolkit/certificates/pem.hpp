#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

/// The bytes of the first block with this label ("CERTIFICATE"); nothing when the text holds none. Throws Problem damaged for a block that is not base64.
std::optional<std::string> decode_pem(std::string_view text, std::string_view label);

/// Every block, with its label. What stands between blocks is passed over (RFC 7468 2).
void for_each_pem(std::string_view text, const std::function<void(std::string_view label, const std::string& bytes)>& take);

/// Base64 (RFC 4648 4) with line ends passed over; nothing for any other byte or a wrong end.
std::optional<std::string> decode_base64(std::string_view text);

} // namespace hdskit
