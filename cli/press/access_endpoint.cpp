#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/press/access_probe.hpp"
#include "cli/press/plugin.hpp"
#include "cli/table.hpp"
#include "toolkit/access/access_monitoring.hpp"
#include "toolkit/access/endpoint_run.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::press {
namespace {

constexpr int status_findings = 1, status_inconclusive = 3;

[[noreturn]] void reject(const std::string& option, const std::string& what, const std::string& remedy) {
  throw Problem{ProblemKind::bad_input, option, what, remedy};
}

std::vector<EndpointCredential> cases_of(const Arguments& arguments) {
  std::vector<EndpointCredential> cases;
  for (const auto& word : arguments.all("case")) {
    const auto place = word.find('=');
    const auto name = word.substr(0, place);
    if (place == std::string::npos || !is_case_name(name))
      reject("--case", tr("“{1}” does not name a case.", {word}),
             tr("Write NAME=CERTIFICATE,KEY with a name of small letters, digits and hyphens, such as: revoked"));
    if (std::ranges::any_of(cases, [&](const EndpointCredential& one) { return one.name == name; }))
      reject("--case", tr("Two cases are named “{1}”.", {name}), tr("Give each its own name."));
    cases.push_back(endpoint_credential("--case", name, word.substr(place + 1)));
  }
  return cases;
}

std::int64_t number_of(const Arguments& arguments, std::string_view option, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
  const auto number = arguments.number(option).value_or(otherwise);
  if (number < least || number > most)
    reject("--" + std::string{option}, tr("A number from {1} to {2} is expected.", {std::to_string(least), std::to_string(most)}), tr("Check the number."));
  return number;
}

constexpr std::int64_t highest_rate = 100, longest_wait = 86400, usual_timeout = 15, longest_timeout = 300;

[[noreturn]] void refuse_usage(const char* option, const std::string& sentence) {
  throw Problem{ProblemKind::bad_input, option, sentence, tr("See: hdskit help {1}", {"access endpoint"})};
}

/// What the options say, of an address that was given.
EndpointOrder order_of_options(const Arguments& arguments) {
  for (const auto* option : {"server-ca", "valid"})
    if (!arguments.has(option)) refuse_usage("--valid", tr("The option {1} is needed with an address.", {std::string{"--"} + option}));
  EndpointOrder order;
  order.target.url = arguments.text("URL");
  order.target.server_ca = arguments.text("server-ca");
  authority_names(order.target.server_ca); // a file that holds no authority is told before anything is asked
  order.valid = endpoint_credential("--valid", "valid", arguments.text("valid"));
  order.cases = cases_of(arguments);
  for (const auto& file : arguments.all("expected-ca")) std::ranges::copy(authority_names(file), std::back_inserter(order.expected_authorities));
  return order;
}

/// The declared endpoint that is meant; nothing without a workspace. An address that the workspace does not call the hospital's own is never asked.
std::optional<HostedEndpoint> target_of(Context& context) {
  const auto& arguments = context.arguments;
  if (arguments.has("target") == arguments.has("URL")) refuse_usage("--target", tr("Give an address, or a declared endpoint with --target."));
  if (arguments.has("target")) {
    for (const auto* option : {"server-ca", "valid", "case", "expected-ca"})
      if (arguments.has(option)) refuse_usage("--target", tr("The option {1} is recorded with the declared endpoint.", {std::string{"--"} + option}));
    return find_endpoint(context.open_workspace(), arguments.text("target"));
  }
  if (!arguments.has("workspace")) return std::nullopt;
  auto declared = declared_endpoint(context.open_workspace(), arguments.text("URL"));
  if (!declared)
    throw Problem{ProblemKind::refused, arguments.text("URL"), tr("“{1}” is not declared as the hospital’s own.", {arguments.text("URL")}),
                  tr("Declare it, once somebody answers for it, with: hdskit access target add")};
  return declared;
}

EndpointOrder order_of(Context& context, const std::optional<HostedEndpoint>& target) {
  const auto& arguments = context.arguments;
  auto order = target && arguments.has("target") ? order_of_endpoint(context.open_workspace(), *target) : order_of_options(arguments);
  order.target.timeout = std::chrono::seconds{number_of(arguments, "timeout", usual_timeout, 1, longest_timeout)};
  const auto usual_rate = target ? target->rate.value_or(default_endpoint_rate) : default_endpoint_rate;
  keep_pace(context, order, number_of(arguments, "rate", usual_rate, 1, highest_rate), std::chrono::seconds{number_of(arguments, "after", 0, 0, longest_wait)});
  return order;
}

json::value number_or_null(bool known, std::int64_t number) { return known ? json::value(number) : json::value(nullptr); }

json::object case_json(const EndpointCase& one) {
  const auto& answer = one.answer;
  return {{"name", json_text(one.name)},
          {"protocol", json_text(one.protocol)},
          {"expected", json_text(word_of(one.expected))},
          {"seen", json_text(word_of(one.seen))},
          {"evidence", json_text(one.evidence)},
          {"alert", number_or_null(answer.alert.has_value(), answer.alert.value_or(0))},
          {"status", number_or_null(answer.status != 0, answer.status)}};
}

json::array findings_json(const std::vector<EndpointFinding>& findings) {
  json::array all;
  for (const auto& finding : findings)
    all.push_back(json::object{{"id", json_text(finding.id)},
                               {"severity", json_text(word_of(finding.severity))},
                               {"sentence", json_text(finding.sentence)},
                               {"evidence", json_text(finding.evidence)}});
  return all;
}

void print_report_json(std::ostream& out, const EndpointReport& report, const std::optional<EndpointRun>& run) {
  json::array cases;
  for (const auto& one : report.cases) cases.push_back(case_json(one));
  json::object object{{"findings", findings_json(report.conclusion.findings)},
                      {"remarks", findings_json(report.conclusion.remarks)},
                      {"cases", std::move(cases)},
                      {"conclusive", report.conclusion.conclusive}};
  if (run) object["check"] = json_text(run->reference);
  print_json(out, object);
}

std::string label_of(EndpointSeen seen) {
  switch (seen) {
    case EndpointSeen::accepted: return tr("accepted");
    case EndpointSeen::refused: return tr("refused");
    case EndpointSeen::not_offered: return tr("not spoken");
    case EndpointSeen::unreachable: return tr("unreachable");
    case EndpointSeen::undetermined: break;
  }
  return tr("not to be told");
}

void print_report(const Context& context, const EndpointReport& report) {
  Table table{{tr("Case"), tr("Protocol"), tr("Expected"), tr("Seen"), tr("Evidence")}};
  for (const auto& one : report.cases) table.add({one.name, one.protocol, label_of(one.expected), label_of(one.seen), one.evidence});
  table.print(context.out, context.surroundings.output_width);
  for (const auto* all : {&report.conclusion.findings, &report.conclusion.remarks})
    for (const auto& finding : *all) context.out << finding.sentence << " (" << finding.evidence << ")\n";
  if (!report.conclusion.conclusive) context.out << tr("Nothing is concluded: the valid certificate was not let in.") << '\n';
}

int ask(Context& context) {
  const auto target = target_of(context);
  const auto report = probe_endpoint(order_of(context, target));
  std::optional<EndpointRun> run;
  if (target) {
    auto workspace = context.open_workspace();
    workspace.change(context.acting(), [&](Change& change) { run = record_endpoint_run(change, *target, report); });
  }
  if (context.arguments.has("plugin")) {
    const auto line = endpoint_line(target ? target->reference : endpoint_address(context.arguments.text("URL")).authority, report);
    context.out << line.text << '\n';
    return static_cast<int>(line.state);
  }
  if (context.json) print_report_json(context.out, report, run);
  else print_report(context, report);
  if (run && !context.json) context.out << tr("Recorded as {1}.", {run->reference}) << '\n';
  if (!report.conclusion.conclusive) return status_inconclusive;
  return report.conclusion.findings.empty() ? 0 : status_findings;
}

} // namespace

int access_endpoint(Context& context) { return as_plugin(context, ask); }

} // namespace hdskit::cli::press
