#include "toolkit/dossier/due_dates.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/exercise_programme.hpp"
#include "toolkit/dossier/access_gaps.hpp"
#include "toolkit/dossier/dossier_index.hpp"
#include "toolkit/habilitation/check_habilitation.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <unordered_map>

namespace hdskit {
namespace {

constexpr const char* unknown = "–";

class Diary {
public:
  Diary(const DossierInput& input, Date today) : input_{input}, today_{today} {}

  std::vector<DueDate> written() {
    write_evidence();
    write_answers();
    write_mandates();
    write_contracts();
    write_subcontractors();
    write_measures();
    write_reviews();
    write_plans();
    write_exercises();
    write_tests(DueKind::component_test, input_.continuity.components);
    write_tests(DueKind::backup_test, arrangements_without_source());
    write_sources();
    write_endpoints();
    write_campaigns();
    write_certification();
    write_authorisations();
    std::ranges::stable_sort(dates_, {}, [](const DueDate& date) { return std::tie(date.day, date.kind, date.subject); });
    return std::move(dates_);
  }

private:
  /// Whose day it is.
  struct Bearer {
    std::int64_t record;
    std::string owner;
    std::string name{};
  };

  void add(DueKind kind, const Bearer& bearer, const std::string& subject, Date day, const char* ahead, const char* passed, std::vector<std::string> words) {
    words.push_back(tr_date(day));
    words.resize(3);
    const bool overdue = day < today_;
    dates_.push_back({day, kind, subject, tr(overdue ? passed : ahead, {words[0], words[1], words[2]}), overdue, bearer.record, bearer.owner, bearer.name});
  }

  /// Whether `covers` holds on the day after the last one, or holds today when that has passed.
  template <typename Covers> bool is_followed(Date last_day, Covers covers) const {
    return covers(last_day.plus_days(1)) || (last_day < today_ && covers(today_));
  }

  void write_evidence() {
    std::set<std::string_view> reports; // of restore tests: their sources bear the day
    for (const auto& run : input_.backups.runs) reports.insert(run.evidence);
    for (const auto& evidence : input_.evidence) {
      if (reports.contains(evidence.code)) continue;
      if (evidence.valid_until)
        add(DueKind::evidence_validity, {evidence.id.number(), evidence.author}, evidence.code, *evidence.valid_until,
            marked("[{1}] “{2}” is valid until {3}."), marked("[{1}] “{2}” expired on {3}."), {evidence.code, evidence.title});
      if (evidence.next_test)
        add(DueKind::evidence_test, {evidence.id.number(), evidence.author}, evidence.code, *evidence.next_test, marked("[{1}] “{2}” is to be tested by {3}."),
            marked("[{1}] “{2}” was to be tested by {3}."), {evidence.code, evidence.title});
    }
  }

  void write_answers() {
    const DossierIndex index{input_};
    for (const auto* item : index.items_in_order()) {
      const auto* answer = index.answer_to(item->id);
      if (!answer || !answer->due || is_done(*item, *answer)) continue;
      add(DueKind::answer, {answer->id.number(), answer->owner}, item->id, *answer->due, marked("{1}: the answer is due on {2}."),
          marked("{1}: the answer was due on {2}."), {index.label_of(*item)});
    }
  }

  static bool is_done(const Item& item, const Answer& answer) {
    if (trimmed(answer.statement).empty()) return false;
    return answer.state == DemonstrationState::demonstrated || (answer.state == DemonstrationState::written && !item.demonstration);
  }

  void write_mandates() {
    for (const auto& mandate : input_.organisation.mandates) {
      if (!mandate.ends_on) continue;
      const auto held_on = [&](Date day) {
        return std::ranges::any_of(input_.organisation.mandates,
                                   [&](const Mandate& other) { return other.role == mandate.role && other.person && in_force(other, day); });
      };
      if (is_followed(*mandate.ends_on, held_on)) continue;
      const auto& role = choices_of(mandate.role)[static_cast<std::size_t>(mandate.role)];
      add(DueKind::mandate, {mandate.id.number(), holder_of(mandate) == unknown ? std::string{} : holder_of(mandate)}, std::string{role.word}, *mandate.ends_on,
          marked("The mandate “{1}” of {2} ends on {3}; nobody follows."), marked("The mandate “{1}” of {2} ended on {3}; nobody has followed."),
          {tr(role.label), holder_of(mandate)});
    }
  }

  std::string holder_of(const Mandate& mandate) const {
    const auto person = std::ranges::find(input_.organisation.people, mandate.person, &Person::id);
    return mandate.person && person != input_.organisation.people.end() ? person->name : std::string{unknown};
  }

  void write_contracts() {
    for (const auto& contract : input_.organisation.contracts) {
      if (!contract.ends_on) continue;
      const auto in_force_on = [&](Date day) {
        return std::ranges::any_of(input_.organisation.contracts, [&](const Contract& other) {
          return other.client == contract.client && (!other.starts_on || *other.starts_on <= day) && (!other.ends_on || *other.ends_on >= day);
        });
      };
      if (is_followed(*contract.ends_on, in_force_on)) continue;
      const auto client = std::ranges::find(input_.organisation.clients, contract.client, &Client::id);
      add(DueKind::contract, {contract.id.number(), {}}, contract.reference, *contract.ends_on, marked("The contract {1} with “{2}” ends on {3}."),
          marked("The contract {1} with “{2}” ended on {3}."), {contract.reference, client == input_.organisation.clients.end() ? "–" : client->name});
    }
  }

  void write_subcontractors() {
    for (const auto& provider : input_.organisation.subcontractors) {
      if (provider.contract_ends_on)
        add(DueKind::subcontractor_contract, {provider.id.number(), {}}, provider.name, *provider.contract_ends_on,
            marked("The contract of the subcontractor “{1}” ends on {2}."), marked("The contract of the subcontractor “{1}” ended on {2}."), {provider.name});
      if (provider.certificate_expires_on)
        add(DueKind::subcontractor_certificate, {provider.id.number(), {}}, provider.name, *provider.certificate_expires_on,
            marked("The certificate of “{1}” expires on {2}."), marked("The certificate of “{1}” expired on {2}."), {provider.name});
    }
  }

  void write_measures() {
    for (const auto& measure : input_.study.measures) {
      if (!measure.due || measure.state == MeasureState::done || measure.state == MeasureState::abandoned) continue;
      add(DueKind::measure, {measure.id.number(), measure.owner, measure.name}, measure.reference, *measure.due,
          marked("The measure {1} “{2}” is to be done by {3}."), marked("The measure {1} “{2}” was to be done by {3}."), {measure.reference, measure.name});
    }
  }

  void write_reviews() {
    for (const auto& risk : input_.study.risks)
      if (risk.review)
        add(DueKind::risk_review, {risk.id.number(), risk.owner, risk.name}, risk.reference, *risk.review,
            marked("The risk {1} “{2}” is to be reviewed by {3}."), marked("The risk {1} “{2}” was to be reviewed by {3}."), {risk.reference, risk.name});
    const auto& frame = input_.study.frame;
    if (frame.strategic_review)
      add(DueKind::strategic_review, {frame.id.number(), {}}, frame.reference, *frame.strategic_review,
          marked("The strategic cycle of the risk study is to begin again by {1}."), marked("The strategic cycle of the risk study was to begin again by {1}."),
          {});
    if (frame.operational_review)
      add(DueKind::operational_review, {frame.id.number(), {}}, frame.reference, *frame.operational_review,
          marked("The operational cycle of the risk study is to begin again by {1}."),
          marked("The operational cycle of the risk study was to begin again by {1}."), {});
  }

  void write_plans() {
    for (const auto& plan : input_.continuity.plans)
      if (plan.review)
        add(DueKind::plan_review, {plan.id.number(), plan.decision_maker, plan.title}, plan.reference, *plan.review,
            marked("The plan {1} “{2}” is to be reviewed by {3}."), marked("The plan {1} “{2}” was to be reviewed by {3}."), {plan.reference, plan.title});
  }

  void write_exercises() {
    for (const auto& exercise : input_.continuity.exercises)
      if (exercise.planned_on && !exercise.held_on)
        add(DueKind::exercise, {exercise.id.number(), exercise.observer, exercise.title}, exercise.reference, *exercise.planned_on,
            marked("The exercise {1} “{2}” is planned on {3}."), marked("The exercise {1} “{2}” was planned on {3}; nothing says that it was held."),
            {exercise.reference, exercise.title});
    for (const auto& correction : input_.continuity.corrections)
      if (correction.due && correction.state != CorrectionState::done)
        add(DueKind::correction, {correction.id.number(), correction.owner, correction.action.empty() ? correction.gap : correction.action},
            correction.reference, *correction.due, marked("The corrective action {1} “{2}” is to be done by {3}."),
            marked("The corrective action {1} “{2}” was to be done by {3}."), {correction.reference, correction.gap});
  }

  std::vector<BackupArrangement> arrangements_without_source() const {
    auto arrangements = input_.continuity.backups;
    std::erase_if(arrangements, [&](const BackupArrangement& arrangement) {
      return std::ranges::any_of(input_.backups.sources, [&](const BackupSource& source) {
        return !source.arrangement.empty() && reference_key(source.arrangement) == reference_key(arrangement.reference);
      });
    });
    return arrangements;
  }

  void write_sources() {
    for (const auto& source : input_.backups.sources) {
      const auto standing = standing_of_source(source, input_.backups.runs, today_);
      if (!standing.next_test) continue;
      add(DueKind::source_test, {source.id.number(), source.referent, source.service}, source.reference, *standing.next_test,
          marked("The restore of {1} is to be proven by {2}."), marked("The restore of {1} was to be proven by {2}."), {source.reference});
    }
  }

  void write_endpoints() {
    for (const auto& endpoint : input_.access.endpoints) {
      const auto state = standing_of_endpoint(endpoint, input_.access.endpoint_runs, today_);
      if (!state.next_check) continue;
      add(DueKind::endpoint_test, {endpoint.id.number(), {}, endpoint.service}, endpoint.reference, *state.next_check,
          marked("The endpoint {1} is to be checked by {2}."), marked("The endpoint {1} was to be checked by {2}."), {endpoint.reference});
    }
  }

  void write_campaigns() {
    const ReviewCampaign* last = nullptr;
    for (const auto& campaign : input_.access.campaigns) {
      if (campaign.opened_on) last = &campaign;
      if (campaign.state == CampaignState::open && campaign.due)
        add(DueKind::access_campaign, {campaign.id.number(), campaign.reviewer, campaign.title}, campaign.reference, *campaign.due,
            marked("The review of the accounts {1} is to be signed by {2}."), marked("The review of the accounts {1} was to be signed by {2}."),
            {campaign.reference});
    }
    if (last && last->state != CampaignState::open)
      add(DueKind::access_review, {last->id.number(), last->reviewer, last->title}, last->reference, months_before(*last->opened_on, -months_between_reviews),
          marked("The accounts are to be reviewed again by {2}; the last review is {1}."),
          marked("The accounts were to be reviewed again by {2}; the last review is {1}."), {last->reference});
    for (const auto& withdrawal : input_.access.withdrawals)
      if (withdrawal.due && !withdrawal.done_on)
        add(DueKind::access_withdrawal, {withdrawal.id.number(), {}, withdrawal.campaign}, withdrawal.reference, *withdrawal.due,
            marked("The access of {1} is to be withdrawn or changed by {2}."), marked("The access of {1} was to be withdrawn or changed by {2}."),
            {withdrawal.reference});
  }

  void write_certification() {
    for (const auto& one : input_.certification.nonconformities)
      if (const auto due = due_day(one); due && one.state != NonconformityState::closed)
        add(DueKind::nonconformity, {one.id.number(), one.owner, one.item}, one.reference, *due,
            marked("The non-conformity {1} is to be corrected and looked at by {2}."),
            marked("The non-conformity {1} was to be corrected and looked at by {2}."), {one.reference});
    for (const auto& audit : input_.certification.audits)
      if (audit.planned_on && !audit.held_on)
        add(DueKind::certification_audit, {audit.id.number(), audit.auditor, tr(choices_of(audit.stage)[static_cast<std::size_t>(audit.stage)].label)},
            audit.reference, *audit.planned_on, marked("The audit {1} is planned on {2}."),
            marked("The audit {1} was planned on {2}; nothing says that it was held."), {audit.reference});
  }

  void write_authorisations() {
    for (const auto& due : habilitation_days(input_.habilitation))
      add(due.kind == "review" ? DueKind::authorisation_review : DueKind::authorisation_end, {0, {}, due.sentence}, due.subject, due.day,
          marked("{1}: due on {2}."), marked("{1}: was due on {2}."), {due.sentence});
  }

  template <typename Record> void write_tests(DueKind kind, const std::vector<Record>& records) {
    for (const auto& record : records) {
      if (!record.last_test) continue;
      std::string owner;
      if constexpr (requires { record.owner; }) owner = record.owner;
      add(kind, {record.id.number(), owner, record.name}, record.reference, months_before(*record.last_test, -months_until_unproven),
          marked("{1} “{2}” is to be tested again by {3}."), marked("{1} “{2}” was to be tested again by {3}."), {record.reference, record.name});
    }
  }

  const DossierInput& input_;
  Date today_;
  std::vector<DueDate> dates_;
};

} // namespace

std::string_view word_of(DueKind kind) {
  static constexpr std::array<std::string_view, 25> words = {"evidence-validity",
                                                             "evidence-test",
                                                             "answer",
                                                             "mandate",
                                                             "contract",
                                                             "subcontractor-contract",
                                                             "subcontractor-certificate",
                                                             "measure",
                                                             "risk-review",
                                                             "strategic-review",
                                                             "operational-review",
                                                             "plan-review",
                                                             "exercise",
                                                             "correction",
                                                             "component-test",
                                                             "backup-test",
                                                             "source-test",
                                                             "endpoint-check",
                                                             "access-campaign",
                                                             "access-review",
                                                             "nonconformity",
                                                             "certification-audit",
                                                             "authorisation-end",
                                                             "authorisation-review",
                                                             "access-withdrawal"};
  return words[static_cast<std::size_t>(kind)];
}

std::vector<DueDate> due_dates(const DossierInput& input, Date today) { return Diary{input, today}.written(); }

} // namespace hdskit
