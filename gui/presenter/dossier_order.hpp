#pragma once

#include "toolkit/dossier/build_dossier.hpp"

#include <filesystem>
#include <string>

namespace hdskit::gui {

/// What the person asks of a build or a filing, as it stands in the controls.
struct OrderTexts {
  std::string date, version, output;
  bool annexes = true, odt = false;
  std::string framework = {}; ///< as DossierOrder has it; chosen above the form
  bool operator==(const OrderTexts&) const = default;
};

/// What is proposed at first: today, the next number, a name that tells the framework beside the main one, hospital and day in `folder`.
OrderTexts proposed_order(const std::filesystem::path& folder, const std::string& host, Date day, const std::string& framework = {});
/// The same for filing number `filing`, whose files are never replaced by those of a later build.
OrderTexts proposed_filing(const std::filesystem::path& folder, const std::string& host, Date day, std::size_t filing, const std::string& framework = {});

/// “dossier-chi-d-essai-2026-11-22.pdf”: letters that every file system, mail program and registry takes.
std::string proposed_name(const std::string& start, const std::string& host, Date day);

/// Why the order cannot be carried out, for the line below each control; "" when it can.
struct OrderFaults {
  std::string date, output;
  bool none() const { return date.empty() && output.empty(); }
};
OrderFaults faults_of(const OrderTexts& texts);

/// Call it when there are no faults. Throws Problem bad_input otherwise.
DossierOrder order_of(const OrderTexts& texts);

/// Whether a file of an earlier build, or somebody else's, stands where the order writes.
bool would_replace(const DossierOrder& order);

/// What a build made, in a sentence: pages, size, draft or not.
std::string built_sentence(const BuiltDossier& built);
/// Where it stands, what stands beside it, and its digest: text to read and copy.
std::string built_facts(const BuiltDossier& built);

} // namespace hdskit::gui
