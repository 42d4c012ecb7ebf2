#pragma once

#include "toolkit/base/field.hpp"
#include "toolkit/dossier/chapter.hpp"

namespace hdskit {

// What several chapters say in the same way.

/// The sections of a form with their items, statements and evidence: `sections`, `form_title`, `form_purpose`, `form_id`.
Words form_words(const ChapterInput& input, std::string_view form);

/// A person's text as Markdown, its citations turned into links to annexes.
std::string statement_markdown(const ChapterInput& input, std::string_view statement);

/// "[annexe 12](#annexe-PSSI)": Markdown that leads to the document's pages, or to the list of annexes where it has none.
std::string annex_link(const ChapterInput& input, const PlannedAnnex& annex);

/// The rows of a table of annexes: number, code, title, kind, version, date, valid_until, anchor, has_page, digest.
Words::List annex_rows(const ChapterInput& input, const std::vector<const Evidence*>& evidence);

std::string item_anchor(const Item& item);
std::string item_label(const DossierInput& facts, const Item& item); ///< "R. 1111-12 5°"

std::string date_text(const std::optional<Date>& date); ///< in French words, "–" when there is none
std::string or_dash(const std::string& text);

/// The French label of a choice, whatever the person's language: the caller has set the LanguageScope of the dossier.
template <typename E> std::string label_of_choice(E value);
std::string translated_label(const Choice& choice);
template <typename E> std::string label_of_choice(E value) { return translated_label(choices_of(value)[static_cast<std::size_t>(value)]); }

/// Every field of a record by its name, as the dossier prints it: dates in words, choices by label, long texts as prose under "<name>_prose".
template <typename Record> Words record_words(const Record& record) {
  Words words;
  for (const auto& field : Record::type().fields) {
    auto text = field.get(record);
    if (field.kind == FieldKind::date) text = date_text(Date::parse(text));
    if (field.kind == FieldKind::choice && !text.empty()) text = translated_label(field.choices[choice_index(text, field.choices)]);
    words.set(std::string{field.name}, or_dash(text)).flag("has_" + std::string{field.name}, !text.empty());
  }
  return words;
}

} // namespace hdskit
