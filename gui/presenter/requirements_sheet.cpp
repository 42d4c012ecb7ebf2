#include "gui/presenter/requirements_sheet.hpp"

#include "gui/presenter/form.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace hdskit::gui {
namespace {

std::string terms_of(const Requirement& requirement) {
  std::vector<std::string> terms;
  if (requirement.article) terms.push_back(version_words(*requirement.article));
  terms.push_back(requirement.item->mandatory ? tr("mandatory") : tr("optional"));
  if (requirement.item->demonstration) terms.push_back(tr("must be shown to work"));
  if (!requirement.item->part_of.empty()) terms.push_back(tr("part of {1}", {requirement.item->part_of}));
  if (requirement.item->choosable) terms.push_back(tr("may be excluded, with a justification"));
  if (const auto& activities = requirement.item->activities; !activities.empty()) {
    std::vector<std::string> numbers;
    for (const int activity : activities) numbers.push_back(std::to_string(activity));
    terms.push_back(tr("hosting activities: {1}", {joined(numbers, ", ")}));
  }
  return joined(terms, " · ");
}

Cell caution_of(const Requirement& requirement) {
  auto confidence = requirement.item->confidence;
  if (requirement.article) confidence = std::max(confidence, requirement.article->confidence);
  switch (confidence) {
    case Confidence::high: return {};
    case Confidence::medium: return {"⚠ " + tr("Known from a secondary source: to be checked."), Tone::warning};
    case Confidence::low: return {"⚠ " + tr("A reconstruction: to be checked."), Tone::warning};
  }
  return {};
}

/// A gap names its item first, for lists; beside the item that would only repeat the heading.
std::string without_heading(const std::string& sentence, const std::string& heading) {
  if (!sentence.starts_with(heading)) return sentence;
  auto rest = sentence.substr(heading.size());
  for (const std::string_view blank : {"\u00A0", "\u202F", " ", ":", " "})
    if (rest.starts_with(blank)) rest.erase(0, blank.size());
  if (rest.empty()) return sentence;
  if (rest[0] >= 'a' && rest[0] <= 'z') rest[0] = static_cast<char>(rest[0] - 'a' + 'A');
  return rest;
}

std::set<std::string> telling_words(const std::string& text) {
  constexpr std::size_t shortest = 4; // shorter ones join words
  std::set<std::string> words;
  std::string word;
  for (const char c : folded(text) + " ") {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (part) word += c;
    else if (word.size() >= shortest) words.insert(std::exchange(word, {}));
    else word.clear();
  }
  return words;
}

/// How clearly a document says that it is what is expected: by its code, or by most of the telling words in its title; 0: it does not. A
/// workspace records which documents serve an item, not which of its expectations each one meets.
std::size_t likeness(const Evidence& document, const ExpectedEvidence& expected) {
  constexpr std::size_t same = 1000, code_says_so = 200, hundred = 100;
  if (folded(document.code) == folded(expected.id)) return same;
  const auto title = telling_words(document.title);
  const auto code = folded(document.code.substr(0, document.code.find_first_of("-._")));
  std::size_t best = 0;
  for (const auto* label : {&expected.label.french, &expected.label.english}) {
    const auto wanted = telling_words(*label);
    const auto met = static_cast<std::size_t>(std::ranges::count_if(wanted, [&](const auto& word) { return title.contains(word); }));
    if (2 * met > wanted.size()) best = std::max(best, hundred * met / wanted.size());
    if (wanted.contains(code)) best = std::max(best, code_says_so);
  }
  return best;
}

/// The document that meets each expectation, the clearest first; nullptr where none says that it does.
std::vector<const Evidence*> matched(const std::vector<ExpectedEvidence>& expected, std::vector<const Evidence*>& free) {
  std::vector<const Evidence*> found(expected.size());
  for (;;) {
    std::size_t best = 0, place = 0;
    auto document = free.end();
    for (std::size_t i = 0; i < expected.size(); ++i)
      for (auto each = free.begin(); each != free.end() && !found[i]; ++each)
        if (const auto how = likeness(**each, expected[i]); how > best) {
          best = how;
          place = i;
          document = each;
        }
    if (best == 0) return found;
    found[place] = *document;
    free.erase(document);
  }
}

std::vector<Cell> expected_of(const Requirement& requirement) {
  std::vector<const Evidence*> free = *requirement.documents;
  const auto found = matched(requirement.item->evidence, free);
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto& expected = requirement.item->evidence[i];
    const auto label = expected.mandatory ? expected.label.in_current_language() : tr("{1} (optional)", {expected.label.in_current_language()});
    if (found[i]) cells.push_back({"✔ " + tr("{1}: [{2}]", {label, found[i]->code}), Tone::good});
    else if (!free.empty()) cells.push_back({"◔ " + tr("{1}: to be checked", {label}), Tone::neutral});
    else cells.push_back({"○ " + tr("{1}: not linked", {label}), expected.mandatory ? Tone::warning : Tone::faint});
  }
  return cells;
}

Cell expiry_cell(const Evidence& document, Date day) {
  if (!document.valid_until) return {"–", Tone::faint};
  const auto shown = shown_date(document.valid_until->iso());
  return *document.valid_until < day ? Cell{"✖ " + tr("expired on {1}", {shown}), Tone::bad} : Cell{shown};
}

ListRows document_rows(std::shared_ptr<const Standing> standing, std::vector<const Evidence*> documents) {
  const auto held = std::make_shared<const std::vector<const Evidence*>>(std::move(documents));
  const auto cells = [standing, held](std::size_t row) -> std::vector<Cell> {
    const auto& document = *held->at(row);
    return {{document.code}, expiry_cell(document, standing->day), {document.title}};
  };
  return {{{tr("Code")}, {tr("Valid until")}, {tr("Title")}}, held->size(), cells, [held, standing](std::size_t row) { return held->at(row)->code; }};
}

} // namespace

ItemSheet sheet_of(const Requirements& requirements, const Requirement& requirement) {
  ItemSheet sheet;
  sheet.id = requirement.item->id;
  sheet.label = requirement.label();
  sheet.heading = sheet.label + " – " + requirement.title();
  sheet.terms = terms_of(requirement);
  sheet.choosable = requirement.item->choosable || requirement.excluded();
  sheet.caution = caution_of(requirement);
  sheet.wording = requirement.item->wording.in_current_language();
  for (const auto* gap : requirement.gaps) sheet.gaps.push_back({"⚠ " + without_heading(gap->sentence, sheet.heading), Tone::warning});
  sheet.expected = expected_of(requirement);
  if (!sheet.expected.empty()) {
    sheet.expected.insert(sheet.expected.begin(), {tr("Documents expected, {1} linked:", {std::to_string(requirement.documents->size())})});
  }
  sheet.documents = document_rows(requirements.shared_standing(), *requirement.documents);
  return sheet;
}

ListRows documents_to_choose(const Requirements& requirements, std::string_view words, std::string_view but_linked_to) {
  const SoughtWords sought{words};
  const auto* requirement = requirements.find(but_linked_to);
  std::set<const Evidence*> left_out;
  if (requirement) left_out.insert(requirement->documents->begin(), requirement->documents->end());
  std::vector<const Evidence*> documents;
  for (const auto* some : {&requirements.standing().input.evidence, &requirements.standing().others})
    for (const auto& document : *some)
      if (!left_out.contains(&document) && (sought.empty() || sought.are_in(std::array{document.code, document.title, document.file_name})))
        documents.push_back(&document);
  std::ranges::stable_sort(documents, {}, [](const Evidence* document) { return std::string_view{document->code}; });
  return document_rows(requirements.shared_standing(), std::move(documents));
}

} // namespace hdskit::gui
