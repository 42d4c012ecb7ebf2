#include "toolkit/dossier/completeness.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/access_gaps.hpp"
#include "toolkit/dossier/backup_gaps.hpp"
#include "toolkit/dossier/citation.hpp"
#include "toolkit/dossier/dossier_index.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace hdskit {
namespace {

class Judge {
public:
  Judge(const DossierInput& input, Date day) : input_{input}, index_{input}, day_{day} {}

  std::vector<Gap> judge() {
    judge_identity();
    for (const auto* item : index_.items_in_order()) judge_item(*item);
    judge_mandates();
    judge_contracts();
    judge_evidence();
    judge_subcontractors();
    for (auto& gap : backup_gaps(input_, day_)) gaps_.push_back(std::move(gap));
    for (auto& gap : access_gaps(input_, day_)) gaps_.push_back(std::move(gap));
    return std::move(gaps_);
  }

private:
  void add(std::string subject, GapKind kind, std::string sentence) { gaps_.push_back({std::move(subject), kind, std::move(sentence)}); }

  void judge_identity() {
    const auto* host = input_.host();
    if (!host) add("entity", GapKind::identity_missing, tr("The hosting hospital is not described: add a legal entity whose role is host."));
    else if (host->representative.empty())
      add("entity", GapKind::identity_missing, tr("“{1}” has no legal representative, who must sign the file.", {host->name}));
    if (input_.organisation.sites.empty()) add("site", GapKind::identity_missing, tr("No hosting site is described."));
    if (input_.organisation.services.empty()) add("service", GapKind::identity_missing, tr("No hosted service is described."));
  }

  void judge_item(const Item& item) {
    const auto* answer = index_.answer_to(item.id);
    const auto label = index_.label_of(item);
    if (!answer || (answer->state == DemonstrationState::absent && trimmed(answer->statement).empty())) {
      if (item.mandatory) add(item.id, GapKind::unanswered, tr("{1}: no answer yet.", {label}));
      return;
    }
    if (answer->applicability == Applicability::excluded) return judge_excluded(item, *answer, label);
    if (trimmed(answer->statement).empty()) add(item.id, GapKind::statement_empty, tr("{1}: the answer has no text for the dossier.", {label}));
    judge_citations(item, *answer, label);
    judge_linked_evidence(item, *answer, label);
  }

  /// Of an item that may be excluded the justification is all that is asked; of another one, it is no answer.
  void judge_excluded(const Item& item, const Answer& answer, const std::string& label) {
    judge_citations(item, answer, label);
    for (const auto* evidence : index_.evidence_for(item.id)) cited_.insert(evidence->code);
    if (!item.choosable && item.mandatory)
      add(item.id, GapKind::unanswered, tr("{1}: is excluded, though this is not one of the items that a hospital may exclude.", {label}));
    else if (trimmed(answer.statement).empty()) add(item.id, GapKind::statement_empty, tr("{1}: is excluded without a justification.", {label}));
  }

  void judge_citations(const Item& item, const Answer& answer, const std::string& label) {
    std::vector<std::string> absent;
    for (const auto& citation : citations_in(answer.statement)) {
      const auto* evidence = index_.evidence_coded(citation.code);
      if (evidence) cited_.insert(evidence->code);
      else if (std::ranges::find(absent, citation.code) == absent.end()) absent.push_back(citation.code);
    }
    for (const auto& code : absent) add(item.id, GapKind::annex_absent, tr("{1}: the text cites [{2}], which no document bears.", {label, code}));
  }

  void judge_linked_evidence(const Item& item, const Answer& answer, const std::string& label) {
    const auto& linked = index_.evidence_for(item.id);
    for (const auto* evidence : linked) cited_.insert(evidence->code);
    std::vector<std::string> expected;
    for (const auto& piece : item.evidence)
      if (piece.mandatory) expected.push_back(piece.label.in_current_language());
    if (linked.size() < expected.size())
      add(item.id, GapKind::evidence_missing,
          tr("{1}: documents linked: {2}; expected: {3} ({4}).",
             {label, std::to_string(linked.size()), std::to_string(expected.size()), joined(expected, " ; ")}));
    const auto shown = [](const Evidence* evidence) { return evidence->state == DemonstrationState::demonstrated; };
    if (item.demonstration && answer.state != DemonstrationState::demonstrated)
      add(item.id, GapKind::not_demonstrated,
          tr("{1}: must be shown to work, and is only “{2}”.", {label, tr(choices_of(answer.state)[static_cast<std::size_t>(answer.state)].label)}));
    else if (item.demonstration && !linked.empty() && std::ranges::none_of(linked, shown))
      add(item.id, GapKind::not_demonstrated, tr("{1}: is said to be demonstrated, but none of its documents is.", {label}));
  }

  void judge_mandates() {
    for (int role = 0; role < compulsory_mandates; ++role) {
      const auto& choice = choices_of(MandateRole{})[static_cast<std::size_t>(role)];
      const auto held = [&](const Mandate& mandate) { return mandate.role == static_cast<MandateRole>(role) && mandate.person && in_force(mandate, day_); };
      if (std::ranges::none_of(input_.organisation.mandates, held))
        add(std::string{choice.word}, GapKind::mandate_vacant, tr("Nobody holds the function “{1}” on {2}.", {tr(choice.label), tr_date(day_)}));
    }
    for (const auto& mandate : input_.organisation.mandates) {
      if (mandate.letter.empty()) continue;
      if (const auto* letter = index_.evidence_coded(mandate.letter)) cited_.insert(letter->code);
      else add(mandate.letter, GapKind::annex_absent, tr("A mandate names [{1}] as its letter of mission, which no document bears.", {mandate.letter}));
    }
  }

  void judge_contracts() {
    const auto in_force_on_day = [&](const Contract& contract) {
      return (!contract.starts_on || *contract.starts_on <= day_) && (!contract.ends_on || *contract.ends_on >= day_);
    };
    // the clauses of other shipped frameworks are for processors or for the giver of the data, whose contracts are no hosting
    const auto shipped = shipped_checklist_ids();
    const bool clauses_for_clients = is_about_hosting(input_.checklist) || std::ranges::find(shipped, input_.checklist.id) == shipped.end();
    for (const auto& contract : input_.organisation.contracts) {
      if (!in_force_on_day(contract)) continue;
      const std::set<std::string_view> held{contract.clauses.begin(), contract.clauses.end()};
      for (const auto& item : input_.checklist.items)
        if (clauses_for_clients && item.kind == ItemKind::contract_clause && item.mandatory && !held.contains(item.id))
          add(item.id, GapKind::clause_missing, tr("Contract {1} lacks the clause {2}.", {contract.reference, index_.label_of(item)}));
    }
    for (const auto& client : input_.organisation.clients) {
      const auto covers = [&](const Contract& contract) { return contract.client == client.id && in_force_on_day(contract); };
      if (std::ranges::none_of(input_.organisation.contracts, covers))
        add(client.name, GapKind::clause_missing, tr("“{1}” has no contract in force on {2}.", {client.name, tr_date(day_)}));
    }
  }

  void judge_evidence() {
    for (const auto& run : input_.backups.runs) cited_.insert(run.evidence); // the chapter of backups speaks of each
    for (const auto& run : input_.access.endpoint_runs) cited_.insert(run.evidence);
    for (const auto& campaign : input_.access.campaigns) cited_.insert(campaign.evidence);
    for (const auto& withdrawal : input_.access.withdrawals) cited_.insert(withdrawal.evidence);
    for (const auto& evidence : input_.evidence) {
      if (!input_.stored_digests.contains(evidence.digest))
        add(evidence.code, GapKind::annex_absent, tr("[{1}] “{2}”: the document is no longer in the vault.", {evidence.code, evidence.title}));
      if (evidence.valid_until && *evidence.valid_until < day_)
        add(evidence.code, GapKind::evidence_expired, tr("[{1}] “{2}” expired on {3}.", {evidence.code, evidence.title, tr_date(*evidence.valid_until)}));
      if (!cited_.contains(evidence.code))
        add(evidence.code, GapKind::annex_uncited, tr("[{1}] “{2}” is neither cited nor linked to any item.", {evidence.code, evidence.title}));
    }
  }

  void judge_subcontractors() {
    for (const auto& subcontractor : input_.organisation.subcontractors)
      if (subcontractor.certificate_expires_on && *subcontractor.certificate_expires_on < day_)
        add(subcontractor.name, GapKind::evidence_expired,
            tr("The certificate of “{1}” expired on {2}.", {subcontractor.name, tr_date(*subcontractor.certificate_expires_on)}));
  }

  const DossierInput& input_;
  const DossierIndex index_;
  Date day_;
  std::set<std::string> cited_;
  std::vector<Gap> gaps_;
};

} // namespace

std::string_view word_of(GapKind kind) {
  static constexpr std::array<std::string_view, 18> words = {"unanswered",        "statement-empty", "evidence-missing", "evidence-expired", "not-demonstrated",
                                                             "annex-absent",      "annex-uncited",   "mandate-vacant",   "clause-missing",   "identity-missing",
                                                             "backup-failing",    "backup-unproven", "backup-missing",   "chain-broken",     "endpoint-faulty",
                                                             "endpoint-unproven", "review-overdue",  "withdrawal-late"};
  return words[static_cast<std::size_t>(kind)];
}

std::vector<Gap> find_gaps(const DossierInput& input, Date day) { return Judge{input, day}.judge(); }

CompletenessSummary summarise(const DossierInput& input, const std::vector<Gap>& gaps) {
  const DossierIndex index{input};
  std::unordered_map<std::string_view, int> gaps_of;
  std::unordered_set<std::string_view> expired_codes;
  for (const auto& gap : gaps) {
    ++gaps_of[gap.item];
    if (gap.kind == GapKind::evidence_expired) expired_codes.insert(gap.item);
  }
  CompletenessSummary summary;
  std::unordered_map<std::string_view, Share*> by_obligation;
  std::unordered_map<const Form*, Share*> by_form;
  summary.obligations.reserve(input.checklist.obligations.size()); // the shares are pointed at
  summary.forms.reserve(input.checklist.forms.size());
  for (const auto& obligation : input.checklist.obligations)
    by_obligation[obligation.id] = &summary.obligations.emplace_back(Share{obligation.id, obligation.title.in_current_language()});
  for (const auto& form : input.checklist.forms) by_form[&form] = &summary.forms.emplace_back(Share{form.id, form.title.in_current_language()});
  Share all, elsewhere;
  for (const auto& item : input.checklist.items) {
    const auto* answer = index.answer_to(item.id);
    const bool answered = answer && !trimmed(answer->statement).empty();
    const bool demonstrated = answer && answer->state == DemonstrationState::demonstrated;
    const bool expired = std::ranges::any_of(index.evidence_for(item.id), [&](const Evidence* evidence) { return expired_codes.contains(evidence->code); });
    const auto of_obligation = by_obligation.find(item.obligation);
    const auto of_form = by_form.find(index.form_of(item.id));
    for (auto* share :
         {&all, of_obligation == by_obligation.end() ? &elsewhere : of_obligation->second, of_form == by_form.end() ? &elsewhere : of_form->second}) {
      ++share->items;
      share->answered += answered;
      share->demonstrated += demonstrated;
      share->expired += expired;
      share->gaps += gaps_of[item.id];
    }
  }
  summary.items = all.items;
  summary.answered = all.answered;
  summary.demonstrated = all.demonstrated;
  summary.expired = all.expired;
  return summary;
}

} // namespace hdskit
