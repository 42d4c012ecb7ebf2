#include "gui/presenter/access_endpoints.hpp"

#include "gui/presenter/access_words.hpp"
#include "gui/presenter/citable_documents.hpp"
#include "gui/presenter/shown.hpp"
#include "toolkit/access/endpoint_run.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/endpoint_report.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/organisation/cited_records.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

ListRow row_of(const AccessMap& map, std::size_t place) {
  const auto& endpoint = map.records.endpoints[place];
  const auto& state = map.endpoint_states[place];
  const bool late = state.next_check && *state.next_check < map.day;
  return {endpoint.reference,
          {standing_cell(state.standing),
           {endpoint.reference},
           {day_text(state.last_check)},
           {day_text(state.next_check), late ? Tone::bad : Tone::neutral},
           {endpoint.service},
           {endpoint.url}}};
}

std::vector<std::string> names_of(const EndpointReport& report) {
  std::vector<std::string> names;
  for (const auto& one : report.cases)
    if (std::ranges::find(names, one.name) == names.end()) names.push_back(one.name);
  return names;
}

std::vector<std::string> protocols_of(const EndpointReport& report) {
  std::vector<std::string> protocols;
  for (const auto& one : report.cases)
    if (std::ranges::find(protocols, one.protocol) == protocols.end()) protocols.push_back(one.protocol);
  std::ranges::sort(protocols);
  return protocols;
}

Cell seen_over(const EndpointReport& report, const std::string& name, const std::string& protocol) {
  for (const auto& one : report.cases)
    if (one.name == name && one.protocol == protocol) return seen_cell(one);
  return {"–", Tone::faint};
}

std::string expected_of(const EndpointReport& report, const std::string& name) {
  const auto found = std::ranges::find(report.cases, name, &EndpointCase::name);
  return found == report.cases.end() ? "" : seen_label(found->expected);
}

std::vector<FormChoice> cited(const Workspace& workspace, std::string_view kinds) {
  std::vector<FormChoice> choices;
  for (const auto& [reference, name] : citable_records(workspace, access_kinds(), kinds)) choices.push_back(cited_as(reference, reference == name ? "" : name));
  return choices;
}

void refine(const Workspace&, const RecordKind&, std::vector<FormField>& fields) {
  struct Part {
    std::string_view field;
    const char *heading, *hint; ///< marked messages, or nullptr
  };
  static constexpr Part parts[] = {
      {"ownership", nullptr, marked("Only what the hospital declares its own is ever asked.")},
      {"server_ca", marked("What is shown to it"), marked("whole path of a PEM file")},
      {"valid", nullptr, marked("card.pem,card.key: a card that has to be let in")},
      {"cases", nullptr, marked("revoked=card.pem,card.key: one for each case, parted by semicolons")},
      {"rate", marked("How it is asked"), marked("4 when it is empty")},
      {"test_every", nullptr, marked("365 when it is empty")},
  };
  for (auto& field : fields)
    for (const auto& part : parts) {
      if (part.field != field.name) continue;
      if (part.heading) field.heading = tr(part.heading);
      field.hint = tr(part.hint);
    }
}

std::string title(const RecordKind& kind, const RecordView& record) { return record.values[kind.index_of("reference")]; }

} // namespace

ListRows endpoint_rows(const AccessMap& map, std::string_view words) {
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  for (std::size_t place = 0; place < map.records.endpoints.size(); ++place) {
    auto row = row_of(map, place);
    std::vector<std::string> texts;
    for (const auto& cell : row.cells) texts.push_back(cell.text);
    if (sought.are_in(texts)) rows.push_back(std::move(row));
  }
  return rows_at_hand(
      {{tr("Check")}, {tr("Endpoint")}, {tr("Last check"), CellKind::date}, {tr("Next check"), CellKind::date}, {tr("Hosted service")}, {tr("Address")}},
      std::move(rows));
}

std::vector<Cell> endpoint_sentences(const AccessMap& map, const HostedEndpoint& endpoint) {
  const auto place = static_cast<std::size_t>(&endpoint - map.records.endpoints.data());
  const auto& state = map.endpoint_states.at(place);
  const auto standing = standing_cell(state.standing);
  std::vector<Cell> lines{{standing.text + ". " + state.sentence, standing.tone}};
  if (const auto fault = probe_fault(endpoint); !fault.empty()) lines.push_back({"⚠ " + fault, Tone::warning});
  return lines;
}

Cell endpoints_sentence(const AccessMap& map) {
  const auto& states = map.endpoint_states;
  if (states.empty())
    return {tr("No endpoint is declared yet: press “New endpoint”, write the address of an application of your own and who says so, then “Check now…”."),
            Tone::faint};
  const auto fine = std::ranges::count_if(
      states, [](const EndpointState& state) { return state.standing == EndpointStanding::fine || state.standing == EndpointStanding::due_soon; });
  if (static_cast<std::size_t>(fine) == states.size()) return {"✔ " + tr("Every endpoint lets in only whom it should."), Tone::good};
  return {"⚠ " + tr("Endpoints that let in only whom they should: {1} of {2}; look at the others.", {std::to_string(fine), std::to_string(states.size())}),
          Tone::warning};
}

std::string probe_fault(const HostedEndpoint& endpoint) {
  if (endpoint.ownership.empty()) return tr("Nobody says yet that this endpoint is the hospital’s own: it is not asked.");
  if (endpoint.server_ca.empty()) return tr("The file of the authorities that prove the server is missing.");
  if (endpoint.valid.empty()) return tr("A valid certificate and its key are missing: without a card that is let in, no refusal proves anything.");
  return "";
}

ListRows endpoint_run_rows(const AccessMap& map, std::string_view endpoint) {
  std::vector<ListRow> rows;
  for (const auto* run : map.runs_of(endpoint))
    rows.push_back({run->reference,
                    {endpoint_verdict_cell(run->verdict),
                     {run->reference},
                     {shown_moment(run->moment)},
                     {std::to_string(run->findings), run->findings == 0 ? Tone::neutral : Tone::bad}}});
  return rows_at_hand({{tr("Verdict")}, {tr("Check")}, {tr("Checked at")}, {tr("Faults"), CellKind::number}}, std::move(rows));
}

ListRows matrix_rows(const EndpointReport& report) {
  const auto protocols = protocols_of(report);
  std::vector<SheetColumn> columns{{tr("Case")}, {tr("Expected")}};
  for (const auto& protocol : protocols) columns.push_back({tr("Seen, {1}", {protocol})});
  std::vector<ListRow> rows;
  for (const auto& name : names_of(report)) {
    std::vector<Cell> cells{{case_label(name)}, {expected_of(report, name)}};
    for (const auto& protocol : protocols) cells.push_back(seen_over(report, name, protocol));
    rows.push_back({name, std::move(cells)});
  }
  return rows_at_hand(std::move(columns), std::move(rows));
}

std::vector<std::string> case_evidence(const EndpointReport& report, std::string_view name) {
  std::vector<std::string> lines;
  for (const auto& one : report.cases)
    if (one.name == name)
      lines.push_back(
          tr("{1}, {2}: expected “{3}”, seen “{4}”. {5}", {case_label(one.name), one.protocol, seen_label(one.expected), seen_label(one.seen), one.evidence}));
  return lines;
}

std::vector<Cell> conclusion_sentences(const EndpointRun& run, const EndpointReport& report) {
  const auto verdict = endpoint_verdict_cell(run.verdict);
  std::vector<Cell> lines{{tr("{1} of {2}, {3}: {4}.", {run.reference, run.endpoint, shown_moment(run.moment), verdict.text}), verdict.tone}};
  if (!report.conclusion.conclusive) lines.push_back({"⚠ " + tr("Nothing is concluded: the valid certificate was not let in."), Tone::warning});
  for (const auto& finding : report.conclusion.findings)
    lines.push_back({(finding.severity == EndpointSeverity::high ? "✖ " : "⚠ ") + finding.sentence + " (" + finding.evidence + ")",
                     finding.severity == EndpointSeverity::high ? Tone::bad : Tone::warning});
  for (const auto& remark : report.conclusion.remarks) lines.push_back({remark.sentence + " (" + remark.evidence + ")", Tone::faint});
  return lines;
}

RecordWays access_ways() { return {.title = title, .cited = cited, .referring = {}, .refine = refine}; }

std::string proposed_report_name(const EndpointRun& run) { return tr("access-check") + "-" + run.endpoint + "-" + run.reference; }

void export_check_report(const Workspace& workspace, const EndpointRun& run, Date today, const std::filesystem::path& file) {
  if (folded(file.extension().string()) != ".json") return write_file(file, endpoint_report_pdf(workspace, run, today));
  report_of(workspace, run); // proves it
  extract_document(workspace, Digest::parse(run.report).value(), file);
}

} // namespace hdskit::gui
