#pragma once

#include "toolkit/base/field.hpp"
#include "toolkit/requirements/checklist.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

using FrameworkId = Id<struct FrameworkTag>;

/// reference: to look things up and to map to; followed: the hospital answers it, beside its main checklist.
enum class FrameworkUse { reference, followed };
std::span<const Choice> choices_of(FrameworkUse);

/// A framework that the workspace keeps beside its main checklist. Its text lies in the vault, in the house format.
struct Framework {
  FrameworkId id;
  std::string reference; ///< Checklist::id: "hds-v2"; unique, letter case aside
  std::string version;   ///< Checklist::version
  std::string title, publisher;
  std::string origin;        ///< shipped_origin, or the name of the file that it was read from
  std::string digest;        ///< SHA-256 of the house XML, 64 hexadecimal digits
  std::string source_digest; ///< of the foreign file that it was made from; "" for none
  FrameworkUse use = FrameworkUse::reference;
  std::optional<Date> applied_on; ///< since when it is followed
  std::string note;
  static const RecordType<Framework>& type();
};

constexpr std::string_view shipped_origin = "hdskit";

/// What a new version of a framework changes, by id of its items. Letter case aside; in the order of the version that holds them.
struct FrameworkDifference {
  std::vector<std::string> added, removed;
  std::vector<std::string> reworded;        ///< another title or wording
  std::vector<std::string> renumbered;      ///< another number or article
  std::vector<std::string> asked_otherwise; ///< another kind, duty, demonstration, expected evidence, whole, applicability or activities
  std::vector<std::string> kept_answers;    ///< of `removed`: those that were answered; the answers stay. Known to the store
  std::vector<std::string> answers_to_read; ///< of `reworded` and `asked_otherwise`: those that were answered. Known to the store
  bool none() const { return added.empty() && removed.empty() && reworded.empty() && renumbered.empty() && asked_otherwise.empty(); }
};
FrameworkDifference difference_between(const Checklist& before, const Checklist& after);

/// Where an item stands.
struct ItemPlace {
  const Checklist* checklist = nullptr;
  const Item* item = nullptr;
  explicit operator bool() const { return item != nullptr; }
};
ItemPlace find_item(const std::vector<Checklist>& checklists, std::string_view item); ///< letter case aside

} // namespace hdskit
