#pragma once

#include "gui/presenter/form.hpp"
#include "gui/presenter/risk_map.hpp"
#include "gui/presenter/rows.hpp"
#include "gui/presenter/session.hpp"
#include "toolkit/page/mapped_drawing.hpp"
#include "toolkit/risk/scale_change.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace hdskit::gui {

// Another scale or matrix for the study: what it would move is shown before anybody decides.

/// The scale in force first, then those that come with the program by their ids; "" is the one in force.
std::vector<FormChoice> scale_choices(const RiskScale& in_force);
/// Throws Problem not_found for an id that none of them has.
RiskScale chosen_scale(const RiskScale& in_force, const std::string& id);
/// Reads one that the hospital keeps in a file (JSON). Throws Problem bad_input naming every defect.
RiskScale scale_in_file(const std::filesystem::path& file);

/// How it grades: “4 grades of gravity, 4 of likelihood, 3 levels; borne without signature up to “Medium””.
std::string scale_in_words(const RiskScale& scale);

/// The risks after treatment on the scale in force and on the other one, beside each other; those that move are drawn strong.
page::MappedDrawing scale_figure(const RiskMap& map, const ScaleChange& change);
ListRows move_rows(const ScaleChange& change);
Cell move_sentence(const ScaleChange& change);

/// One step that undo takes back; the sentence to tell. Throws Problem refused when the study changed since it was previewed.
std::string take_scale(Session& session, const ScaleChange& change);

} // namespace hdskit::gui
