#include "cli/command.hpp"

#include "cli/backup_view.hpp"
#include "toolkit/backup/run_restore_test.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/verification/escaped_path.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "test", .placeholder = marked("TEST"), .help = marked("The test: TR12, or at least 8 digits of its identifier."), .required = true},
};
constexpr Option options[] = {
    {.name = "output", .placeholder = marked("FILE"), .help = marked("Where to put the report that was filed (PDF)."), .kind = OptionKind::path},
    {.name = "names",
     .placeholder = marked("FILE"),
     .help = marked("Write the list of differences with the names of the files, which can be names of patients, to this file."),
     .kind = OptionKind::path},
    {.name = "differences",
     .placeholder = nullptr,
     .help = marked("Show the list of differences with the names of the files, on a terminal only."),
     .kind = OptionKind::flag},
};

std::string list_of_differences(const Workspace& workspace, const RestoreRun& run) {
  const auto digest = Digest::parse(run.differences_list);
  if (!digest)
    throw Problem{ProblemKind::not_found, run.reference, tr("No list of differences was kept of the test {1}.", {run.reference}),
                  tr("There is none when nothing was compared, or when it was too large; run the test again.")};
  std::string text, lines;
  read_document(workspace, *digest, [&](std::string_view piece) { text += piece; });
  if (digest_of(text) != *digest)
    throw Problem{ProblemKind::damaged, run.reference, tr("The list of differences of the test {1} was altered.", {run.reference}),
                  tr("Run `hdskit workspace check`.")};
  constexpr std::size_t most = 1'000'000;
  for (const auto& difference : read_differences(text, most)) {
    lines += label_of(difference.verdict) + "  " + escaped_path(difference.path);
    std::vector<std::string> aspects;
    for (unsigned i = 0; i < aspect_count; ++i)
      if (difference.aspects.has(static_cast<Aspect>(i))) aspects.push_back(label_of(static_cast<Aspect>(i)));
    if (!aspects.empty()) lines += "  (" + joined(aspects, ", ") + ")";
    lines += '\n';
  }
  return lines;
}

void extract_report(Context& context, const Workspace& workspace, const RestoreRun& run, const std::string& file) {
  if (run.evidence.empty())
    throw Problem{ProblemKind::not_found, run.reference, tr("No report was filed of the test {1}.", {run.reference}),
                  tr("Its figures are shown without --output.")};
  const auto digest = Digest::parse(find_evidence(workspace, run.evidence).digest);
  if (!digest) throw Problem{ProblemKind::damaged, run.evidence, tr("The evidence {1} has no digest.", {run.evidence}), tr("Run `hdskit workspace check`.")};
  extract_document(workspace, *digest, file);
  if (!context.json) context.out << tr("Written: {1}", {file}) << '\n';
}

int run(Context& context) {
  const auto& arguments = context.arguments;
  if (arguments.has("differences") && (context.json || context.surroundings.output_width == 0))
    throw Problem{ProblemKind::refused, "--differences", tr("Names of files are shown on a terminal only: they can be names of patients."),
                  tr("Write them to a file of yours with --names FILE.")};
  const auto workspace = context.open_workspace();
  const auto found = find_run(workspace, arguments.text("test"));
  const auto report = report_of(workspace, found);
  if (arguments.has("output")) extract_report(context, workspace, found, arguments.text("output"));
  if (arguments.has("names")) {
    write_file(arguments.text("names"), list_of_differences(workspace, found));
    if (!context.json) context.out << tr("Written: {1}", {arguments.text("names")}) << '\n';
  }
  if (context.json) print_json(context.out, report_json(found, report));
  else if (arguments.has("differences")) context.out << list_of_differences(workspace, found);
  else if (!arguments.has("output") && !arguments.has("names")) print_report(context, found, report);
  return 0;
}

} // namespace

extern const Command backup_report;
const Command backup_report{
    .name = "backup report",
    .summary = marked("Show what a restore test found, or write the report that was filed"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
