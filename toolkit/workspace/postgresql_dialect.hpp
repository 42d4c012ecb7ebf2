#pragma once

#include "toolkit/workspace/dialect.hpp"

namespace hdskit {

/// Connects to the database of a URL. Throws Problem bad_input (see safe_server_url), unreachable, refused.
std::unique_ptr<Dialect> connect_postgresql(const std::string& url, std::chrono::milliseconds patience);

/// The URL with what safety asks for: the server must prove its name (sslmode=verify-full) unless it is reached by a socket or on
/// this machine. Throws Problem bad_input, without repeating the URL, when it carries a password or asks for less.
std::string safe_server_url(const std::string& url);

} // namespace hdskit
