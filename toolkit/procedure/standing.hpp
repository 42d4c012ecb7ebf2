#pragma once

#include "toolkit/procedure/chronicle.hpp"
#include "toolkit/procedure/renewal.hpp"

namespace hdskit {

enum class StageState {
  waiting, ///< what starts it has not happened
  running,
  suspended,
  late,              ///< its limit ran out, and silence means nothing
  passed_on,         ///< its limit ran out, and the file goes on without an answer
  deemed_favourable, ///< its limit ran out, and silence is a yes
  deemed_rejected,   ///< its limit ran out, and silence is a no
  answered,
  waived
};
std::string_view word_of(StageState state); ///< "running"
const char* label_of(StageState state);     ///< marked message

/// Where a stage stands. Planned, legal and actual dates stay apart.
struct StageStanding {
  std::string id;
  StageState state = StageState::waiting;
  std::optional<Date> start;              ///< of the clock; unknown behind a stage of unknown length
  bool start_assumed = false;             ///< the event that starts it, or the reception, is not recorded
  std::optional<Date> planned;            ///< as it looked on the day of the filing, without extension
  std::optional<Date> latest;             ///< the last day by law, with the extensions and suspensions recorded
  std::optional<Date> latest_moved;       ///< by the other reading of an end on a day off, when it differs
  std::optional<Date> by_stages;          ///< had each extension been counted from the end before, when that differs
  std::optional<Date> prudent;            ///< the earliest reading, a working day: for the one who must act in time
  std::optional<std::string> last_moment; ///< for a limit in hours
  std::optional<Date> implicit_decision;  ///< the day on which silence decides, or decided
  std::optional<Date> actual;             ///< the day of its outcome
  Favour favour = Favour::unsaid;
  std::string evidence; ///< that proves the outcome
  int extensions = 0, suspended_days = 0;
  bool hypothetical = false;       ///< `latest` rests on an assumption, or no text sets one
  std::optional<Date> best, worst; ///< its end: without, and with, all further extensions; worst unknown when nothing bounds it
};

enum class ProcedureState { drafting, under_way, granted, refused, withdrawn, finished };
std::string_view word_of(ProcedureState state); ///< "under_way"
const char* label_of(ProcedureState state);     ///< marked message

struct DutyStanding {
  std::string id;
  Date due;
  std::optional<Date> last_done;
  int occurrence = 1; ///< 1 for the first one, and one more each time it was done
};

/// Whether there will be days without an authorisation.
enum class GapRisk {
  none,
  possible, ///< if authorities take their extensions, or nothing bounds them
  expected, ///< even if every authority answers on the last day of its plain limit
  certain   ///< the authorisation has ended, or will have ended when the next one begins
};
std::string_view word_of(GapRisk risk);

struct AuthorisationGap {
  GapRisk risk = GapRisk::none;
  std::optional<Date> from, until; ///< the first day without, and the last, as far as they are known
  std::string sentence;            ///< in the current language; "" when there is none
};

struct ProcedureStanding {
  ProcedureState state = ProcedureState::drafting;
  std::optional<Date> filed;
  Date counted_from;                 ///< the filing, or the day that is assumed for it
  std::vector<StageStanding> stages; ///< in the order of the regime
  std::optional<Date> granted;       ///< also when silence granted it
  std::optional<Date> refused;       ///< also when silence rejected it
  bool by_silence = false;
  std::optional<Date> appeal;         ///< the last day to bring a refusal before the court, by the prudent reading
  std::optional<RenewalPlan> renewal; ///< once granted for a term
  std::vector<DutyStanding> duties;   ///< once granted, until the term
  AuthorisationGap gap;               ///< filled in by standings_of

  const StageStanding* find(std::string_view stage) const;
  const StageStanding* decision(const Regime& regime) const;
};

/// Pure; the same for every list of events, also one that check_event would refuse. Throws Problem bad_input when the years run out.
ProcedureStanding standing_of(const ProcedureCase& file, Date today);

/// Of all, with the gaps between an authorisation and the one that renews it.
std::vector<ProcedureStanding> standings_of(const std::vector<ProcedureCase>& files, Date today);

} // namespace hdskit
