#pragma once

#include "toolkit/backup/restore_report.hpp"
#include "toolkit/page/drawing.hpp"

#include <optional>
#include <string>

namespace hdskit {

// French words of restore tests, for the report of one test and the chapter of a year's tests: they are papers of a French file, whatever the person's
// language.

std::string verdict_title(RunVerdict verdict); ///< "Restauration prouvée"
std::string verdict_word(RunVerdict verdict);  ///< "prouvé": in a table
const char* verdict_sign(RunVerdict verdict);  ///< before it, so that nothing is told by colour alone
page::Colour verdict_colour(RunVerdict verdict);
std::string proof_level_text(ProofLevel level);           ///< "L3 – identique à une référence indépendante"
std::string restore_reason_text(std::string_view reason); ///< of a word of judge_restore.hpp; the word itself when it is not known
std::string restore_action_text(std::string_view reason); ///< what to do about it
std::string phase_title(std::string_view phase);          ///< of a word of restore_phases()
std::string reference_title(ReferenceKind kind);
std::string reference_strength(ReferenceKind kind); ///< what a comparison with it is worth, as a sentence
std::string source_kind_text(std::string_view word);
std::string copy_text(std::string_view word);
std::string trigger_text(RunTrigger trigger);
std::string aspect_title(Aspect aspect);
std::string aspect_title(std::string_view word); ///< the word itself when it is not known

std::string seconds_text(std::int64_t seconds);                       ///< "45 s", "2 min 05 s", "2 h 48", "3 j": as exact as it matters
std::string short_date(const std::optional<Date>& date);              ///< "22/11/2026", for narrow columns; "–" when there is none
std::string age_text(const std::optional<std::chrono::seconds>& age); ///< "–" when there is none
std::string moment_text(const std::optional<Instant>& moment);        ///< "22 novembre 2026 à 10 h 15 (UTC)", "–" when there is none
std::string share_text(double share);                                 ///< "0,15 %": of at most 1, never rounded to less than it is
std::string digest_text(const std::optional<Digest>& digest);         ///< "–" when there is none

} // namespace hdskit
