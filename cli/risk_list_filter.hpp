#pragma once

#include "cli/arguments.hpp"
#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/risk/assessment.hpp"

#include <optional>

namespace hdskit::cli {

/// The choice that --family, --level, --residual-level, --strategy, --owner, --text and --scenario make among objects of the study. Letter case and accents
/// count for nothing.
class RiskListFilter {
public:
  /// Throws Problem bad_input for a level that the scale does not have, and for an option that says nothing about this kind.
  RiskListFilter(const RiskScale& scale, std::string_view kind, const Arguments& arguments);

  bool takes(const StudyIndex& index, const RiskAssessment& assessment) const;
  bool takes(const RecordKind& kind, const RecordView& record) const;

private:
  bool holds_words(const std::vector<std::string>& texts) const;

  std::optional<int> level_, residual_level_;
  std::string family_, strategy_, owner_, scenario_;
  std::vector<std::string> words_;
};

} // namespace hdskit::cli
