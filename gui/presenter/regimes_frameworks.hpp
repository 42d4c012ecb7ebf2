#pragma once

#include "gui/presenter/regimes_map.hpp"
#include "gui/presenter/rows.hpp"
#include "gui/presenter/session.hpp"
#include "toolkit/dossier/taken_over.hpp"

namespace hdskit::gui {

// Which regimes there are, what each asks, and what it means to follow one.

/// Title, use, requirements, obligations, documents, version, publisher, confidence. Keys: ids.
ListRows regime_rows(const RegimesMap& map, std::string_view words = {});
/// How many are followed; what to do first when none is.
Cell regimes_sentence(const RegimesMap& map);
/// What the framework is, how sure we are of it, how far its answers are; a newer version when there is one.
std::vector<Cell> regime_sentences(const RegimesMap& map, const KnownRegime& regime);
/// “What it will ask”: theme, items, answered, demonstrated. Keys: ids of obligations.
ListRows asked_rows(const RegimesMap& map, const KnownRegime& regime);

/// What following a framework would bring: what is answered already, by whom, and what may be taken over.
struct FollowingOffer {
  const KnownRegime* regime = nullptr;
  TakeOverOffer what;
  std::vector<Cell> sentences;
};
FollowingOffer following_offer(const RegimesMap& map, const KnownRegime& regime);
/// Item, title, answered as, documents; reports after answers. Keys: items, for a report with its code before.
ListRows offered_rows(const FollowingOffer& offer);

/// One step of undo: the framework is followed and, if `take`, the answers are taken over, each citing where it comes from, and the reports are linked. Throws
/// Problem.
void follow_regime(Session& session, const FollowingOffer& offer, bool take);
void stop_following(Session& session, const KnownRegime& regime); ///< answers stay
/// Why the framework cannot be followed or let go now; "": it can.
std::string follow_fault(const KnownRegime& regime);
std::string stop_fault(const KnownRegime& regime);

/// What the version that comes with the program changes, id by id: sentence, then lists. Throws Problem.
std::vector<Cell> upgrade_sentences(const Workspace& workspace, const KnownRegime& regime);
void upgrade_regime(Session& session, const KnownRegime& regime);

} // namespace hdskit::gui
