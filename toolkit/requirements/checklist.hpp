#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/markup/bilingual.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// What an item asks for in the dossier.
enum class ItemKind { statement, contract_clause, mandate, finance };

struct ExpectedEvidence {
  std::string id; ///< within its item: "pssi"
  Bilingual label;
  bool mandatory = true;
};

struct Item {
  std::string id;         ///< stable for ever: "R1111-14-2-a"
  std::string obligation; ///< id of the obligation that it serves
  std::string article;    ///< id of the article
  std::string number;     ///< "2° a)"
  ItemKind kind = ItemKind::statement;
  bool mandatory = true;
  bool demonstration = false; ///< the law wants it shown to work, not only written
  std::string check;          ///< word of what the program itself can show of it: "restore-test"; "" for nothing
  Confidence confidence = Confidence::high;
  Bilingual title, wording; ///< wording: our own words, never the law's; a blank line parts paragraphs, a line "- …" is one of a list
  std::vector<ExpectedEvidence> evidence;
  std::string part_of = {};         ///< id of the item that this one is a part of; "" for a requirement of its own
  bool choosable = false;           ///< the hospital may exclude it, with a justification: the control of a statement of applicability
  std::vector<int> activities = {}; ///< which hosting activities it concerns, 1 to 6 (R. 1111-9 CSP since 2018); none: all of them
  std::string source = {};          ///< the id in the foreign library that it was imported from
};

struct Obligation {
  std::string id; ///< "organisation", "continuity", "access", "backup"
  Bilingual title, wording;
};

struct Article {
  std::string id;              ///< "R1111-14"
  std::string label;           ///< "R. 1111-14"
  std::optional<Date> version; ///< of the article that is meant: the same number changes its content over time; nothing: undated
  Confidence confidence = Confidence::high;
  Bilingual title;
};
/// “version of 5 January 2006”, “undated”.
std::string version_words(const Article& article);

/// A section of a form: which items it gathers, in order.
struct FormSection {
  std::string id; ///< "P3.2"
  Bilingual title;
  std::vector<std::string> items;
};
struct Form {
  std::string id; ///< "P3"
  Bilingual title, purpose;
  Confidence confidence = Confidence::low;
  std::vector<FormSection> sections;
};

/// A framework: obligations, articles, items, and the forms in which the file presents them.
struct Checklist {
  std::string id, version; ///< "agrement-2006", "1"
  Bilingual title, note;
  std::vector<Obligation> obligations;
  std::vector<Article> articles;
  std::vector<Item> items;
  std::vector<Form> forms;
  std::string publisher = {};
  std::optional<Date> published = {};

  std::size_t requirement_count() const;              ///< items that are no part of another
  const Item* find_item(std::string_view item) const; ///< letter case aside
  const Article* find_article(std::string_view article) const;
  const Obligation* find_obligation(std::string_view obligation) const;
  const FormSection* section_of(std::string_view item) const; ///< where the file shows it

  /// The ids that a person who typed `item` may have meant: at most `count`, the nearest first; none when nothing comes close.
  std::vector<std::string> closest_items(std::string_view item, std::size_t count = 3) const;
};

// What the program itself can show of an item: the words of Item::check.
constexpr std::string_view restore_test_check = "restore-test";   ///< reports of restore tests
constexpr std::string_view access_review_check = "access-review"; ///< reviews of the register of authorised persons
constexpr std::string_view endpoint_check = "endpoint";           ///< checks of the endpoints of hosted applications
constexpr std::string_view certificates_check = "certificates";   ///< checks of the certificates of cards
constexpr std::string_view card_login_check = "card-login";       ///< signing in with a card, as it was tried

} // namespace hdskit
