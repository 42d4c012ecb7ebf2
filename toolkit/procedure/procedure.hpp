#pragma once

#include "toolkit/base/field.hpp"
#include "toolkit/procedure/regime.hpp"

#include <memory>

namespace hdskit {

using ProcedureId = Id<struct ProcedureTag>;
using ProcedureEventId = Id<struct ProcedureEventTag>;

/// Whose holidays count: those that the regime says, or others.
enum class ProcedureCalendar { of_regime, france, alsace_moselle, none };
std::span<const Choice> choices_of(ProcedureCalendar);

/// One request that the hospital pursues: an agrément, a certificate, an authorisation.
struct Procedure {
  ProcedureId id;
  std::string title;
  std::string regime;     ///< its id
  std::string regime_xml; ///< its own copy, frozen when it was started: a new version of the program never moves a procedure
  ProcedureCalendar calendar = ProcedureCalendar::of_regime;
  std::optional<Date> started_on;              ///< when the hospital began to work on it
  std::optional<std::int64_t> drafting_months; ///< how long it takes to write its file, for the renewal
  ProcedureId renews;                          ///< the procedure whose authorisation this one prolongs
  std::string owner;                           ///< who watches it
  std::string note;
  static const RecordType<Procedure>& type();
};

enum class EventKind {
  filed,     ///< what starts the regime
  received,  ///< the actor of a stage received the file
  extended,  ///< a stage took an extension
  opinion,   ///< a stage gave its opinion
  decision,  ///< a stage decided
  suspended, ///< the clock of a stage stands still
  resumed,
  waived,    ///< an optional stage is not needed
  done,      ///< a duty was done
  withdrawn, ///< the hospital took its request back
};
std::span<const Choice> choices_of(EventKind);

enum class Favour { unsaid, favourable, unfavourable };
std::span<const Choice> choices_of(Favour);

/// What happened, on what day, and the proof of it.
struct ProcedureEvent {
  ProcedureEventId id;
  ProcedureId procedure;
  std::string stage; ///< id of a stage, or of a duty (done); "" for what concerns the whole
  EventKind kind = EventKind::filed;
  std::optional<Date> date;
  std::string time_of_day; ///< "18:30", for limits in hours
  Favour favourable = Favour::unsaid;
  std::string evidence; ///< code of the document that proves it
  std::string note;
  static const RecordType<ProcedureEvent>& type();
};

/// Gives an opinion, decides, or says that the stage is not needed: what ends a stage.
bool is_outcome(EventKind kind);

/// A procedure with its regime and all that happened, by day.
struct ProcedureCase {
  Procedure procedure;
  std::shared_ptr<const Regime> regime;
  std::vector<ProcedureEvent> events;
};

} // namespace hdskit
