#include "cli/press/works.hpp"

#include "cli/access_options.hpp"
#include "cli/json.hpp"
#include "cli/press/plugin.hpp"
#include "cli/table.hpp"
#include "toolkit/access/access_monitoring.hpp"
#include "toolkit/access/ocsp_probe.hpp"
#include "toolkit/access/population_run.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/surroundings/machine.hpp"

#include <algorithm>
#include <ostream>
#include <thread>

namespace hdskit::cli::press {
namespace {

CertificateRole role_named(const std::string& word) {
  return word == "authentication" ? CertificateRole::authentication : word == "signature" ? CertificateRole::signature : CertificateRole::organisation;
}

std::int64_t number_within(const Context& context, std::string_view option, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
  const auto number = context.arguments.number(option).value_or(otherwise);
  if (number < least || number > most)
    throw Problem{ProblemKind::bad_input, "--" + std::string{option},
                  tr("A number from {1} to {2} is expected.", {std::to_string(least), std::to_string(most)}), tr("Check the number.")};
  return number;
}

/// Trust comes from the options, or from the workspace, never from both.
bool with_workspace(const Arguments& arguments) {
  if (!arguments.has("workspace") && !arguments.has("anchors"))
    throw Problem{ProblemKind::bad_input, "--anchors", tr("Nothing says which authorities are trusted."),
                  tr("Give them with --anchors, or a workspace with --workspace.")};
  for (const auto* option : {"anchors", "crl"})
    if (arguments.has("workspace") && arguments.has(option))
      throw Problem{ProblemKind::bad_input, std::string{"--"} + option, tr("With a workspace, its own authorities and lists are used."),
                    tr("Leave out {1}, or --workspace.", {std::string{"--"} + option})};
  return arguments.has("workspace");
}

PopulationOrder order_of(const Context& context) {
  constexpr std::int64_t longest_notice = 3650, most_threads = 64;
  const auto& arguments = context.arguments;
  const auto paths = [&](std::string_view name) {
    const auto& words = arguments.all(name);
    return std::vector<std::filesystem::path>{words.begin(), words.end()};
  };
  PopulationOrder order;
  order.place = arguments.text("PLACE");
  if (!with_workspace(arguments)) order.trust.anchors = read_anchors(paths("anchors"));
  order.trust.lists = paths("crl");
  order.trust.cache = arguments.text("cache");
  const auto day = arguments.date("at");
  order.trust.at = day ? Instant{paris_midnight(day->plus_days(1)).seconds() - std::chrono::seconds{1}} : context.surroundings.now;
  order.engine = arguments.text("engine") == "reference" ? CheckEngine::reference : CheckEngine::fast;
  if (arguments.has("role")) order.role = role_named(arguments.text("role"));
  order.accept_test = arguments.has("accept-test");
  order.notice = static_cast<int>(number_within(context, "notice", order.notice, 0, longest_notice));
  order.threads = static_cast<unsigned>(number_within(context, "threads", std::max(1u, std::thread::hardware_concurrency()), 1, most_threads));
  order.detailed = arguments.has("list") || arguments.has("workspace");
  return order;
}

/// The trust of the workspace takes the place of that of the options.
WorkspaceTrust take_workspace_trust(const Context& context, PopulationOrder& order) {
  auto trust = trust_of_workspace(context.open_workspace(), ListCache{list_cache_folder(context)}, order.trust.at);
  trust.setting.cache = order.trust.cache;
  order.trust = trust.setting;
  return trust;
}

std::string day_of(const std::optional<Instant>& moment) { return moment ? paris_date(*moment).iso() : ""; }

std::string state_of(const PopulationEntry& entry) {
  if (entry.good()) return entry.expiring ? tr("good, expires soon") : tr("good");
  return joined(entry.sentences(), " ");
}

json::object entry_json(const PopulationEntry& entry) {
  json::array faults;
  for (const auto fault : entry.faults) faults.push_back(json_text(word_of(fault)));
  if (entry.wrong_role) faults.push_back("wrong_role");
  if (entry.test_hierarchy) faults.push_back("test_hierarchy");
  return {{"origin", entry.origin},
          {"sha256", entry.fingerprint},
          {"subject", entry.subject},
          {"issuer", entry.issuer},
          {"serial", entry.serial},
          {"national_id", entry.identity.national_id},
          {"card", label_of(entry.identity.card)},
          {"role", label_of(entry.identity.role)},
          {"not_before", day_of(entry.not_before)},
          {"not_after", day_of(entry.not_after)},
          {"good", entry.good()},
          {"expiring", entry.expiring},
          {"faults", std::move(faults)}};
}

json::object counts_json(const PopulationCounts& counts, const PopulationOrder& order) {
  return {{"certificates", counts.certificates},
          {"good", counts.good},
          {"revoked", counts.revoked},
          {"expired", counts.expired},
          {"not_yet_valid", counts.not_yet_valid},
          {"untrusted", counts.untrusted},
          {"unknown", counts.unknown},
          {"expiring_" + std::to_string(order.notice) + "_days", counts.expiring},
          {"engine", order.engine == CheckEngine::fast ? "fast" : "reference"}};
}

void print_counts(std::ostream& out, const PopulationCounts& counts, const PopulationOrder& order, int width) {
  Sheet sheet;
  const auto add = [&](const std::string& label, std::uint64_t number) { sheet.add(label, french_number(static_cast<std::int64_t>(number))); };
  add(tr("Certificates"), counts.certificates);
  add(tr("Good"), counts.good);
  add(tr("Revoked"), counts.revoked);
  add(tr("Expired"), counts.expired);
  add(tr("Not yet valid"), counts.not_yet_valid);
  add(tr("Untrusted"), counts.untrusted);
  add(tr("Unknown: no fresh list"), counts.unknown);
  add(tr("Good, but expire within {1} days", {std::to_string(order.notice)}), counts.expiring);
  sheet.print(out, width);
}

/// Asks the responder that the person named, at most ten times a second.
std::unique_ptr<OcspProbe> responder_of(Context& context, PopulationOrder& order) {
  constexpr std::int64_t usual_limit = 500, most = 100'000;
  static constexpr std::chrono::milliseconds gap{100};
  static constexpr std::size_t nonce_size = 16;
  if (!context.arguments.has("ocsp")) {
    if (context.arguments.has("ocsp-all"))
      throw Problem{ProblemKind::bad_input, "--ocsp-all", tr("The option {1} needs {2} too.", {"--ocsp-all", "--ocsp"}), tr("Name the responder with --ocsp.")};
    return nullptr;
  }
  OcspOrder asked;
  asked.url = context.arguments.text("ocsp");
  asked.all = context.arguments.has("ocsp-all");
  asked.most = static_cast<std::uint64_t>(number_within(context, "ocsp-limit", usual_limit, 1, most));
  asked.nonce = [] { return random_bytes(nonce_size); };
  asked.pace = [progress = context.start_progress()] {
    progress.stop_if_cancelled();
    std::this_thread::sleep_for(gap);
  };
  auto probe = std::make_unique<OcspProbe>(std::move(asked), order.trust);
  order.resolve = [responder = probe.get()](CheckedCertificate& checked) { responder->resolve(checked); };
  return probe;
}

struct Answer {
  PopulationReport report;
  std::optional<PopulationRun> run; ///< when a workspace keeps it
  json::array entries;
  Table table{{tr("File"), tr("Identifier"), tr("Name"), tr("Card"), tr("Use"), tr("Until"), tr("State")}};
};

void list_entry(const Context& context, const PopulationEntry& entry, Answer& answer) {
  if (!context.arguments.has("list")) return;
  if (context.json) answer.entries.push_back(entry_json(entry));
  else
    answer.table.add({entry.origin, entry.identity.national_id, std::string{trimmed(entry.identity.surname + " " + entry.identity.given_name)},
                      label_of(entry.identity.card), label_of(entry.identity.role), day_of(entry.not_after), state_of(entry)});
}

Answer check_all(Context& context, PopulationOrder& order) {
  Answer answer;
  WorkspaceTrust trust;
  const bool kept = context.arguments.has("workspace");
  if (kept) trust = take_workspace_trust(context, order);
  const auto responder = responder_of(context, order);
  std::vector<PopulationCard> cards;
  answer.report = check_population(order, context.start_progress(), [&](const PopulationEntry& entry) {
    list_entry(context, entry, answer);
    if (kept) cards.push_back(card_of(entry));
  });
  if (responder) std::ranges::copy(responder->findings(), std::back_inserter(trust.findings));
  if (kept) {
    auto workspace = context.open_workspace();
    workspace.change(context.acting(), [&](Change& change) { answer.run = record_population(change, order, trust, answer.report, cards); });
  }
  auto& findings = answer.report.findings;
  findings.insert(findings.begin(), trust.findings.begin(), trust.findings.end());
  return answer;
}

void print_answer_json(Context& context, Answer& answer, const PopulationOrder& order) {
  auto object = counts_json(answer.report.counts, order);
  json::array findings;
  for (const auto& finding : answer.report.findings) findings.push_back(json_text(finding));
  object["findings"] = std::move(findings);
  if (context.arguments.has("list")) object["list"] = std::move(answer.entries);
  if (answer.run) object["check"] = json_text(answer.run->reference);
  print_json(context.out, object);
}

int answer_on(Context& context) {
  auto order = order_of(context);
  auto answer = check_all(context, order);
  const auto& counts = answer.report.counts;
  if (context.arguments.has("plugin")) {
    const auto line = certificates_line(counts, answer.report.findings.size());
    context.out << line.text << '\n';
    return static_cast<int>(line.state);
  }
  if (context.json) print_answer_json(context, answer, order);
  else {
    if (context.arguments.has("list")) answer.table.print(context.out, context.surroundings.output_width);
    print_counts(context.out, counts, order, context.surroundings.output_width);
    for (const auto& finding : answer.report.findings) context.err << finding << '\n';
    if (answer.run) context.out << tr("Recorded as {1}.", {answer.run->reference}) << '\n';
  }
  return counts.good == counts.certificates && counts.certificates > 0 && answer.report.findings.empty() ? 0 : 1;
}

} // namespace

int access_certificates(Context& context) { return as_plugin(context, answer_on); }

} // namespace hdskit::cli::press
