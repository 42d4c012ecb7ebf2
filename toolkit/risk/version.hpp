#pragma once

#include "toolkit/risk/study.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

using StudyVersionId = Id<struct StudyVersionTag>;

/// The study as it was on a day, frozen: its JSON lies in the vault of documents.
enum class StudyCycle { strategic, operational };
std::span<const Choice> choices_of(StudyCycle);
struct StudyVersion {
  StudyVersionId id;
  std::string number; ///< "2.1": strategic cycle, operational cycle
  StudyCycle cycle = StudyCycle::operational;
  std::optional<Date> frozen_on;
  std::string summary; ///< what changed, in the person's words
  std::string author;
  std::string digest;                       ///< SHA-256 of the study's JSON
  std::int64_t risks = 0, unacceptable = 0; ///< how many, and how many above the acceptable level after treatment
  static const RecordType<StudyVersion>& type();
};

std::vector<StudyVersion> study_versions(const Workspace& workspace); ///< the oldest first
/// Throws Problem not_found naming those there are.
StudyVersion find_study_version(const Workspace& workspace, std::string_view number);
/// Throws Problem damaged when the bytes are not what they were.
Study study_at(const Workspace& workspace, const StudyVersion& version);

/// Freezes the study of the workspace. A strategic cycle gives "n+1.0", an operational one "n.m+1"; the first is "1.0". Throws Problem bad_input without
/// summary, refused when the study has no risk or is the same as the last version.
StudyVersion freeze_study(Change& change, StudyCycle cycle, std::string summary, Date day);

struct LevelChange {
  std::string reference, name;
  int initial_before = 0, initial_after = 0, residual_before = 0, residual_after = 0; ///< levels; 0: unknown
};
struct StudyComparison {
  std::vector<LevelChange> appeared, gone, up, down; ///< up: the residual or else the initial level rose
  std::vector<std::string> reworded;                 ///< same levels, other words or treatment: references
  std::size_t unchanged = 0;
  bool other_scale = false; ///< levels are compared as they were on each scale
};
StudyComparison compare_studies(const Study& before, const Study& after);

/// One line of a risk's history.
struct RiskMoment {
  std::string version; ///< "" for the study as it is now
  std::optional<Date> day;
  bool there = false;
  int initial = 0, residual = 0;
  std::string gravity_likelihood; ///< "G4 V3 → G3 V2"
  std::string strategy;           ///< its word
};
/// The oldest first, then now. Reads every version. Throws Problem not_found when no version and not the study of today has it.
std::vector<RiskMoment> history_of(const Workspace& workspace, std::string_view reference);

} // namespace hdskit
