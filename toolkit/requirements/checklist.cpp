#include "toolkit/requirements/checklist.hpp"

#include "toolkit/base/closest.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

template <typename Entry> const Entry* by_id(const std::vector<Entry>& entries, std::string_view id) {
  const auto exact = std::ranges::find(entries, id, &Entry::id); // nearly always; folding each id of a large checklist takes milliseconds
  if (exact != entries.end()) return &*exact;
  const auto wanted = folded(id);
  const auto found = std::ranges::find_if(entries, [&](const Entry& entry) { return folded(entry.id) == wanted; });
  return found == entries.end() ? nullptr : &*found;
}

} // namespace

std::size_t Checklist::requirement_count() const {
  return static_cast<std::size_t>(std::ranges::count_if(items, [](const Item& item) { return item.part_of.empty(); }));
}

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
  std::vector<std::string_view> known;
  for (const auto& each : items) known.push_back(each.id);
  return closest(item, known, count);
}

std::string version_words(const Article& article) { return article.version ? tr("version of {1}", {tr_date(*article.version)}) : tr("undated"); }

} // namespace hdskit
