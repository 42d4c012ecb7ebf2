#pragma once

#include "toolkit/workspace/dialect.hpp"

namespace hdskit {

// What Workspace and its care (upgrade, backup, restore) share: reaching a place, whatever format stands there.

constexpr std::chrono::milliseconds usual_patience = std::chrono::seconds{10};

/// postgresql://… and whatever else looks like a URL: it is then refused without being repeated, as it may hold a password.
bool is_server(std::string_view location);

/// Connects to the workspace that stands at `location`. Throws Problem newer_format before anything is touched.
std::unique_ptr<Dialect> connect(const std::string& location, std::chrono::milliseconds patience);

/// Makes a workspace of `format` at `location` and lets `fill` complete it in the same transaction: there is all of it, or nothing.
void create_at_format(const std::string& location, int format, const Acting& acting, const std::function<void(Dialect&)>& fill);

} // namespace hdskit
