#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/table.hpp"
#include "toolkit/access/endpoint_probe.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <ostream>
#include <thread>

namespace hdskit::cli::press {
namespace {

constexpr int status_findings = 1, status_inconclusive = 3;

[[noreturn]] void reject(const std::string& option, const std::string& what, const std::string& remedy) {
  throw Problem{ProblemKind::bad_input, option, what, remedy};
}

EndpointCredential credential_of(const std::string& option, const std::string& name, const std::string& files) {
  const auto parts = split(files, ',');
  if (parts.size() != 2 || parts[0].empty() || parts[1].empty())
    reject(option, tr("“{1}” is not a certificate and its key.", {files}), tr("Write the two files with a comma between them: card.pem,card.key"));
  for (const auto& file : parts) read_file(file); // says which of rights and absence it is
  return {name, parts[0], parts[1]};
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
    cases.push_back(credential_of("--case", name, word.substr(place + 1)));
  }
  return cases;
}

std::int64_t number_of(const Arguments& arguments, std::string_view option, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
  const auto number = arguments.number(option).value_or(otherwise);
  if (number < least || number > most)
    reject("--" + std::string{option}, tr("A number from {1} to {2} is expected.", {std::to_string(least), std::to_string(most)}), tr("Check the number."));
  return number;
}

/// Sleeps in short turns, so that Ctrl-C is heard.
void sleep_until(std::chrono::steady_clock::time_point end, const Progress& progress) {
  constexpr std::chrono::milliseconds turn{100};
  for (auto now = std::chrono::steady_clock::now(); now < end; now = std::chrono::steady_clock::now()) {
    progress.stop_if_cancelled();
    std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(turn, end - now));
  }
}

EndpointOrder order_of(Context& context) {
  constexpr std::int64_t usual_rate = 4, highest_rate = 100, longest_wait = 86400, usual_timeout = 15, longest_timeout = 300;
  const auto& arguments = context.arguments;
  EndpointOrder order;
  order.target.url = arguments.text("URL");
  order.target.server_ca = arguments.text("server-ca");
  order.target.timeout = std::chrono::seconds{number_of(arguments, "timeout", usual_timeout, 1, longest_timeout)};
  authority_names(order.target.server_ca); // a file that holds no authority is told before anything is asked
  order.valid = credential_of("--valid", "valid", arguments.text("valid"));
  order.cases = cases_of(arguments);
  for (const auto& file : arguments.all("expected-ca")) std::ranges::copy(authority_names(file), std::back_inserter(order.expected_authorities));
  const auto gap = std::chrono::microseconds{std::chrono::seconds{1}} / number_of(arguments, "rate", usual_rate, 1, highest_rate);
  const std::chrono::seconds wait{number_of(arguments, "after", 0, 0, longest_wait)};
  const auto host = endpoint_address(order.target.url).authority;
  context.err << tr("Asking {1} and nothing else. Ask only servers that are your own.", {host}) << '\n';
  order.progress = context.start_progress();
  order.pace = [gap, progress = order.progress, next = std::chrono::steady_clock::now()]() mutable {
    sleep_until(next, progress);
    next = std::chrono::steady_clock::now() + gap;
  };
  order.before_resuming = [wait, progress = order.progress] { sleep_until(std::chrono::steady_clock::now() + wait, progress); };
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

void print_report_json(std::ostream& out, const EndpointReport& report) {
  json::array cases;
  for (const auto& one : report.cases) cases.push_back(case_json(one));
  print_json(out, json::object{{"findings", findings_json(report.conclusion.findings)},
                               {"remarks", findings_json(report.conclusion.remarks)},
                               {"cases", std::move(cases)},
                               {"conclusive", report.conclusion.conclusive}});
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

} // namespace

int access_endpoint(Context& context) {
  const auto report = probe_endpoint(order_of(context));
  if (context.json) print_report_json(context.out, report);
  else print_report(context, report);
  if (!report.conclusion.conclusive) return status_inconclusive;
  return report.conclusion.findings.empty() ? 0 : status_findings;
}

} // namespace hdskit::cli::press
