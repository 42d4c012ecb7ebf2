#pragma once

#include "toolkit/dossier/dossier_input.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace hdskit {

/// Where everything of a DossierInput is, built once by whoever asks for many items: with thousands of them, the functions of DossierInput
/// and Checklist, which look through the lists, would take minutes. Same answers as theirs. Points into `input`, which must not change meanwhile.
class DossierIndex {
public:
  explicit DossierIndex(const DossierInput& input);

  const Answer* answer_to(std::string_view item) const;
  const Evidence* evidence_coded(std::string_view code) const;                       ///< letter case aside
  const std::vector<const Evidence*>& evidence_for(std::string_view item) const;     ///< by code
  const Article* article(std::string_view id) const;                                 ///< letter case aside
  const Form* form_of(std::string_view item) const;                                  ///< the form whose sections gather the item, or nullptr
  std::string label_of(const Item& item) const;                                      ///< "R. 1111-12 5° – Contrats types", title in the current language
  const std::vector<const Item*>& items_in_order() const { return items_in_order_; } ///< as the forms present them

private:
  template <typename Value> using ById = std::unordered_map<std::string_view, Value>;
  template <typename Value> using ByFolded = std::unordered_map<std::string, Value>;

  ById<const Answer*> answers_;
  ByFolded<const Evidence*> evidence_;
  ById<std::vector<const Evidence*>> evidence_for_;
  ByFolded<const Article*> articles_;
  ById<const Form*> forms_;
  std::vector<const Item*> items_in_order_;
};

} // namespace hdskit
