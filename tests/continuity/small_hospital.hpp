#pragma once

#include "toolkit/continuity/continuity.hpp"

namespace hdskit {

inline Date day(int year, unsigned month, unsigned number) { return *Date::of(year, month, number); }

inline HostedService service(std::string code) {
  HostedService result;
  result.name = code;
  result.code = std::move(code);
  return result;
}

inline Dependency needs(std::string from, std::string to) { return {.id = {}, .from = std::move(from), .to = std::move(to), .note = {}}; }

} // namespace hdskit
