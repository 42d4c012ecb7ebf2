#include "toolkit/dossier/completeness.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/citation.hpp"
#include "toolkit/dossier/plan_order.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

/// "R. 1111-12 5° – Contrats types"
std::string label_of(const DossierInput& input, const Item& item) {
  const auto* article = input.checklist.find_article(item.article);
  return (article ? article->label : item.article) + " " + item.number + " – " + item.title.in_current_language();
}

class Judge {
public:
  Judge(const DossierInput& input, Date day) : input_{input}, day_{day} {}

  std::vector<Gap> judge() {
    judge_identity();
    for (const auto* item : items_in_order(input_.checklist)) judge_item(*item);
    judge_mandates();
    judge_contracts();
    judge_evidence();
    judge_subcontractors();
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
    const auto* answer = input_.answer_to(item.id);
    const auto label = label_of(input_, item);
    if (!answer || (answer->state == DemonstrationState::absent && trimmed(answer->statement).empty())) {
      if (item.mandatory) add(item.id, GapKind::unanswered, tr("{1}: no answer yet.", {label}));
      return;
    }
    if (trimmed(answer->statement).empty()) add(item.id, GapKind::statement_empty, tr("{1}: the answer has no text for the dossier.", {label}));
    judge_citations(item, *answer, label);
    judge_linked_evidence(item, *answer, label);
  }

  void judge_citations(const Item& item, const Answer& answer, const std::string& label) {
    std::vector<std::string> absent;
    for (const auto& citation : citations_in(answer.statement)) {
      const auto* evidence = input_.evidence_coded(citation.code);
      if (evidence) cited_.insert(evidence->code);
      else if (std::ranges::find(absent, citation.code) == absent.end()) absent.push_back(citation.code);
    }
    for (const auto& code : absent) add(item.id, GapKind::annex_absent, tr("{1}: the text cites [{2}], which no document bears.", {label, code}));
  }

  void judge_linked_evidence(const Item& item, const Answer& answer, const std::string& label) {
    const auto linked = input_.evidence_for(item.id);
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
      if (const auto* letter = input_.evidence_coded(mandate.letter)) cited_.insert(letter->code);
      else add(mandate.letter, GapKind::annex_absent, tr("A mandate names [{1}] as its letter of mission, which no document bears.", {mandate.letter}));
    }
  }

  void judge_contracts() {
    const auto in_force_on_day = [&](const Contract& contract) {
      return (!contract.starts_on || *contract.starts_on <= day_) && (!contract.ends_on || *contract.ends_on >= day_);
    };
    for (const auto& contract : input_.organisation.contracts) {
      if (!in_force_on_day(contract)) continue;
      for (const auto& item : input_.checklist.items)
        if (item.kind == ItemKind::contract_clause && item.mandatory && std::ranges::find(contract.clauses, item.id) == contract.clauses.end())
          add(item.id, GapKind::clause_missing, tr("Contract {1} lacks the clause {2}.", {contract.reference, label_of(input_, item)}));
    }
    for (const auto& client : input_.organisation.clients) {
      const auto covers = [&](const Contract& contract) { return contract.client == client.id && in_force_on_day(contract); };
      if (std::ranges::none_of(input_.organisation.contracts, covers))
        add(client.name, GapKind::clause_missing, tr("“{1}” has no contract in force on {2}.", {client.name, tr_date(day_)}));
    }
  }

  void judge_evidence() {
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
  Date day_;
  std::set<std::string> cited_;
  std::vector<Gap> gaps_;
};

} // namespace

std::string_view word_of(GapKind kind) {
  static constexpr std::array<std::string_view, 10> words = {"unanswered",   "statement-empty", "evidence-missing", "evidence-expired", "not-demonstrated",
                                                             "annex-absent", "annex-uncited",   "mandate-vacant",   "clause-missing",   "identity-missing"};
  return words[static_cast<std::size_t>(kind)];
}

std::vector<Gap> find_gaps(const DossierInput& input, Date day) { return Judge{input, day}.judge(); }

CompletenessSummary summarise(const DossierInput& input, const std::vector<Gap>& gaps) {
  CompletenessSummary summary;
  const auto count = [&](Share& share, const Item& item) {
    ++share.items;
    const auto* answer = input.answer_to(item.id);
    share.answered += answer && !trimmed(answer->statement).empty();
    share.demonstrated += answer && answer->state == DemonstrationState::demonstrated;
    share.gaps += static_cast<int>(std::ranges::count(gaps, item.id, &Gap::item));
  };
  for (const auto& obligation : input.checklist.obligations) {
    Share share{obligation.id, obligation.title.in_current_language()};
    for (const auto& item : input.checklist.items)
      if (item.obligation == obligation.id) count(share, item);
    summary.obligations.push_back(std::move(share));
  }
  for (const auto& form : input.checklist.forms) {
    Share share{form.id, form.title.in_current_language()};
    for (const auto& item : input.checklist.items)
      if (form_of(input.checklist, item.id) == &form) count(share, item);
    summary.forms.push_back(std::move(share));
  }
  Share all;
  for (const auto& item : input.checklist.items) count(all, item);
  summary.items = all.items;
  summary.answered = all.answered;
  summary.demonstrated = all.demonstrated;
  return summary;
}

} // namespace hdskit
