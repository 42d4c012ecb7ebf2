#include "toolkit/access/review_readers.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

enum class StayColumn { patient, unit, from, until, name, birth_name };
enum class WatchedColumn { patient, from, until, name, birth_name };

constexpr std::string_view stay_names[] = {"patient ipp numeropatient patientid dossier nip ins",
                                           "uf unite unitefonctionnelle codeuf service unit department ward",
                                           "entree dateentree datedentree debut datedebut from start admission",
                                           "sortie datesortie datedesortie fin datefin until end discharge",
                                           "nom nompatient nomusage nomusuel nomdusage nomutilise name lastname familyname patientname",
                                           "nomnaissance nomdenaissance birthname"};

constexpr std::string_view watched_names[] = {"patient ipp numeropatient patientid dossier nip ins", "debut du depuis from start datedebut",
                                              "fin au jusqua jusquau until end datefin", stay_names[4], stay_names[5]};

constexpr std::string_view decision_names[] = {"application app logiciel applicatif systeme",
                                               "login identifiant compte utilisateur user username account",
                                               "decision choix avis",
                                               "relecteur reviseur valideur validateur decideur reviewer decidedby",
                                               "date datedecision datededecision decideele decidedon day",
                                               "preuve justification motif evidence commentaire",
                                               "execute executele dateexecution datedexecution fait faitle retirele done doneon"};

std::uint64_t name_in(std::string_view cell) { return text_hash(family_key(utf8_cell(cell))); }

/// Nothing for an empty cell; a day that cannot be read is refused, since it would watch at another time than was meant.
std::optional<Date> day_or_none(const std::filesystem::path& file, std::string_view cell, std::uint64_t line) {
  const auto day = day_in(cell);
  if (day || cell.empty()) return day;
  throw Problem{ProblemKind::bad_input, file.string(), tr("Line {1} has a date that cannot be read.", {std::to_string(line)}),
                tr("Write dates such as 2026-11-22 or 22/11/2026.")};
}

} // namespace

void read_watched(const std::filesystem::path& file, AccessReview& review) {
  using C = WatchedColumn;
  ColumnPlaces columns;
  const auto check = [&] {
    if (!columns.has(C::patient)) refuse_missing_column(file, "patient", watched_names[0]);
  };
  auto trace = read_records(file, watched_names, columns, [&](const auto& cells, std::uint64_t line) {
    check();
    const auto patient = columns.cell(C::patient, cells);
    if (patient.empty())
      throw Problem{ProblemKind::bad_input, file.string(), tr("Line {1} names no patient.", {std::to_string(line)}), tr("Complete the line, or remove it.")};
    if (review.watched.size() == most_watched) refuse_too_many(file, most_watched);
    review.watched.push_back({utf8_cell(patient), day_or_none(file, columns.cell(C::from, cells), line), day_or_none(file, columns.cell(C::until, cells), line),
                              name_in(columns.cell(C::name, cells)), name_in(columns.cell(C::birth_name, cells))});
  });
  check();
  review.patients_named = review.patients_named || columns.has(C::name) || columns.has(C::birth_name);
  review.inputs.push_back({ReviewSource::watched, std::move(trace)});
}

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
                            day_in(columns.cell(StayColumn::until, cells)), name_in(columns.cell(StayColumn::name, cells)),
                            name_in(columns.cell(StayColumn::birth_name, cells))});
  });
  check();
  review.patients_named = review.patients_named || columns.has(StayColumn::name) || columns.has(StayColumn::birth_name);
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
