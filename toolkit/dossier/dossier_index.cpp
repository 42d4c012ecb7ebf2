#include "toolkit/dossier/dossier_index.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/dossier/plan_order.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// nullptr for what is not there.
template <typename Map, typename Key> auto value_in(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : found->second;
}

} // namespace

DossierIndex::DossierIndex(const DossierInput& input) : items_in_order_{hdskit::items_in_order(input.checklist)} {
  for (const auto& answer : input.answers) answers_.emplace(answer.item, &answer);
  std::vector<const Evidence*> by_code;
  for (const auto& piece : input.evidence) {
    evidence_.emplace(folded(piece.code), &piece);
    by_code.push_back(&piece);
  }
  std::ranges::stable_sort(by_code, {}, &Evidence::code);
  for (const auto* piece : by_code)
    for (const auto& item : piece->requirements) {
      auto& linked = evidence_for_[item];
      if (linked.empty() || linked.back() != piece) linked.push_back(piece);
    }
  for (const auto& article : input.checklist.articles) articles_.emplace(folded(article.id), &article);
  for (const auto& form : input.checklist.forms)
    for (const auto& section : form.sections)
      for (const auto& item : section.items) forms_.emplace(item, &form);
}

const Answer* DossierIndex::answer_to(std::string_view item) const { return value_in(answers_, item); }
const Evidence* DossierIndex::evidence_coded(std::string_view code) const { return value_in(evidence_, folded(code)); }
const Article* DossierIndex::article(std::string_view id) const { return value_in(articles_, folded(id)); }
const Form* DossierIndex::form_of(std::string_view item) const { return value_in(forms_, item); }

std::string DossierIndex::label_of(const Item& item) const {
  const auto* found = article(item.article);
  return (found ? found->label : item.article) + " " + item.number + " – " + item.title.in_current_language();
}

const std::vector<const Evidence*>& DossierIndex::evidence_for(std::string_view item) const {
  static const std::vector<const Evidence*> none;
  const auto found = evidence_for_.find(item);
  return found == evidence_for_.end() ? none : found->second;
}

} // namespace hdskit
