#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/json.hpp"
#include "cli/table.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "FILE",
     .placeholder = marked("FILE"),
     .help = marked("Certificates of authorities, one or many: PEM, DER or PKCS#7."),
     .kind = OptionKind::path,
     .required = true},
};
constexpr Option options[] = {
    {.name = "fingerprint",
     .placeholder = marked("SHA256"),
     .help = marked("The SHA-256 fingerprint of an authority to trust, from its own publication; may be given several times. Without it, only shows."),
     .repeatable = true},
    {.name = "name", .placeholder = marked("NAME"), .help = marked("The short name of the one authority, such as ACR-FO.")},
    {.name = "accept-test",
     .placeholder = nullptr,
     .help = marked("Import authorities of a test hierarchy: never into the workspace of a production."),
     .kind = OptionKind::flag},
};

json::object offered_json(const OfferedAnchor& one) {
  return {{"subject", json_text(one.subject)},
          {"sha256", json_text(one.fingerprint)},
          {"use", json_text(to_field_text(one.use))},
          {"not_before", one.not_before->iso()},
          {"not_after", one.not_after->iso()},
          {"test_hierarchy", one.test_hierarchy},
          {"legacy", one.legacy},
          {"known_as", json_text(one.known_as)}};
}

std::string remark_on(const OfferedAnchor& one, Instant now) {
  if (one.legacy) return tr("GIP-CPS, closed in 2021: never trust it.");
  if (one.test_hierarchy) return tr("TEST HIERARCHY: whoever asks for a card of it gets one. Never in production.");
  if (*one.not_after < now) return tr("It has expired.");
  return one.known_as.empty() ? "" : tr("Trusted already, as {1}.", {one.known_as});
}

int show(Context& context, const std::vector<OfferedAnchor>& offered) {
  if (context.json) {
    JsonArrayPrinter printer{context.out};
    for (const auto& one : offered) printer.add(offered_json(one));
    printer.end();
    return 0;
  }
  for (const auto& one : offered) {
    Sheet sheet;
    sheet.add(tr("Authority"), one.subject);
    sheet.add(tr("Use"), tr(choices_of(one.use)[static_cast<std::size_t>(one.use)].label));
    sheet.add(tr("Valid"), tr("{1} to {2}", {one.not_before->iso(), one.not_after->iso()}));
    sheet.add(tr("SHA-256 fingerprint"), one.fingerprint);
    if (const auto remark = remark_on(one, context.surroundings.now); !remark.empty()) sheet.add(tr("Remark"), remark);
    sheet.print(context.out, context.surroundings.output_width);
    context.out << '\n';
  }
  context.out << tr("Nothing was imported. Compare each fingerprint with the authority’s own publication, then give it with --fingerprint.") << '\n';
  return 0;
}

const OfferedAnchor& with_fingerprint(const std::vector<OfferedAnchor>& offered, const std::string& fingerprint, const std::string& file) {
  for (const auto& one : offered)
    if (one.fingerprint == plain_fingerprint(fingerprint)) return one;
  throw Problem{ProblemKind::refused, fingerprint, tr("No authority in “{1}” has the fingerprint {2}.", {file, fingerprint}),
                tr("Take the fingerprint from the authority’s own publication, not from this file; nothing was changed.")};
}

int run(Context& context) {
  constexpr std::uint64_t largest = 16u << 20; // bytes
  auto workspace = context.open_workspace();
  const std::filesystem::path file = context.arguments.text("FILE");
  const auto offered = offered_anchors(workspace, read_file(file, largest), file.filename().string());
  const auto& fingerprints = context.arguments.all("fingerprint");
  if (fingerprints.empty()) return show(context, offered);
  if (fingerprints.size() > 1 && context.arguments.has("name"))
    throw Problem{ProblemKind::bad_input, "--name", tr("One name cannot be that of several authorities."), tr("Import them one by one.")};
  std::vector<TrustAnchor> imported;
  workspace.change(context.acting(), [&](Change& change) {
    for (const auto& fingerprint : fingerprints)
      imported.push_back(import_anchor(change, with_fingerprint(offered, fingerprint, file.filename().string()), fingerprint, context.arguments.text("name"),
                                       file.filename().string(), context.arguments.has("accept-test")));
  });
  if (context.json) {
    JsonArrayPrinter printer{context.out};
    for (const auto& one : imported)
      printer.add(json::object{{"reference", json_text(one.reference)}, {"sha256", json_text(one.fingerprint)}, {"subject", json_text(one.subject)}});
    printer.end();
    return 0;
  }
  for (const auto& one : imported) context.out << tr("{1} is trusted from now on: {2}", {one.reference, one.subject}) << '\n';
  return 0;
}

} // namespace

extern const Command access_anchors_import;
const Command access_anchors_import{
    .name = "access anchors import",
    .summary = marked("Trust authorities whose fingerprints you have compared"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
