#pragma once

#include "toolkit/access/patients_of_note.hpp"
#include "toolkit/access/review_joins.hpp"

#include <unordered_set>

namespace hdskit {

/// Seconds since 1970 of "2026-11-22T10:15:00", "2026-11-22 10:15:00.123+01:00" or "22/11/2026 10:15:00"; without a zone the hour is taken as it stands.
std::optional<std::int64_t> moment_in(std::string_view cell);

/// One line of an access log.
struct LogLine {
  std::int64_t moment = 0;
  std::string_view patient, workstation;
  bool break_glass = false, reason = false;
  std::uint64_t number = 0;
};

/// What is known of patients; `stays` is null when none are given.
struct PatientBooks {
  const StayIndex* stays;
  const PatientsOfNote& of_note;
};

/// What must be remembered of one login while its lines go by, and no line itself.
class LoginWatch {
public:
  LoginWatch(std::string login, const ReviewJoins& joins);
  void take(const LogLine& line, const ReviewPolicy& policy, const PatientBooks& books);
  /// One more patient of the line that was just taken.
  void take_patient(const LogLine& line, const ReviewPolicy& policy, const PatientBooks& books) { watch_patient(line, policy, books); }
  LoginUse finish(const ReviewPolicy& policy);

private:
  void watch_workstation(const LogLine& line, const ReviewPolicy& policy);
  void watch_patient(const LogLine& line, const ReviewPolicy& policy, const PatientBooks& books);
  void watch_note(const PatientOfNote& note, const LogLine& line, bool in_care);
  void end_hour(const ReviewPolicy& policy);
  LoginUse use_;
  std::uint64_t workstation_ = 0, other_workstation_ = 0, own_patient_ = 0, unit_ = 0; ///< hashes; 0: none
  std::int64_t left_other_ = 0, hour_ = 0, gone_from_;
  std::uint64_t burst_line_ = 0;
  std::vector<std::uint64_t> families_; ///< hashes of the person's family names
  std::vector<std::uint64_t> patients_; ///< of this hour, up to one more than the policy's number
};

} // namespace hdskit
