#include "toolkit/procedure/regime.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

template <typename Entry> const Entry* by_id(const std::vector<Entry>& entries, std::string_view id) {
  const auto found = std::ranges::find(entries, id, &Entry::id);
  return found == entries.end() ? nullptr : &*found;
}

} // namespace

std::string_view word_of(SilenceRule silence) {
  static constexpr std::array<std::string_view, 4> words = {"none", "passes_on", "deemed_favourable", "deemed_rejected"};
  return words[static_cast<std::size_t>(silence)];
}

std::string_view word_of(LimitUnit unit) {
  static constexpr std::array<std::string_view, 6> words = {"hours", "days", "working_days", "business_days", "months", "years"};
  return words[static_cast<std::size_t>(unit)];
}

const Stage* Regime::find_stage(std::string_view stage) const { return by_id(stages, stage); }
const Duty* Regime::find_duty(std::string_view duty) const { return by_id(duties, duty); }
const RegimeArticle* Regime::find_article(std::string_view article) const { return by_id(articles, article); }

std::string shown_article(const Regime& regime, std::string_view article) {
  const auto* found = regime.find_article(article);
  return found ? tr("{1}, version of {2}", {found->label, tr_date(found->version)}) : std::string{};
}

} // namespace hdskit
