#pragma once

#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/risk/study_rules.hpp"
#include "toolkit/risk/study_store.hpp"

#include <map>
#include <random>

namespace tests {

/// A study that may be kept, full of awkward texts; the same one for the same seed.
class RandomStudy {
public:
  explicit RandomStudy(unsigned seed) : random_{seed} {}

  hdskit::Study make() {
    hdskit::Study study;
    study.scale = hdskit::shipped_scales()[below(hdskit::shipped_scales().size())];
    hdskit::for_each_list(study, [&]<typename Record>(const char*, std::vector<Record>& list) {
      list.resize(below(7));
      auto& references = references_[std::string{Record::type().kind}];
      for (std::size_t i = 0; i < list.size(); ++i)
        references.push_back(std::string{hdskit::reference_prefix(Record::type().kind)} + (below(2) ? "" : "é ") + std::to_string(i + 1));
    });
    if (study.operational_scenarios.empty()) study.elementary_actions.clear();
    if (below(2)) fill(study, study.frame, "EBIOS 2026");
    hdskit::for_each_list(study, [&]<typename Record>(const char*, std::vector<Record>& list) {
      for (std::size_t i = 0; i < list.size(); ++i) fill(study, list[i], references_[std::string{Record::type().kind}][i]);
    });
    for (std::size_t i = 0; i < study.elementary_actions.size(); ++i) order(study, i);
    return study;
  }

private:
  std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>{0, count - 1}(random_); }

  std::string words() {
    static constexpr const char* some[] = {"évènement", "« redouté »", "R&D", "\"cité\"", "a\\b", "l’hôpital", "3,5", "{x}", "\u00a0n°", "😀", "=1+1", "</td>"};
    std::string text = some[below(std::size(some))];
    for (auto i = below(4); i-- > 0;) text += std::string{" "} + some[below(std::size(some))];
    return text;
  }

  template <typename Record> void fill(const hdskit::Study& study, Record& record, const std::string& reference) {
    using hdskit::FieldKind;
    for (const auto& field : Record::type().fields) {
      if (field.name == "reference") field.set(record, reference);
      else if (!field.refers_to.empty()) field.set(record, field.name == "after" ? "" : citations(field));
      else if (field.required || below(3) > 0) field.set(record, value(study, std::string{Record::type().kind}, field));
    }
  }

  template <typename Field> std::string citations(const Field& field) {
    std::string text;
    for (auto count = field.kind == hdskit::FieldKind::list ? below(4) : field.required ? 1 : below(2); count-- > 0;) {
      const auto& known = references_[hdskit::split(field.refers_to, ' ').front()];
      if (!known.empty()) text += (text.empty() ? "" : "; ") + known[below(known.size())];
    }
    return text;
  }

  template <typename Field> std::string value(const hdskit::Study& study, const std::string& kind, const Field& field) {
    using hdskit::FieldKind;
    switch (field.kind) {
      case FieldKind::choice: return std::string{field.choices[below(field.choices.size())].word};
      case FieldKind::date: return hdskit::Date::of(2026, 1, 1)->plus_days(static_cast<int>(below(1000))).iso();
      case FieldKind::number: {
        const auto grades = hdskit::grade_limit(study.scale, kind, field.name);
        return std::to_string(grades ? 1 + below(static_cast<std::size_t>(grades)) : below(101));
      }
      case FieldKind::list: return words() + "; " + words();
      case FieldKind::long_text: return words() + "\r\n\t" + words() + "\n";
      default: return words();
    }
  }

  /// After actions of the same scenario that come before it in the list: no circle.
  void order(hdskit::Study& study, std::size_t place) {
    auto& action = study.elementary_actions[place];
    for (std::size_t i = 0; i < place; ++i)
      if (study.elementary_actions[i].operational_scenario == action.operational_scenario && below(2))
        action.after.push_back(study.elementary_actions[i].reference);
  }

  std::mt19937 random_;
  std::map<std::string, std::vector<std::string>> references_;
};

} // namespace tests
