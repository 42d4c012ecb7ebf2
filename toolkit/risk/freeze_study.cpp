#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/assessment.hpp"
#include "toolkit/risk/study_json.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/risk/version.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

struct VersionNumber {
  std::int64_t strategic = 0, operational = 0;
};

VersionNumber number_of(std::string_view text) {
  VersionNumber number;
  const auto dot = std::min(text.find('.'), text.size());
  std::from_chars(text.data(), text.data() + dot, number.strategic);
  if (dot < text.size()) std::from_chars(text.data() + dot + 1, text.data() + text.size(), number.operational);
  return number;
}

std::string next_number(const std::vector<StudyVersion>& versions, StudyCycle cycle) {
  if (versions.empty()) return "1.0";
  const auto last = number_of(versions.back().number);
  return cycle == StudyCycle::strategic ? std::to_string(last.strategic + 1) + ".0"
                                        : std::to_string(last.strategic) + "." + std::to_string(last.operational + 1);
}

void refuse_unfit(const Study& study, const StudyVersion& version, const std::vector<StudyVersion>& versions) {
  if (trimmed(version.summary).empty())
    throw Problem{ProblemKind::bad_input, "summary", tr("A version needs a summary of what changed."), tr("Say it in a sentence; nothing was frozen.")};
  if (study.risks.empty())
    throw Problem{ProblemKind::refused, "", tr("The study has no risk yet: there is nothing to freeze."), tr("Record or import risks first.")};
  if (!versions.empty() && versions.back().digest == version.digest)
    throw Problem{ProblemKind::refused, versions.back().number, tr("Nothing has changed since version {1}.", {versions.back().number}),
                  tr("That version tells the study as it is.")};
}

} // namespace

std::vector<StudyVersion> study_versions(const Workspace& workspace) { return all_records<StudyVersion>(workspace); }

StudyVersion find_study_version(const Workspace& workspace, std::string_view number) {
  const auto versions = study_versions(workspace);
  std::vector<std::string> numbers;
  for (const auto& version : versions) {
    if (version.number == trimmed(number)) return version;
    numbers.push_back(version.number);
  }
  throw Problem{ProblemKind::not_found, std::string{number}, tr("The study has no version {1}.", {number}),
                numbers.empty() ? tr("None was frozen yet: hdskit risk freeze") : tr("These were frozen: {1}.", {joined(numbers, ", ")})};
}

Study study_at(const Workspace& workspace, const StudyVersion& version) {
  const auto name = tr("version {1} of the study", {version.number});
  const auto digest = Digest::parse(version.digest);
  std::string text;
  if (digest) read_document(workspace, *digest, [&](std::string_view piece) { text += piece; });
  if (!digest || digest_of(text) != *digest)
    throw Problem{ProblemKind::damaged, version.number, tr("The document of {1} is no longer what was frozen.", {name}),
                  tr("Run `hdskit workspace check`, and restore the last backup with `hdskit workspace restore`.")};
  return parse_study(text, name);
}

StudyVersion freeze_study(Change& change, StudyCycle cycle, std::string summary, Date day) {
  const auto study = read_study(change.workspace());
  const auto versions = study_versions(change.workspace());
  const auto text = study_text(study);
  StudyVersion version;
  version.number = next_number(versions, cycle);
  version.cycle = cycle;
  version.frozen_on = day;
  version.summary = std::move(summary);
  version.author = change.acting().name;
  version.digest = digest_of(text).hex();
  refuse_unfit(study, version, versions);
  version.risks = static_cast<std::int64_t>(study.risks.size());
  version.unacceptable =
      std::ranges::count_if(assess_risks(StudyIndex{study}), [&](const RiskAssessment& risk) { return risk.residual.level > study.scale.acceptable; });
  store_document_bytes(change, text);
  return add_record(change, std::move(version));
}

} // namespace hdskit
