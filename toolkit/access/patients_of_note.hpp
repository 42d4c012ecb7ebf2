#pragma once

#include "toolkit/access/review.hpp"

#include <array>
#include <unordered_map>

namespace hdskit {

// What the inputs say of patients, by the hash of their number: a log of millions of lines is held against it.

/// Which patient is cared for in which unit, and when.
class StayIndex {
public:
  explicit StayIndex(const AccessReview& review);
  bool cares(std::uint64_t patient, std::uint64_t unit, std::int64_t moment) const;

private:
  struct Span {
    std::int64_t from, until; ///< seconds
  };
  std::unordered_multimap<std::uint64_t, Span> spans_;
};

/// A patient whose record calls for attention when somebody opens it.
struct PatientOfNote {
  bool staff = false;
  std::array<std::uint64_t, 4> names{};                       ///< hashes of family names; 0: none
  std::vector<std::pair<std::int64_t, std::int64_t>> spans{}; ///< seconds; under reinforced protection
  bool watched(std::int64_t moment) const;
  bool bears(std::uint64_t family) const;
};

/// Patients who are members of the staff, under reinforced protection, or whose family name is given.
class PatientsOfNote {
public:
  explicit PatientsOfNote(const AccessReview& review);
  /// Nothing for the many.
  const PatientOfNote* find(std::uint64_t patient) const {
    const auto found = patients_.empty() ? patients_.end() : patients_.find(patient);
    return found == patients_.end() ? nullptr : &found->second;
  }

private:
  void add_names(const std::string& patient, std::uint64_t name, std::uint64_t birth_name);
  std::unordered_map<std::uint64_t, PatientOfNote> patients_;
};

} // namespace hdskit
