#include "toolkit/requirements/checklist.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <numeric>

namespace hdskit {
namespace {

/// Levenshtein distance, one row at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replace, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

template <typename Entry> const Entry* by_id(const std::vector<Entry>& entries, std::string_view id) {
  const auto wanted = folded(id);
  const auto found = std::ranges::find_if(entries, [&](const Entry& entry) { return folded(entry.id) == wanted; });
  return found == entries.end() ? nullptr : &*found;
}

} // namespace

const std::string& Bilingual::in_current_language() const { return current_language() == Language::french ? french : english; }

const Item* Checklist::find_item(std::string_view item) const { return by_id(items, item); }
const Article* Checklist::find_article(std::string_view article) const { return by_id(articles, article); }
const Obligation* Checklist::find_obligation(std::string_view obligation) const { return by_id(obligations, obligation); }

const FormSection* Checklist::section_of(std::string_view item) const {
  const auto wanted = folded(item);
  for (const auto& form : forms)
    for (const auto& section : form.sections)
      for (const auto& shown : section.items)
        if (folded(shown) == wanted) return &section;
  return nullptr;
}

std::vector<std::string> Checklist::closest_items(std::string_view item, std::size_t count) const {
  const auto typed = folded(item.substr(0, 60)); // nobody mistypes a longer id
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const auto& known : items) ranked.emplace_back(edit_distance(typed, folded(known.id)), known.id);
  std::ranges::stable_sort(ranked, {}, &std::pair<std::size_t, std::string>::first);
  std::vector<std::string> closest;
  for (const auto& [distance, candidate] : ranked)
    if (closest.size() < count) closest.push_back(candidate);
  return closest;
}

} // namespace hdskit
