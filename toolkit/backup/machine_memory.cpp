#include "toolkit/backup/machine_memory.hpp"

#include "toolkit/backup/backup_store.hpp"
#include "toolkit/backup/restore_chain.hpp"
#include "toolkit/backup/restore_report_json.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <charconv>

namespace hdskit {
namespace {

constexpr std::uint64_t longest_report = 1u << 20;

std::optional<RestoreReport> read_report(const std::filesystem::path& file) {
  try {
    if (std::filesystem::exists(file)) return parse_report(read_file(file, longest_report), file.string());
  } catch (const Problem&) {} // the next test is run all the same
  return std::nullopt;
}

unsigned read_count(const std::filesystem::path& file) {
  unsigned count = 0;
  if (!std::filesystem::exists(file)) return count;
  const auto text = read_start(file, 20);
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

void private_copy(const std::filesystem::path& from, const std::filesystem::path& to) {
  PendingFile copy{to};
  read_in_pieces(from, [&](std::string_view bytes) { copy.write(bytes); });
  copy.commit();
}

bool is_as_said(const std::filesystem::path& manifest, const std::optional<Digest>& said) {
  return said && std::filesystem::exists(manifest) && digest_of_file(manifest) == *said;
}

} // namespace

MachineMemory::MachineMemory(std::filesystem::path folder, std::string_view mark, std::string_view source) : folder_{std::move(folder)} {
  constexpr std::size_t enough_digits = 16;
  name_ = std::string{mark.substr(0, enough_digits)} + "-" + folded(source);
}

std::filesystem::path MachineMemory::file(std::string_view ending) const { return folder_ / (name_ + std::string{ending}); }

std::optional<PreviousTest> MachineMemory::previous() const {
  const auto base = read_report(file(".report"));
  if (!base) return std::nullopt;
  const auto newest = read_report(file(".newest"));
  PreviousTest previous{.run_id = base->run_id,
                        .manifest = {},
                        .point = base->point ? base->point->id : std::string{},
                        .begun = base->point ? base->point->begun : std::nullopt,
                        .files = base->restored_files,
                        .bytes = base->restored_bytes,
                        .tests_without_growth = read_count(file(".without-growth")),
                        .sample = newest ? newest->sample : base->sample};
  if (is_as_said(file(".manifest"), base->manifest)) previous.manifest = file(".manifest");
  return previous;
}

void MachineMemory::keep(const RestoreTestOutcome& outcome) const {
  const auto& report = outcome.report;
  if (report.verdict == RunVerdict::inconclusive) return;
  std::filesystem::create_directories(folder_);
  std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
  write_file(file(".newest"), report_text(report));
  if (!is_sound_base(run_of_report(report, false))) return;
  const auto before = previous();
  const bool grew = !before || before->files != report.restored_files || before->bytes != report.restored_bytes;
  const bool another = before && report.point && before->point != report.point->id;
  write_file(file(".without-growth"), std::to_string(grew || !another ? 0 : before->tests_without_growth + 1) + "\n");
  std::filesystem::remove(file(".manifest"));
  if (!outcome.manifest.empty() && std::filesystem::file_size(outcome.manifest) <= kept_manifest_limit) private_copy(outcome.manifest, file(".manifest"));
  write_file(file(".report"), report_text(report));
}

} // namespace hdskit
