#pragma once

#include "toolkit/backup/restore_report_limits.hpp"
#include "toolkit/base/date.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/field.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace hdskit {

/// What the report asks of its objects beyond texts and small numbers. Every member must be there: a canonical form has no two ways to say nothing.
class ReportMembers {
public:
  ReportMembers(const boost::json::value& value, std::string place, JsonDefects& defects, std::initializer_list<std::string_view> known)
      : object_{value, std::move(place), defects, known}, defects_{defects} {
    for (const auto name : known)
      if (value.is_object() && !object_.find(name)) refuse(name, tr("It is missing."));
  }

  std::string text(std::string_view name, std::size_t most) const { return object_.text(name, most); }
  std::string place_of(std::string_view name) const { return object_.place_of(name); }
  const boost::json::array& array(std::string_view name) const { return object_.array(name, 0, report_limits::entries); }
  const boost::json::value* given(std::string_view name) const {
    const auto* value = object_.find(name);
    return value && !value->is_null() ? value : nullptr;
  }

  bool flag(std::string_view name) const {
    const auto* value = object_.find(name);
    if (value && !value->is_bool()) refuse(name, tr("true or false is expected here."));
    return value && value->is_bool() && value->get_bool();
  }
  std::uint64_t count(std::string_view name) const {
    const auto* value = object_.find(name);
    if (value && value->is_uint64()) return value->get_uint64();
    if (value && value->is_int64() && value->get_int64() >= 0) return static_cast<std::uint64_t>(value->get_int64());
    if (value) refuse(name, tr("A whole number is expected here."));
    return 0;
  }
  std::int64_t whole(std::string_view name, std::int64_t least, std::int64_t most) const {
    const auto* value = object_.find(name);
    if (value && value->is_int64() && value->get_int64() >= least && value->get_int64() <= most) return value->get_int64();
    if (value) refuse(name, tr("A whole number from {1} to {2} is expected here.", {std::to_string(least), std::to_string(most)}));
    return least;
  }
  /// The number that was written to `scale`: the reader's last digit is not to be relied upon.
  double rounded(std::string_view name, double most, double scale) const { return std::round(object_.number(name, 0, most) * scale) / scale; }

  template <typename Duration> std::optional<Duration> length(std::string_view name, std::int64_t units_a_second) const {
    if (!given(name)) return {};
    return Duration{whole(name, -report_limits::longest_seconds * units_a_second, report_limits::longest_seconds * units_a_second)};
  }
  std::optional<Minutes> minutes(std::string_view name) const {
    if (!given(name)) return {};
    return Minutes{whole(name, 0, 10LL * 366 * 24 * 60)};
  }
  template <typename Value> std::optional<Value> parsed(std::string_view name) const {
    if (!given(name)) return {};
    const auto text = this->text(name, report_limits::word);
    const auto value = Value::parse(text);
    if (!value || !is_written_so(*value, text)) refuse(name, tr("It cannot be read."));
    return value;
  }
  template <typename E> E choice(std::string_view name) const {
    const auto word = text(name, report_limits::word);
    const auto choices = choices_of(E{});
    const auto found = std::ranges::find(choices, word, &Choice::word);
    if (found != choices.end()) return static_cast<E>(found - choices.begin());
    refuse(name, tr("“{1}” is not among the words of the format.", {word}));
    return E{};
  }
  void refuse(std::string_view name, const std::string& sentence) const { defects_.report(object_.place_of(name), sentence); }
  JsonDefects& defects() const { return defects_; }

private:
  static bool is_written_so(const Instant& value, const std::string& text) { return value.iso() == text; }
  static bool is_written_so(const Digest& value, const std::string& text) { return value.hex() == text; }
  JsonObject object_;
  JsonDefects& defects_;
};

} // namespace hdskit
