#pragma once

#include "toolkit/risk/study_index.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <string>
#include <string_view>

namespace hdskit {

// The whole study as one JSON document: docs/formats/risk-study.md. What is computed (levels, threats, zones, likelihoods) stands beside what it is computed
// from, under "computed" of each record, and is passed over when read.

inline constexpr const char* study_format = "hdskit-risk-study";
constexpr int study_format_version = 1;

std::string study_text(const Study& study); ///< the same text for the same study, UTF-8, two spaces of indentation

constexpr std::size_t study_size_limit = 64u << 20; ///< bytes

/// Reads one. Throws Problem bad_input listing every defect with its place ("risks[3].gravity"), the line and column of a JSON that is none; unknown members
/// are refused by name. A study with duplicates or dangling citations is read: the linter names them.
Study parse_study(std::string_view json, const std::string& name);

struct StudyImport {
  int added = 0, changed = 0, unchanged = 0, removed = 0; ///< records
  bool scale_changes = false;
};
/// The text that a study was read from, so that a refusal can point into it.
struct StudyFile {
  std::string name;
  std::string_view json;
};
/// What an import would do to the workspace. `replace`: what the file does not have is removed. Throws what import_study would.
StudyImport preview_study(const Workspace& workspace, const Study& study, bool replace, const StudyFile& file = {});

/// Does it, all or nothing, records matched by reference. Throws Problem bad_input for a study that cannot be kept: duplicate references, citations that lead
/// nowhere within the study, circles of actions, grades out of scale; all of them named. Services and subcontractors need not be there yet.
StudyImport import_study(Change& change, const Study& study, bool replace, const StudyFile& file = {});

} // namespace hdskit
