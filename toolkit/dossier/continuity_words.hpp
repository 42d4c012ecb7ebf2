#pragma once

#include "toolkit/continuity/continuity.hpp"
#include "toolkit/dossier/words.hpp"

#include <optional>

namespace hdskit {

// What the dossier and the crisis booklet print alike, in the language of the thread (LanguageScope). Pure.

/// A person's text as Markdown; several lines become a list.
std::string lines_as_markdown(std::string_view text);

/// The plans of one kind, or all, with their steps (`steps`) in the order in which they begin; figures: "chemin-1", …, the critical path of each as a time
/// line.
Words plan_words(const Continuity& continuity, std::optional<PlanKind> kind = std::nullopt);

/// `backups`: where data is saved, how often, for how long, and when it was restored last.
Words::List backup_rows(const Continuity& continuity);

/// `restored`: what comes back when, by the recovery plans, beside what is promised.
Words::List restore_rows(const Continuity& continuity);

/// References with their names, parted by commas; "–" for none. Names of services, activities and components.
std::string named_references(const Continuity& continuity, const std::vector<std::string>& references);

} // namespace hdskit
