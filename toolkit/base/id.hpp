#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace hdskit {

/// The number of a record, typed by what it numbers, so that a site is never taken for a person. 0 means "not recorded yet".
template <typename Tag> class Id {
public:
  Id() = default;
  explicit Id(std::int64_t number) : number_{number} {}
  std::int64_t number() const { return number_; }
  explicit operator bool() const { return number_ != 0; }
  std::string text() const { return std::to_string(number_); }
  auto operator<=>(const Id&) const = default;

private:
  std::int64_t number_ = 0;
};

} // namespace hdskit
