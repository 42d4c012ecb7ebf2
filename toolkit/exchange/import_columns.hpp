#pragma once

#include "toolkit/exchange/record_import.hpp"

namespace hdskit {

/// What a person may have typed for a name: letter case, accents, spaces and punctuation aside. "" when nothing is left.
std::string name_key(std::string_view text);

/// What the headings of a table mean for a kind of records. The nearer name wins: the field's own, then those of the rules, then the labels, then
/// all of them without what stands in parentheses ("Gravité initiale (G)").
class ImportColumns {
public:
  ImportColumns(const RecordKind& kind, const ImportRules& rules);

  static constexpr std::size_t passed_over = static_cast<std::size_t>(-1);
  /// The fields that a heading may mean, or passed_over alone; none when it is unknown.
  std::vector<std::size_t> meanings_of(std::string_view heading) const;

  /// The known headings that are near this one, or all of them, for a sentence.
  std::string unknown_heading(const std::string& heading) const;

private:
  using Level = std::map<std::string, std::vector<std::size_t>>;
  struct Proposal {
    std::string text, label; ///< what a person may have meant, and how the column is called in the person's language
  };
  static void name(Level& level, std::string_view text, std::size_t field);
  void keep(const Level& level);

  Level meanings_;
  std::vector<std::string> labels_;
  std::vector<Proposal> proposals_;
};

} // namespace hdskit
