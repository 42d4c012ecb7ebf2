#pragma once

#include "toolkit/base/progress.hpp"

#include <chrono>
#include <filesystem>

namespace hdskit {

/// A server that the person named, and how they are known there. Nothing else is ever contacted: no proxy, no other host.
struct ServerAccess {
  std::string url;
  std::string user, password;                                   ///< no authentication without a user
  std::filesystem::path ca_file = {};                           ///< authorities to trust instead of the system's
  bool without_tls = false;                                     ///< in the clear; only ever on this machine itself
  std::chrono::milliseconds timeout = std::chrono::seconds{30}; ///< of the connection, of each silence, and of each exchange as a whole
};

/// Takes the URL apart. Throws Problem bad_input for another scheme than `schemes`, a user or a password inside, or no host.
struct ServerAddress {
  std::string scheme, host, port;
  bool loopback = false; ///< this machine itself: "localhost", 127.0.0.0/8, ::1
  bool operator==(const ServerAddress&) const = default;
};
ServerAddress address_of(const std::string& url, std::initializer_list<std::string_view> schemes);

/// `link` as seen from `base`: absolute; "" when it cannot be read.
std::string resolved(const std::string& base, const std::string& link);

} // namespace hdskit
