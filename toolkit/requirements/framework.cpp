#include "toolkit/requirements/framework.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/markup/paragraphs.hpp"

#include <algorithm>
#include <unordered_map>

namespace hdskit {
namespace {

bool same(const Bilingual& left, const Bilingual& right) { return left.french == right.french && left.english == right.english; }

/// Where lines end is no change of wording.
bool same_words(const Bilingual& left, const Bilingual& right) {
  return collapsed(left.french) == collapsed(right.french) && collapsed(left.english) == collapsed(right.english);
}

bool same_evidence(const Item& before, const Item& after) {
  return std::ranges::equal(before.evidence, after.evidence, [](const ExpectedEvidence& left, const ExpectedEvidence& right) {
    return left.id == right.id && left.mandatory == right.mandatory && same(left.label, right.label);
  });
}

bool asks_the_same(const Item& before, const Item& after) {
  return before.kind == after.kind && before.mandatory == after.mandatory && before.demonstration == after.demonstration &&
         before.choosable == after.choosable && before.activities == after.activities && folded(before.part_of) == folded(after.part_of) &&
         same_evidence(before, after);
}

std::unordered_map<std::string, const Item*> items_by_id(const Checklist& checklist) {
  std::unordered_map<std::string, const Item*> items;
  for (const auto& item : checklist.items) items.emplace(folded(item.id), &item);
  return items;
}

} // namespace

std::span<const Choice> choices_of(FrameworkUse) {
  static constexpr Choice choices[] = {{"reference", marked("kept for reference")}, {"followed", marked("followed")}};
  return choices;
}

const RecordType<Framework>& Framework::type() {
  static const Field<Framework> fields[] = {
      field<&Framework::reference>("reference", marked("Reference"), Need::required),
      field<&Framework::version>("version", marked("Version")),
      field<&Framework::title>("title", marked("Title"), Need::required),
      field<&Framework::publisher>("publisher", marked("Publisher")),
      field<&Framework::origin>("origin", marked("Origin")),
      field<&Framework::digest>("digest", marked("SHA-256 digest"), Need::required),
      field<&Framework::source_digest>("source_digest", marked("SHA-256 digest of the source")),
      field<&Framework::use>("use", marked("Use")),
      field<&Framework::applied_on>("applied_on", marked("Followed since")),
      long_field<&Framework::note>("note", marked("Note")),
  };
  static const RecordType<Framework> type{"framework", marked("framework"), fields};
  return type;
}

FrameworkDifference difference_between(const Checklist& before, const Checklist& after) {
  const auto old_items = items_by_id(before), new_items = items_by_id(after);
  FrameworkDifference difference;
  for (const auto& item : after.items) {
    const auto found = old_items.find(folded(item.id));
    if (found == old_items.end()) {
      difference.added.push_back(item.id);
      continue;
    }
    const auto& old = *found->second;
    if (!same(old.title, item.title) || !same_words(old.wording, item.wording)) difference.reworded.push_back(item.id);
    if (old.number != item.number || folded(old.article) != folded(item.article)) difference.renumbered.push_back(item.id);
    if (!asks_the_same(old, item)) difference.asked_otherwise.push_back(item.id);
  }
  for (const auto& item : before.items)
    if (!new_items.contains(folded(item.id))) difference.removed.push_back(item.id);
  return difference;
}

ItemPlace find_item(const std::vector<Checklist>& checklists, std::string_view item) {
  for (const auto& checklist : checklists)
    if (const auto* found = checklist.find_item(item)) return {&checklist, found};
  return {};
}

} // namespace hdskit
