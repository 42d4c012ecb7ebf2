#pragma once

#include "gui/presenter/form.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

// Fields whose text names other records by their references: "ER1; ER3".

/// What a person typed or chose, as it is stored: labels and other letter cases become the reference that they mean, each stands once. What means no
/// record is kept as it was typed.
std::string citation_text(const FormField& field, std::string_view typed);

/// What is cited, as people read it: "ER1 – Dossiers divulgués; ⚠ ER9 – not found". References that lead nowhere come first. The first few only.
std::string citation_words(const FormField& field, std::string_view typed);

/// Choosing what to cite from a list that may be searched. References that lead nowhere stand in it, so that they can be let go.
class CitationChoice {
public:
  CitationChoice(FormField field, std::string_view typed);

  struct Line {
    std::string reference, label;
    bool chosen = false;
    bool operator==(const Line&) const = default;
  };
  const std::vector<Line>& lines() const { return shown_; } ///< those that hold the words sought
  void seek(std::string_view words);
  void choose(std::size_t line, bool chosen); ///< of lines(); when the field cites one record, the others are let go
  std::string sentence() const;               ///< how many there are, are shown, are chosen
  std::string text() const;                   ///< as it is stored: what was chosen before stays in its order, the new ones follow

private:
  FormField field_;
  std::vector<FormChoice> all_;
  std::vector<std::string> chosen_;
  std::string words_;
  std::vector<Line> shown_;
};

} // namespace hdskit::gui
