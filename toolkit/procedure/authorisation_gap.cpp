#include "toolkit/base/translate.hpp"
#include "toolkit/procedure/standing.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace hdskit {
namespace {

AuthorisationGap made_gap(GapRisk risk, Date term, std::optional<Date> next, std::string sentence) {
  return {risk, term.plus_days(1), next ? std::optional{next->plus_days(-1)} : std::nullopt, std::move(sentence)};
}

/// Nobody has filed the request that would prolong it.
AuthorisationGap gap_without_request(const ProcedureCase& file, Date term, const std::optional<Date>& lawful, Date today) {
  if (today > term) return made_gap(GapRisk::certain, term, {}, tr("The authorisation ended on {1}, and its renewal was not filed.", {tr_date(term)}));
  const auto from_today = simulate(*file.regime, today, Chronicle{file}.choice);
  if ((lawful && today > *lawful) || (from_today.end && *from_today.end > term))
    return made_gap(GapRisk::expected, term, from_today.end,
                    tr("The authorisation ends on {1}, and its renewal is not filed yet: filed today, it would come too late.", {tr_date(term)}));
  if (!from_today.end_extended || *from_today.end_extended > term)
    return made_gap(
        GapRisk::possible, term, from_today.end_extended,
        tr("The authorisation ends on {1}, and its renewal is not filed yet: filed today, the longest procedure would end after it.", {tr_date(term)}));
  return {};
}

AuthorisationGap gap_of(const ProcedureCase& file, const ProcedureStanding& standing, const ProcedureCase* next, const ProcedureStanding* renewing,
                        Date today) {
  if (!standing.renewal) return {};
  const auto term = standing.renewal->term;
  const bool pursued = renewing && renewing->filed && renewing->state != ProcedureState::refused && renewing->state != ProcedureState::withdrawn;
  if (!pursued) return gap_without_request(file, term, standing.renewal->lawful, today);
  if (renewing->granted) {
    if (*renewing->granted <= term.plus_days(1)) return {};
    return made_gap(GapRisk::certain, term, renewing->granted,
                    tr("The authorisation ended on {1}; the next one is only of {2}.", {tr_date(term), tr_date(*renewing->granted)}));
  }
  const auto* decision = renewing->decision(*next->regime);
  const auto best = decision ? decision->best : std::nullopt, worst = decision ? decision->worst : std::nullopt;
  if (today > term) return made_gap(GapRisk::certain, term, {}, tr("The authorisation ended on {1}, and its renewal is not decided.", {tr_date(term)}));
  if (best && *best > term)
    return made_gap(GapRisk::expected, term, best, tr("The authorisation ends on {1}; its renewal would be decided by {2}.", {tr_date(term), tr_date(*best)}));
  if (!worst || *worst > term)
    return made_gap(GapRisk::possible, term, worst,
                    worst ? tr("The authorisation ends on {1}; with all extensions its renewal is decided by {2}.", {tr_date(term), tr_date(*worst)})
                          : tr("The authorisation ends on {1}; nothing bounds when its renewal is decided.", {tr_date(term)}));
  return {};
}

} // namespace

std::string_view word_of(GapRisk risk) {
  static constexpr std::array<std::string_view, 4> words = {"none", "possible", "expected", "certain"};
  return words[static_cast<std::size_t>(risk)];
}

std::vector<ProcedureStanding> standings_of(const std::vector<ProcedureCase>& files, Date today) {
  std::vector<ProcedureStanding> standings;
  standings.reserve(files.size());
  std::unordered_map<std::int64_t, std::size_t> renewed_by; // the last one recorded counts: a first try may have been refused
  for (std::size_t i = 0; i < files.size(); ++i) {
    standings.push_back(standing_of(files[i], today));
    if (const auto renews = files[i].procedure.renews) renewed_by[renews.number()] = i;
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto next = renewed_by.find(files[i].procedure.id.number());
    const bool none = next == renewed_by.end();
    standings[i].gap = gap_of(files[i], standings[i], none ? nullptr : &files[next->second], none ? nullptr : &standings[next->second], today);
  }
  return standings;
}

} // namespace hdskit
