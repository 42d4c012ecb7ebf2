#include "gui/presenter/regimes_certification.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certification/certification_store.hpp"
#include "toolkit/certification/check_certification.hpp"
#include "toolkit/certification/transfer_page.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

template <typename Record> const Record* numbered(const std::vector<Record>& records, std::int64_t id) {
  const auto found = std::ranges::find_if(records, [&](const Record& record) { return record.id.number() == id; });
  return found == records.end() ? nullptr : &*found;
}

Cell audit_cell(const CertificationAudit& audit, Date today) {
  if (audit.held_on) return {"✔ " + tr("held"), Tone::good};
  if (!audit.planned_on) return {"○ " + tr("not planned"), Tone::faint};
  return *audit.planned_on < today ? Cell{"⚠ " + tr("not held"), Tone::bad} : Cell{"◔ " + tr("planned"), Tone::neutral};
}

Cell actor_cell(const HostingActor& actor) {
  const auto defects = transfer_standing({actor}).defects.size();
  return defects == 0 ? Cell{"✔ " + tr("complete"), Tone::good} : Cell{"⚠ " + trn("{1} gap", "{1} gaps", static_cast<std::int64_t>(defects)), Tone::warning};
}

RegisterColumn column_of(const RegimesMap& map, std::string_view kind) {
  const auto& all = map.certification;
  const auto of = [](const auto& records, auto cell) {
    return [&records, cell](const RecordView& view) {
      const auto* record = numbered(records, view.id);
      return record ? cell(*record) : Cell{};
    };
  };
  const auto day = map.day;
  if (kind == Nonconformity::type().kind) return {tr("Clock"), of(all.nonconformities, [day](const Nonconformity& one) { return clock_cell(one, day); })};
  if (kind == CertificationAudit::type().kind) return {tr("Status"), of(all.audits, [day](const CertificationAudit& one) { return audit_cell(one, day); })};
  if (kind == HostingActor::type().kind) return {tr("Status"), of(all.actors, actor_cell)};
  return {};
}

std::string_view kind_of_rule(std::string_view rule) {
  if (rule == "late-correction") return Nonconformity::type().kind;
  if (rule == "audit-not-held") return CertificationAudit::type().kind;
  return rule == "scope-undecided" ? ScopeDecision::type().kind : HostingActor::type().kind;
}

struct FirstStep {
  std::string_view kind;
  const char* sentence; ///< marked message
};
constexpr FirstStep first_steps[] = {
    {"certification_audit", marked("No audit is recorded yet: “New” plans the first, on documents.")},
    {"nonconformity", marked("No non-conformity is recorded. What an audit finds is written here, with its day: three months to correct.")},
    {"hosting_actor", marked("No actor of the hosting is recorded yet: begin with the host itself, then its subcontractors.")},
    {"scope_decision", marked("Nothing says yet why a certificate is needed: “Scope questions…” on the tab “Frameworks” finds it out.")},
};

} // namespace

std::vector<RegisterName> certification_registers() {
  return {{"certification_audit", tr("Audits")},
          {"nonconformity", tr("Non-conformities")},
          {"hosting_actor", tr("Actors of the hosting")},
          {"scope_decision", tr("Decisions on the scope")}};
}

Cell clock_cell(const Nonconformity& one, Date today) {
  if (one.state == NonconformityState::closed) return {"✔ " + tr("closed"), Tone::good};
  const auto due = due_day(one);
  if (!due) return {"○ " + tr("no day"), Tone::faint};
  if (is_late(one, today)) return {"✖ " + tr("late since {1}", {tr_date(*due)}), Tone::bad};
  const auto left = days_between(today, *due);
  return {"◔ " + trn("{1} day left", "{1} days left", left), Tone::warning};
}

ListRows certification_rows(const RegimesMap& map, std::string_view word, std::string_view words) {
  return register_rows(certification_kind(word), map.registers.find(word)->second, words, column_of(map, word));
}

std::vector<Cell> certification_sentences(const RegimesMap& map, std::string_view word, std::int64_t id) {
  std::vector<Cell> lines;
  if (const auto* one = word == Nonconformity::type().kind ? numbered(map.certification.nonconformities, id) : nullptr) {
    const auto clock = clock_cell(*one, map.day);
    const auto due = due_day(*one);
    lines.push_back({due ? clock.text + " – " + tr("to be corrected and looked at by {1}", {tr_date(*due)}) : clock.text, clock.tone});
  }
  if (const auto* actor = word == HostingActor::type().kind ? numbered(map.certification.actors, id) : nullptr)
    for (const auto& defect : transfer_standing({*actor}).defects) lines.push_back({"⚠ " + defect, Tone::warning});
  const auto& records = map.registers.find(word)->second;
  const auto view = std::ranges::find(records, id, &RecordView::id);
  if (view == records.end()) return lines;
  const auto reference = value_of(certification_kind(word), *view, "reference");
  for (const auto& finding : check_certification(map.certification, map.day))
    if (finding.subject == reference && kind_of_rule(finding.rule) == word && finding.rule != "late-correction")
      lines.push_back({"⚠ " + finding.sentence, Tone::warning});
  return lines;
}

Cell certification_sentence(const RegimesMap& map, std::string_view word) {
  if (map.registers.find(word)->second.empty()) return {tr(std::ranges::find(first_steps, word, &FirstStep::kind)->sentence), Tone::faint};
  const auto findings = check_certification(map.certification, map.day);
  const auto here = std::ranges::count_if(findings, [&](const CertificationFinding& finding) { return kind_of_rule(finding.rule) == word; });
  if (here == 0) return {"✔ " + tr("The check finds nothing to mend here."), Tone::good};
  return {"⚠ " + trn("The check finds {1} thing to mend here.", "The check finds {1} things to mend here.", here), Tone::warning};
}

RecordWays certification_ways() { return register_ways(certification_kinds); }

std::vector<std::string> transfer_defects(const RegimesMap& map) {
  auto defects = transfer_standing(map.certification.actors).defects;
  if (map.host.empty()) defects.insert(defects.begin(), tr("No legal entity is recorded as host: see the page “Organisation”."));
  return defects;
}

std::string transfer_case_sentence(const RegimesMap& map) {
  switch (transfer_standing(map.certification.actors).which) {
    case TransferCase::qualified: return tr("Every actor is qualified SecNumCloud 3.2: the page says that there is no transfer to fear.");
    case TransferCase::no_transfer: return tr("No actor is reached from outside the EEA: the page says that there is no transfer.");
    case TransferCase::listed: return tr("The page lists the transfers and what each rests on.");
  }
  return {};
}

void write_transfer_page(const RegimesMap& map, const std::string& statement, const std::filesystem::path& file) {
  if (map.host.empty()) throw Problem{ProblemKind::bad_input, "host", transfer_defects(map).front(), tr("Nothing was written.")};
  write_file(file, transfer_page(map.host, map.certification.actors, map.day, statement));
}

} // namespace hdskit::gui
