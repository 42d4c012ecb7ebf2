#include "toolkit/requirements/checklist_reader.hpp"

#include "embedded/checklists.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/markup/markup_document.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace hdskit {
namespace {

/// Reads the elements in order, remembers where each id stands, and compares the references once all are known.
class Reading {
public:
  explicit Reading(std::string_view xml) : document_{xml} {}

  ChecklistReading read() {
    if (const auto root = document_.root("checklist")) {
      read_root(root);
      check_references();
    }
    ChecklistReading reading;
    reading.defects = document_.defects();
    if (reading.defects.empty()) reading.checklist = std::move(checklist_);
    return reading;
  }

private:
  using Places = MarkupDocument::Places;

  void read_root(pugi::xml_node root) {
    document_.expect(root, {.attributes = {"id", "version"},
                            .optional_attributes = {"publisher", "published"},
                            .once = {"title", "note"},
                            .many = {"obligation", "article", "item", "form"}});
    checklist_.id = document_.id(root);
    checklist_.version = document_.word(root, "version");
    checklist_.publisher = document_.word(root, "publisher");
    if (root.attribute("published")) checklist_.published = document_.date(root, "published");
    checklist_.title = document_.bilingual(root.child("title"));
    checklist_.note = document_.bilingual(root.child("note"));
    for (const auto node : root.children("obligation")) read_obligation(node);
    for (const auto node : root.children("article")) read_article(node);
    for (const auto node : root.children("item")) read_item(node);
    for (const auto node : root.children("form")) read_form(node);
    for (const char* name : {"obligation", "article", "item", "form"})
      if (!root.child(name)) document_.report(root, tr("“{1}” lacks the element “{2}”.", {"checklist", name}));
  }

  void read_obligation(pugi::xml_node node) {
    document_.expect(node, {.attributes = {"id"}, .once = {"title", "wording"}});
    checklist_.obligations.push_back(
        {.id = document_.own_id(node, obligations_), .title = document_.bilingual(node.child("title")), .wording = document_.bilingual(node.child("wording"))});
  }

  void read_article(pugi::xml_node node) {
    document_.expect(node, {.attributes = {"id", "label", "confidence"}, .optional_attributes = {"version"}, .once = {"title"}, .many = {}});
    const auto id = document_.own_id(node, articles_);
    checklist_.articles.push_back({.id = id,
                                   .label = document_.word(node, "label"),
                                   .version = version(node),
                                   .confidence = document_.confidence(node),
                                   .title = document_.bilingual(node.child("title"))});
  }

  /// Frameworks that were imported without a date once bore the first day that a date can be.
  std::optional<Date> version(pugi::xml_node node) {
    if (!node.attribute("version")) return std::nullopt;
    const auto day = document_.date(node, "version");
    return day == *Date::of(1900, 1, 1) ? std::nullopt : std::optional{day};
  }

  void read_item(pugi::xml_node node) {
    document_.expect(node, {.attributes = {"id", "article", "number", "obligation", "kind", "confidence"},
                            .optional_attributes = {"mandatory", "demonstration", "check", "part-of", "applicability", "activities", "source"},
                            .once = {"title", "wording"},
                            .many = {"evidence"}});
    Item item;
    item.id = document_.own_id(node, items_);
    item.article = document_.id(node, "article");
    item.obligation = document_.id(node, "obligation");
    item.number = document_.word(node, "number");
    item.kind = kind(node);
    item.mandatory = document_.flag(node, "mandatory", true);
    item.demonstration = document_.flag(node, "demonstration", false);
    item.check = check(node);
    item.part_of = document_.id(node, "part-of");
    item.choosable = choosable(node);
    item.activities = activities(node);
    item.source = document_.word(node, "source");
    item.confidence = document_.confidence(node);
    item.title = document_.bilingual(node.child("title"));
    item.wording = document_.paragraphs(node.child("wording"));
    Places evidence;
    for (const auto child : node.children("evidence")) item.evidence.push_back(read_evidence(child, evidence));
    checklist_.items.push_back(std::move(item));
    item_nodes_.push_back(node);
  }

  ExpectedEvidence read_evidence(pugi::xml_node node, Places& places) {
    document_.expect(node, {.attributes = {"id"}, .optional_attributes = {"mandatory"}, .once = {}, .many = {"fr", "en"}});
    return {.id = document_.own_id(node, places), .label = document_.bilingual(node), .mandatory = document_.flag(node, "mandatory", true)};
  }

  void read_form(pugi::xml_node node) {
    document_.expect(node, {.attributes = {"id", "confidence"}, .once = {"title", "purpose"}, .many = {"section"}});
    Form form{.id = document_.own_id(node, forms_),
              .title = document_.bilingual(node.child("title")),
              .purpose = document_.bilingual(node.child("purpose")),
              .confidence = document_.confidence(node),
              .sections = {}};
    for (const auto child : node.children("section")) form.sections.push_back(read_section(child));
    if (form.sections.empty()) document_.report(node, tr("“{1}” lacks the element “{2}”.", {document_.called(node), "section"}));
    checklist_.forms.push_back(std::move(form));
  }

  FormSection read_section(pugi::xml_node node) {
    document_.expect(node, {.attributes = {"id"}, .once = {"title"}, .many = {"shows"}});
    FormSection section{.id = document_.own_id(node, forms_), .title = document_.bilingual(node.child("title")), .items = {}};
    for (const auto child : node.children("shows")) {
      document_.expect(child, {.attributes = {"item"}});
      section.items.push_back(document_.id(child, "item"));
      shows_.push_back(child);
    }
    if (section.items.empty()) document_.report(node, tr("“{1}” lacks the element “{2}”.", {document_.called(node), "shows"}));
    return section;
  }

  ItemKind kind(pugi::xml_node node) {
    static constexpr std::string_view words[] = {"statement", "contract_clause", "mandate", "finance"};
    return static_cast<ItemKind>(document_.one_of(node, "kind", words));
  }

  std::string check(pugi::xml_node node) {
    static constexpr std::string_view words[] = {restore_test_check, access_review_check, endpoint_check, certificates_check, card_login_check};
    return node.attribute("check") ? std::string{words[document_.one_of(node, "check", words)]} : std::string{};
  }

  bool choosable(pugi::xml_node node) {
    static constexpr std::string_view words[] = {"always", "choice"};
    return node.attribute("applicability") && document_.one_of(node, "applicability", words) == 1;
  }

  std::vector<int> activities(pugi::xml_node node) {
    std::vector<int> numbers;
    const auto text = document_.word(node, "activities");
    for (const auto& word : text.empty() ? std::vector<std::string>{} : split(text, ' ')) {
      const int number = word.size() == 1 ? word[0] - '0' : 0;
      if (number < 1 || number > 6 || (!numbers.empty() && numbers.back() >= number)) {
        document_.report(node, tr("The activities of “{1}” are “{2}”: numbers from 1 to 6 are expected, in ascending order, parted by a space.",
                                  {document_.called(node), text}));
        return {};
      }
      numbers.push_back(number);
    }
    return numbers;
  }

  void check_references() {
    for (const auto node : item_nodes_) {
      check_named(node, "obligation", obligations_);
      check_named(node, "article", articles_);
      check_named(node, "part-of", items_);
    }
    check_circles();
    for (auto& item : checklist_.items)
      if (const auto* whole = item.part_of.empty() ? nullptr : checklist_.find_item(item.part_of)) item.part_of = whole->id;
    std::map<std::string, std::string> shown; // folded item, section
    for (const auto node : shows_) check_shown(node, shown);
    for (const auto node : item_nodes_)
      if (const auto id = document_.word(node, "id"); !id.empty() && !shown.contains(folded(id)))
        document_.report(node, tr("The item “{1}” is shown in no section of any form.", {id}));
  }

  void check_named(pugi::xml_node node, const char* attribute, const Places& places) {
    const auto id = document_.word(node, attribute);
    if (!id.empty() && !places.contains(folded(id)))
      document_.report(node, tr("“{1}” names the {2} “{3}”, which the checklist does not hold.", {document_.called(node), attribute, id}));
  }

  /// An item that is a part of itself, directly or through others, would never be shown.
  void check_circles() {
    std::map<std::string, std::string> whole; // folded ids
    for (const auto node : item_nodes_) whole.emplace(folded(document_.word(node, "id")), folded(document_.word(node, "part-of")));
    std::set<std::string> sound{""};
    for (const auto node : item_nodes_) {
      std::set<std::string> path;
      auto at = folded(document_.word(node, "id"));
      while (!sound.contains(at) && path.insert(at).second) {
        const auto above = whole.find(at);
        at = above == whole.end() ? "" : above->second;
      }
      if (!sound.contains(at)) document_.report(node, tr("The item “{1}” is a part of itself.", {document_.word(node, "id")}));
      sound.merge(path); // one defect a circle
    }
  }

  void check_shown(pugi::xml_node node, std::map<std::string, std::string>& shown) {
    const auto id = document_.word(node, "item");
    const auto section = document_.word(node.parent(), "id");
    if (id.empty()) return;
    if (!items_.contains(folded(id))) report_unknown(node, section, id);
    else if (const auto [place, fresh] = shown.emplace(folded(id), section); !fresh)
      document_.report(node, tr("The section “{1}” shows the item “{2}” again; it already stands in the section “{3}”.", {section, id, place->second}));
  }

  void report_unknown(pugi::xml_node node, const std::string& section, const std::string& item) {
    constexpr int proposals = 20; // more are no help, and each compares with every item
    const auto near = ++unknown_ <= proposals ? checklist_.closest_items(item) : std::vector<std::string>{};
    document_.report(node, near.empty() ? tr("The section “{1}” shows the item “{2}”, which the checklist does not hold.", {section, item})
                                        : tr("The section “{1}” shows the item “{2}”, which the checklist does not hold; the closest are: {3}.",
                                             {section, item, joined(near, ", ")}));
  }

  int unknown_ = 0;
  MarkupDocument document_;
  Checklist checklist_;
  Places obligations_, articles_, items_, forms_;
  std::vector<pugi::xml_node> item_nodes_, shows_;
};

std::string checklist_id(const embedded::File& file) { return std::string{file.path.substr(0, file.path.rfind('.'))}; }

} // namespace

ChecklistReading read_checklist(std::string_view xml) { return Reading{xml}.read(); }

Checklist checklist_of(std::string_view xml, const std::string& name) {
  auto reading = read_checklist(xml);
  if (reading.checklist) return std::move(*reading.checklist);
  auto sentence = trn("The checklist “{2}” has {1} defect:", "The checklist “{2}” has {1} defects:", static_cast<std::int64_t>(reading.defects.size()));
  sentence = replaced(std::move(sentence), "{2}", name);
  refuse_markup(name, std::move(sentence), reading.defects,
                tr("Correct the file and start again; nothing was changed. docs/formats/checklist.md explains the format."));
}

std::vector<std::string> items_checked_by(const Checklist& checklist, std::string_view check) {
  const auto collect = [&](const Checklist& from) {
    std::vector<std::string> ids;
    for (const auto& item : from.items)
      if (item.check == check && checklist.find_item(item.id)) ids.push_back(item.id);
    return ids;
  };
  const bool knows_checks = std::ranges::any_of(checklist.items, [](const Item& item) { return !item.check.empty(); });
  const auto shipped = shipped_checklist_ids();
  if (knows_checks || std::ranges::find(shipped, checklist.id) == shipped.end()) return collect(checklist);
  return collect(checklist_of(shipped_checklist(checklist.id), checklist.id));
}

std::string_view shipped_checklist(std::string_view id) {
  for (const auto& file : embedded::checklists())
    if (checklist_id(file) == id) return file.bytes;
  throw Problem{ProblemKind::not_found, std::string{id}, tr("No checklist “{1}” comes with the program.", {id}),
                tr("These do: {1}.", {joined(shipped_checklist_ids(), ", ")})};
}

std::vector<std::string> shipped_checklist_ids() {
  std::vector<std::string> ids;
  for (const auto& file : embedded::checklists()) ids.push_back(checklist_id(file));
  return ids;
}

} // namespace hdskit
