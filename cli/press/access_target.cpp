#include "cli/press/works.hpp"

#include "cli/access_view.hpp"
#include "cli/context.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/dossier/endpoint_report.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <ostream>

namespace hdskit::cli::press {
namespace {

EndpointRun chosen_run(const Context& context, const HostedEndpoint& endpoint, std::vector<EndpointRun> runs) {
  const auto meant = context.arguments.text("check");
  std::erase_if(runs, [&](const EndpointRun& run) {
    return reference_key(run.endpoint) != reference_key(endpoint.reference) || (!meant.empty() && reference_key(run.reference) != reference_key(meant));
  });
  if (!runs.empty()) return runs.back();
  throw Problem{ProblemKind::not_found, meant.empty() ? endpoint.reference : meant,
                meant.empty() ? tr("“{1}” was not checked yet.", {endpoint.reference}) : tr("“{1}” is no check of “{2}”.", {meant, endpoint.reference}),
                tr("See its checks with: hdskit access target show {1}", {endpoint.reference})};
}

} // namespace

int access_target_report(Context& context) {
  const auto workspace = context.open_workspace();
  const auto endpoint = find_endpoint(workspace, context.arguments.text("target"));
  const auto run = chosen_run(context, endpoint, read_access(workspace).endpoint_runs);
  const auto file = context.arguments.text("output");
  write_file(file, endpoint_report_pdf(workspace, run, context.today()));
  context.out << tr("Written: {1}", {file}) << '\n';
  return 0;
}

} // namespace hdskit::cli::press
