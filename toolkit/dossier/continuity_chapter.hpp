#pragma once

#include "toolkit/dossier/chapter.hpp"

namespace hdskit::chapters {

constexpr std::size_t most_drawn_chains = 6; ///< of broken promises; the others are told in the table

// The parts of the chapters of continuity and recovery.
Words analysis_words(const ChapterInput& input); ///< activities, impacts over time, objectives
Words chain_words(const ChapterInput& input);    ///< what breaks a promise or cannot be relied on, with its way
Words exercise_words(const ChapterInput& input); ///< held and planned exercises, corrective actions, coverage, programme of three years
Words care_words(const ChapterInput& input);     ///< CaRE programme, domain 2
Words recovery_words(const ChapterInput& input); ///< services: promised, planned, achieved; restore order; backups

/// A link to the annex that bears this code, the code itself when none does; Markdown.
std::string document_link(const ChapterInput& input, const std::string& code);

} // namespace hdskit::chapters
