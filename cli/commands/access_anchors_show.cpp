#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/records.hpp"
#include "toolkit/certificates/certificate.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {access_anchor_operand};

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto found = find_access_record(workspace, TrustAnchor::type().kind, context.arguments.text("anchor"));
  const auto anchor = find_record<TrustAnchor>(workspace, TrustAnchorId{found.record.id});
  const auto der = certificate_of(workspace, anchor);
  const auto fields = read_certificate(der);
  if (context.json) {
    auto object = record_json(found.kind, found.record);
    object["not_before"] = fields.not_before.iso();
    object["not_after"] = fields.not_after.iso();
    object["serial"] = fields.serial.hex();
    print_json(context.out, object);
    return 0;
  }
  print_access_record(context, workspace, found);
  context.out << tr("Valid from {1} to {2}; serial number {3}.", {fields.not_before.iso(), fields.not_after.iso(), fields.serial.hex()}) << '\n';
  return 0;
}

} // namespace

extern const Command access_anchors_show;
const Command access_anchors_show{
    .name = "access anchors show",
    .summary = marked("Show a trusted authority, and prove that its certificate is the one that was imported"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
