#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/regimes_map.hpp"

namespace hdskit::gui::pages {

// What the page “Regimes” asks before it changes something. Each tells how it came out.

/// What is answered already, and whether those answers are taken over.
void follow_a_regime(const Desk& desk, wxWindow* owner, std::shared_ptr<const RegimesMap> map, const KnownRegime& regime);
void stop_following_regime(const Desk& desk, wxWindow* owner, KnownRegime regime); // by value: the page may read anew meanwhile
void upgrade_a_regime(const Desk& desk, wxWindow* owner, KnownRegime regime);
/// One question at a time; the outcome is recorded when the person wants it.
void ask_scope(const Desk& desk, wxWindow* owner);
/// Where to, and the sentence of the référentiel; what is missing is told first.
void write_transfers(const Desk& desk, wxWindow* owner, std::shared_ptr<const RegimesMap> map);

} // namespace hdskit::gui::pages
