#include "toolkit/access/review_readers.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

enum class StayColumn { patient, unit, from, until };

constexpr std::string_view stay_names[] = {
    "patient ipp numeropatient patientid dossier nip ins", "uf unite unitefonctionnelle codeuf service unit department ward",
    "entree dateentree datedentree debut datedebut from start admission", "sortie datesortie datedesortie fin datefin until end discharge"};

constexpr std::string_view decision_names[] = {"application app logiciel applicatif systeme",
                                               "login identifiant compte utilisateur user username account",
                                               "decision choix avis",
                                               "relecteur reviseur valideur validateur decideur reviewer decidedby",
                                               "date datedecision datededecision decideele decidedon day",
                                               "preuve justification motif evidence commentaire",
                                               "execute executele dateexecution datedexecution fait faitle retirele done doneon"};

} // namespace

void read_stays(const std::filesystem::path& file, AccessReview& review) {
  ColumnPlaces columns;
  const auto check = [&] {
    for (const auto column : {StayColumn::patient, StayColumn::unit, StayColumn::from}) {
      const auto known = stay_names[static_cast<std::size_t>(column)];
      if (!columns.has(column)) refuse_missing_column(file, std::string{known.substr(0, known.find(' '))}, known);
    }
  };
  auto trace = read_records(file, stay_names, columns, [&](const auto& cells, std::uint64_t line) {
    check();
    const auto from = day_in(columns.cell(StayColumn::from, cells));
    if (!from)
      throw Problem{ProblemKind::bad_input, file.string(), tr("Line {1} has no date of entry that can be read.", {std::to_string(line)}),
                    tr("Write dates such as 2026-11-22 or 22/11/2026.")};
    if (review.stays.size() == most_stays) refuse_too_many(file, most_stays);
    review.stays.push_back({utf8_cell(columns.cell(StayColumn::patient, cells)), folded_word(utf8_cell(columns.cell(StayColumn::unit, cells))), *from,
                            day_in(columns.cell(StayColumn::until, cells))});
  });
  check();
  review.inputs.push_back({ReviewSource::stays, std::move(trace)});
}

void read_decisions(const std::filesystem::path& file, AccessReview& review) {
  using C = DecisionColumn;
  auto& list = review.decisions;
  auto trace = read_records(file, decision_names, list.columns, [&](const auto& cells, std::uint64_t) {
    const auto text = [&](C column) { return utf8_cell(list.columns.cell(column, cells)); };
    if (list.decisions.size() == most_accounts) refuse_too_many(file, most_accounts);
    list.decisions.push_back({.application = text(C::application),
                              .login = text(C::login),
                              .decision = text(C::decision),
                              .reviewer = text(C::reviewer),
                              .evidence = text(C::evidence),
                              .day = day_in(list.columns.cell(C::day, cells)),
                              .done = day_in(list.columns.cell(C::done, cells))});
  });
  for (const auto column : {C::login, C::decision, C::reviewer, C::day}) {
    const auto known = decision_names[static_cast<std::size_t>(column)];
    if (!list.columns.has(column)) refuse_missing_column(file, std::string{known.substr(0, known.find(' '))}, known);
  }
  review.inputs.push_back({ReviewSource::decisions, std::move(trace)});
}

} // namespace hdskit
