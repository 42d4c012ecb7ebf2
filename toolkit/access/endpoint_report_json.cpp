#include "toolkit/access/endpoint_report_json.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/json_reading.hpp"
#include "toolkit/workspace/json_writing.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

namespace json = boost::json;
constexpr std::size_t report_limit = 1u << 20, most_entries = 500, longest_word = 200, longest_line = 4000;
constexpr std::array all_seen = {EndpointSeen::accepted, EndpointSeen::refused, EndpointSeen::not_offered, EndpointSeen::undetermined,
                                 EndpointSeen::unreachable};
constexpr std::array all_severities = {EndpointSeverity::remark, EndpointSeverity::medium, EndpointSeverity::high};

json::value number_or_null(bool known, std::int64_t number) { return known ? json::value(number) : json::value(nullptr); }
json::string string_of(std::string_view text) { return json::string{text.begin(), text.end()}; }

json::array findings_json(const std::vector<EndpointFinding>& findings) {
  json::array all;
  for (const auto& finding : findings)
    all.push_back(json::object{{"id", string_of(finding.id)},
                               {"severity", string_of(word_of(finding.severity))},
                               {"sentence", string_of(finding.sentence)},
                               {"evidence", string_of(finding.evidence)}});
  return all;
}

json::object case_json(const EndpointCase& one) {
  return {{"name", string_of(one.name)},
          {"protocol", string_of(one.protocol)},
          {"expected", string_of(word_of(one.expected))},
          {"seen", string_of(word_of(one.seen))},
          {"evidence", string_of(one.evidence)},
          {"given", one.given},
          {"alert", number_or_null(one.answer.alert.has_value(), one.answer.alert.value_or(0))},
          {"status", number_or_null(one.answer.status != 0, one.answer.status)}};
}

template <typename Words> auto value_named(const Words& all, const std::string& word, const JsonObject& object, std::string_view member, JsonDefects& defects) {
  const auto found = std::ranges::find_if(all, [&](auto value) { return word_of(value) == word; });
  if (found != all.end()) return *found;
  defects.report(object.place_of(member), tr("“{1}” is not known here.", {word}));
  return all.front();
}

EndpointCase read_case(const json::value& value, const std::string& place, JsonDefects& defects) {
  const JsonObject object{value, place, defects, {"name", "protocol", "expected", "seen", "evidence", "given", "alert", "status"}};
  EndpointCase one;
  one.name = object.needed_text("name", longest_word);
  one.protocol = object.needed_text("protocol", longest_word);
  one.expected = value_named(all_seen, object.needed_text("expected", longest_word), object, "expected", defects);
  one.seen = value_named(all_seen, object.needed_text("seen", longest_word), object, "seen", defects);
  one.evidence = object.text("evidence", longest_line);
  const auto* given = object.find("given");
  one.given = given && given->is_bool() && given->as_bool();
  constexpr int highest_alert = 255, highest_status = 999;
  int number = 0;
  if (const auto* alert = object.find("alert"); alert && !alert->is_null()) {
    if (is_whole_number(*alert, 0, highest_alert, number)) one.answer.alert = number;
    else defects.report(object.place_of("alert"), tr("A whole number is expected."));
  }
  if (const auto* status = object.find("status"); status && !status->is_null()) {
    if (is_whole_number(*status, 0, highest_status, number)) one.answer.status = number;
    else defects.report(object.place_of("status"), tr("A whole number is expected."));
  }
  return one;
}

std::vector<EndpointFinding> read_findings(const JsonObject& report, std::string_view member, JsonDefects& defects) {
  std::vector<EndpointFinding> findings;
  for (const auto& value : report.array(member, 0, most_entries)) {
    const JsonObject object{value, std::string{member} + "[" + std::to_string(findings.size()) + "]", defects, {"id", "severity", "sentence", "evidence"}};
    EndpointFinding finding;
    finding.id = object.needed_text("id", longest_word);
    finding.severity = value_named(all_severities, object.needed_text("severity", longest_word), object, "severity", defects);
    finding.sentence = object.text("sentence", longest_line);
    finding.evidence = object.text("evidence", longest_line);
    findings.push_back(std::move(finding));
  }
  return findings;
}

void read_certificates(const JsonObject& object, EndpointReport& report, JsonDefects& defects) {
  for (const auto& value : object.array("certificates", 0, most_entries)) {
    const JsonObject one{value, "certificates[" + std::to_string(report.certificates.size()) + "]", defects, {"name", "sha256"}};
    report.certificates.push_back({one.needed_text("name", longest_word), one.needed_text("sha256", longest_word)});
  }
}

} // namespace

std::string endpoint_report_text(const EndpointReport& report) {
  json::array cases, certificates;
  for (const auto& one : report.certificates) certificates.push_back(json::object{{"name", string_of(one.name)}, {"sha256", string_of(one.sha256)}});
  for (const auto& one : report.cases) cases.push_back(case_json(one));
  return readable_json(json::object{{"format", "hdskit-endpoint-report-1"},
                                    {"conclusive", report.conclusion.conclusive},
                                    {"findings", findings_json(report.conclusion.findings)},
                                    {"remarks", findings_json(report.conclusion.remarks)},
                                    {"cases", std::move(cases)},
                                    {"certificates", std::move(certificates)}});
}

EndpointReport parse_endpoint_report(std::string_view text, const std::string& name) {
  const auto value = parse_foreign_json(text, name, report_limit);
  JsonDefects defects;
  EndpointReport report;
  {
    const JsonObject object{value, "", defects, {"format", "conclusive", "findings", "remarks", "cases", "certificates"}};
    if (object.needed_text("format", longest_word) != "hdskit-endpoint-report-1") defects.report("format", tr("This is no report of an endpoint."));
    const auto* conclusive = object.find("conclusive");
    report.conclusion.conclusive = conclusive && conclusive->is_bool() && conclusive->as_bool();
    report.conclusion.findings = read_findings(object, "findings", defects);
    report.conclusion.remarks = read_findings(object, "remarks", defects);
    for (const auto& one : object.array("cases", 0, most_entries))
      report.cases.push_back(read_case(one, "cases[" + std::to_string(report.cases.size()) + "]", defects));
    if (object.find("certificates")) read_certificates(object, report, defects);
  }
  defects.refuse(name, tr("Check the endpoint again; the report that is kept cannot be read."), text);
  return report;
}

} // namespace hdskit
