#pragma once

#include "toolkit/workspace/workspace.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hdskit {

/// One line of the change journal. Each digest covers the line and the digest before it, so that nothing can be altered,
/// removed or slipped in between without breaking every later link.
struct JournalEntry {
  std::int64_t number = 0; ///< 1, 2, 3, … without a gap
  std::string at;          ///< instant, UTC, as written
  std::string actor, verb, kind, subject;
  std::string before, after; ///< JSON objects, "" when there is none
  std::string previous, digest;
};

/// Where the journal stood: quoted by filings, so that a cut tail is seen too.
struct JournalPosition {
  std::int64_t number = 0;
  std::string digest;
  bool operator==(const JournalPosition&) const = default;
};

struct JournalFilter {
  std::string kind, subject, actor; ///< "" takes all
  std::int64_t after = 0;           ///< only entries numbered above
  std::int64_t last = 0;            ///< only the last n; 0 takes all
  std::int64_t until = 0;           ///< only entries numbered up to; 0 takes all
  std::string since;                ///< only entries of that instant or later, "2026-11-22T10:15:00Z"; "" takes all
  std::string words;                ///< each occurs in actor, verb, kind, subject or after, letter case and accents aside; "" takes all
};

/// Oldest first.
std::vector<JournalEntry> journal_entries(const Workspace& workspace, const JournalFilter& filter = {});

// For a list that scrolls: all numbers, then the entries of the lines that are seen.
std::vector<std::int64_t> journal_numbers(const Workspace& workspace, const JournalFilter& filter = {}); ///< newest first; without words nothing else is read
/// In the order of `numbers`, at most 500 of them (std::logic_error beyond); what is not there is left out.
std::vector<JournalEntry> journal_entries_numbered(const Workspace& workspace, std::span<const std::int64_t> numbers);

JournalPosition journal_position(const Workspace& workspace);

/// SHA-256 over the fields of `entry`, each preceded by its length, then `previous`.
std::string journal_digest(const JournalEntry& entry);

struct BrokenLink {
  std::int64_t number = 0; ///< the first entry that does not hold
  std::string sentence;    ///< what is wrong with it
};
/// Recomputes the whole chain, and checks that its end is where the workspace and its filings remember it.
std::optional<BrokenLink> verify_journal(const Workspace& workspace, const Progress& progress = {});

} // namespace hdskit
