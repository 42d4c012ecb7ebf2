#include "toolkit/backup/judge_restore.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

std::string label_of_word(const std::string& word) {
  for (std::size_t i = 0; i < aspect_count; ++i)
    if (word_of(static_cast<Aspect>(i)) == word) return label_of(static_cast<Aspect>(i));
  return word;
}

std::string percentage(double share) {
  // in tenths of a thousandth, rounded up: a bound is never told smaller than it is
  const auto units = static_cast<std::int64_t>(share * 1'000'000 + 99) / 100;
  auto text = std::to_string(units / 100) + "." + (units % 100 < 10 ? "0" : "") + std::to_string(units % 100);
  return current_language() == Language::french ? replaced(text, ".", ",") : text;
}

void limits_of_reference(const RestoreReport& report, std::vector<std::string>& limits) {
  switch (report.reference) {
    case ReferenceKind::none:
      limits.push_back(tr("This test does not prove that the restored data are those of the source: no reference was there to compare with."));
      break;
    case ReferenceKind::own_digests:
      limits.push_back(tr("This test does not prove that the backup took everything: it was compared with the digests of the backup tool itself."));
      break;
    case ReferenceKind::previous_test:
      limits.push_back(tr("This test does not prove that the backup was right when it was made: it was compared with an earlier restore of the same backup."));
      break;
    case ReferenceKind::live_tree:
      limits.push_back(tr("This test does not prove what changed in the source since the backup: such differences were taken as explained."));
      break;
    case ReferenceKind::manifest: break;
  }
}

void limits_of_ages(const RestoreReport& report, std::vector<std::string>& limits) {
  if (report.point && report.point->dated_by_file)
    limits.push_back(tr("This test does not prove how old the backup is: only the date of its file tells, which a copy changes."));
  if (report.inventory.in_future > 0)
    limits.push_back(
        tr("{1} backups are dated later than the test: a clock is wrong, and ages cannot be relied upon.", {std::to_string(report.inventory.in_future)}));
  if (report.objectives.rpo && !report.rpo_datum)
    limits.push_back(tr("This test does not prove how old the newest record of the application is: no query asked for it."));
}

} // namespace

std::vector<std::string> limits_of(const RestoreReport& report) {
  std::vector<std::string> limits;
  limits_of_reference(report, limits);
  if (!report.complete && report.population > 0)
    limits.push_back(
        tr("This test did not read every file: {1} of {2} were drawn. With 95 % confidence at most {3} % of all files are bad; one bad file among many "
           "can stay unseen until its turn comes.",
           {french_number(static_cast<std::int64_t>(report.sampled_files)), french_number(static_cast<std::int64_t>(report.population)),
            percentage(report.bad_share_at_most)}));
  if (!report.not_comparable.empty() && report.comparison) {
    std::vector<std::string> labels;
    std::ranges::transform(report.not_comparable, std::back_inserter(labels), label_of_word);
    limits.push_back(tr("This test says nothing of what this way of restoring cannot give back: {1}.", {joined(labels, ", ")}));
  }
  limits_of_ages(report, limits);
  if (std::ranges::none_of(report.checks, is_application_check))
    limits.push_back(tr("This test does not prove that the application works with the restored data: no check of the application was asked for."));
  if (!report.source_untouched) limits.push_back(tr("The source changed while the test ran: a backup was probably being written."));
  return limits;
}

} // namespace hdskit
