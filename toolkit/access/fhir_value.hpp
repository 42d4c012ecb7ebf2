#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

/// Throws Problem bad_input naming `name`: no JSON, no object, no UTF-8, more than `limit` bytes.
boost::json::value parse_fhir(std::string_view json, const std::string& name, std::size_t limit);
std::string fhir_remedy(); ///< what to do when the directory answers something else than is expected

/// A place in a FHIR resource, read as far as it is known: members that nobody asks for are of no concern, an absent one is empty, one of another type than
/// FHIR gives it is a defect with its place.
class FhirValue {
public:
  FhirValue(const boost::json::value& value, std::string place, JsonDefects& defects) : value_{&value}, place_{std::move(place)}, defects_{&defects} {}

  FhirValue member(std::string_view name) const;
  std::string text(std::string_view name) const; ///< at most 2000 bytes
  bool truth(std::string_view name, bool otherwise) const;
  /// The day of a FHIR date or dateTime; nothing for one that tells its month or year alone.
  std::optional<Date> day(std::string_view name) const;
  /// Each element of a list, or the value itself when it is an object; nothing when absent. More than `most` are a defect.
  void each(const std::function<void(const FhirValue&)>& take, std::size_t most = 1000) const;
  void report(std::string_view name, const std::string& sentence) const;

private:
  FhirValue(std::string place, JsonDefects& defects) : place_{std::move(place)}, defects_{&defects} {}
  const boost::json::value* find(std::string_view name) const;
  std::string place_of(std::string_view name) const;
  const boost::json::value* value_ = nullptr; ///< null: absent
  std::string place_;
  JsonDefects* defects_;
};

} // namespace hdskit
