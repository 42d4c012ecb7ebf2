#include "toolkit/frameworks/framework_draft.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/frameworks/foreign_id.hpp"
#include "toolkit/frameworks/foreign_text.hpp"

#include <algorithm>
#include <unordered_map>

namespace hdskit {
namespace {

constexpr int none = -1;

/// Where a node stands among the others.
struct Standing {
  int parent = none;
  int heading = none; ///< the nearest node above that is not assessable
  int top = none;     ///< the topmost of them
  int whole = none;   ///< the topmost assessable node above: this one is a part of it
  enum { unseen, begun, known, circular } state = unseen;
};

/// Compares what the nodes say of each other.
class NodeTree {
public:
  NodeTree(const std::vector<DraftNode>& nodes, LibraryFindings& findings) : nodes_{nodes}, findings_{findings}, standings_(nodes.size()) {
    index();
    find_parents();
    for (std::size_t i = 0; i < nodes.size(); ++i) climb(static_cast<int>(i));
  }

  const Standing& of(std::size_t node) const { return standings_[node]; }

private:
  void index() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const auto& node = nodes_[i];
      if (node.source.empty()) continue; // its reader refused it
      const auto [place, fresh] = places_.emplace(id_key(node.source), static_cast<int>(i));
      if (!fresh)
        findings_.refuse(node.line, tr("“{1}” is given twice; first in line {2}.",
                                       {shown_word(node.source), std::to_string(nodes_[static_cast<std::size_t>(place->second)].line)}));
    }
  }

  void find_parents() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const auto& node = nodes_[i];
      if (node.parent.empty()) continue;
      const auto found = places_.find(id_key(node.parent));
      if (found == places_.end())
        findings_.refuse(node.line, tr("“{1}” stands under “{2}”, which the framework does not have.", {shown_word(node.source), shown_word(node.parent)}));
      else standings_[i].parent = found->second;
    }
  }

  /// Without recursion: a foreign file may hang each node under the one before.
  void climb(int node) {
    std::vector<int> way;
    for (auto at = node; at != none && here(at).state == Standing::unseen; at = here(at).parent) {
      here(at).state = Standing::begun;
      way.push_back(at);
    }
    if (const auto next = way.empty() ? none : here(way.back()).parent; next != none && here(next).state == Standing::begun) report_circle(next);
    for (auto at = way.rbegin(); at != way.rend(); ++at)
      if (here(*at).state == Standing::begun) settle(*at);
  }

  void report_circle(int first) {
    std::string names;
    constexpr int most_named = 10;
    int count = 0;
    for (auto at = first; here(at).state != Standing::circular; at = here(at).parent) {
      here(at).state = Standing::circular;
      if (++count <= most_named) names += (names.empty() ? "" : " → ") + shown_word(nodes_[static_cast<std::size_t>(at)].source);
    }
    if (count > most_named) names += " → …";
    findings_.refuse(nodes_[static_cast<std::size_t>(first)].line, tr("Nodes stand under each other in a circle: {1}.", {names}));
  }

  void settle(int node) {
    auto& standing = here(node);
    standing.state = Standing::known;
    if (standing.parent == none) return;
    const auto& above = here(standing.parent);
    const bool under_item = nodes_[static_cast<std::size_t>(standing.parent)].assessable;
    standing.heading = under_item ? above.heading : standing.parent;
    standing.top = above.top != none ? above.top : under_item ? none : standing.parent;
    standing.whole = above.whole != none ? above.whole : under_item ? standing.parent : none;
  }

  Standing& here(int node) { return standings_[static_cast<std::size_t>(node)]; }

  const std::vector<DraftNode>& nodes_;
  LibraryFindings& findings_;
  std::vector<Standing> standings_;
  std::unordered_map<std::string, int> places_;
};

bool nothing(const Bilingual& texts) { return one_line(texts.french).empty() && one_line(texts.english).empty(); }

Bilingual title_of(const DraftNode& node) {
  if (!nothing(node.name)) return both_languages(node.name);
  if (nothing(node.text)) return {node.number, node.number};
  const auto text = both_languages(node.text);
  return {beginning_of(text.french), beginning_of(text.english)};
}

/// “A.5 Access” for a heading, whose number stands nowhere else.
Bilingual numbered_title(const DraftNode& node) {
  auto title = title_of(node);
  const auto number = one_line(node.number);
  for (auto* text : {&title.french, &title.english})
    if (!number.empty() && !text->starts_with(number)) *text = number + " " + *text;
  return title;
}

Bilingual text_or(const Bilingual& text, const Bilingual& otherwise) { return nothing(text) ? otherwise : both_languages(text); }

/// Makes the checklist of a framework that holds together.
class ChecklistMaker {
public:
  ChecklistMaker(FrameworkDraft& draft, const NodeTree& tree) : draft_{draft}, tree_{tree}, items_(draft.nodes.size()) {}

  Checklist make() {
    make_root();
    for (std::size_t i = 0; i < draft_.nodes.size(); ++i)
      if (draft_.nodes[i].assessable) items_[i] = ids_.fresh(item_id(draft_.nodes[i]));
    for (std::size_t i = 0; i < draft_.nodes.size(); ++i)
      if (draft_.nodes[i].assessable) add_item(i);
    return std::move(checklist_);
  }

private:
  void make_root() {
    checklist_.id = draft_.id;
    checklist_.version = one_line(draft_.version).empty() ? "1" : one_line(draft_.version);
    checklist_.title = both_languages(draft_.name);
    checklist_.note = text_or(draft_.text, checklist_.title);
    checklist_.publisher = one_line(draft_.publisher);
    checklist_.published = draft_.published;
    const auto label = one_line(draft_.label);
    checklist_.articles.push_back({.id = draft_.id,
                                   .label = label.empty() ? draft_.id : label,
                                   .version = draft_.published,
                                   .confidence = Confidence::medium,
                                   .title = checklist_.title});
  }

  std::string item_id(const DraftNode& node) const {
    auto part = id_part(own_part(node.source));
    if (part.empty()) part = id_part(node.number);
    return draft_.id + "-" + (part.empty() ? "item" : part);
  }

  void add_item(std::size_t index) {
    const auto& node = draft_.nodes[index];
    const auto& standing = tree_.of(index);
    Item item;
    item.id = items_[index];
    item.obligation = obligation_of(standing.heading);
    item.article = draft_.id;
    item.number = one_line(node.number).empty() ? id_part(own_part(node.source)) : one_line(node.number);
    if (item.number.empty()) item.number = item.id;
    item.confidence = Confidence::medium;
    item.source = one_line(node.source);
    if (standing.whole != none) item.part_of = items_[static_cast<std::size_t>(standing.whole)];
    item.title = title_of(node);
    item.wording = nothing(node.text) ? item.title : both_languages_in_paragraphs(node.text);
    for (const auto& label : node.evidence)
      if (!nothing(label)) item.evidence.push_back({.id = "e" + std::to_string(item.evidence.size() + 1), .label = both_languages(label), .mandatory = false});
    section_of(standing).items.push_back(item.id);
    checklist_.items.push_back(std::move(item));
  }

  /// The heading above serves as what the item is after; items without one serve the framework.
  const std::string& obligation_of(int heading) {
    auto& id = obligations_[heading];
    if (!id.empty()) return id;
    const auto* node = heading == none ? nullptr : &draft_.nodes[static_cast<std::size_t>(heading)];
    id = obligation_ids_.fresh(node ? heading_id("", *node) : draft_.id);
    const auto title = node ? numbered_title(*node) : checklist_.title;
    checklist_.obligations.push_back({.id = id, .title = title, .wording = node ? text_or(node->text, title) : checklist_.note});
    return id;
  }

  /// One form a topmost heading, one section a heading.
  FormSection& section_of(const Standing& standing) {
    const auto known = sections_.find(standing.heading);
    if (known != sections_.end()) return checklist_.forms[known->second.first].sections[known->second.second];
    const auto form = form_of(standing.top);
    auto& sections = checklist_.forms[form].sections;
    const auto* node = standing.heading == none ? nullptr : &draft_.nodes[static_cast<std::size_t>(standing.heading)];
    sections.push_back(
        {.id = form_ids_.fresh(node ? heading_id("S-", *node) : "S-" + draft_.id), .title = node ? numbered_title(*node) : checklist_.title, .items = {}});
    sections_.emplace(standing.heading, std::pair{form, sections.size() - 1});
    return sections.back();
  }

  std::size_t form_of(int top) {
    const auto [known, fresh] = forms_.emplace(top, checklist_.forms.size());
    if (!fresh) return known->second;
    const auto* node = top == none ? nullptr : &draft_.nodes[static_cast<std::size_t>(top)];
    const auto title = node ? numbered_title(*node) : checklist_.title;
    checklist_.forms.push_back({.id = form_ids_.fresh(node ? heading_id("F-", *node) : "F-" + draft_.id),
                                .title = title,
                                .purpose = node ? text_or(node->text, title) : checklist_.note,
                                .confidence = Confidence::medium,
                                .sections = {}});
    return known->second;
  }

  std::string heading_id(const std::string& prefix, const DraftNode& node) const {
    auto part = id_part(own_part(node.source));
    return prefix + draft_.id + "-" + (part.empty() ? "heading" : part);
  }

  FrameworkDraft& draft_;
  const NodeTree& tree_;
  Checklist checklist_;
  std::vector<std::string> items_; ///< ids, by node
  FreshIds ids_, obligation_ids_, form_ids_;
  std::unordered_map<int, std::string> obligations_;
  std::unordered_map<int, std::size_t> forms_;
  std::unordered_map<int, std::pair<std::size_t, std::size_t>> sections_;
};

void check_names(const FrameworkDraft& draft, LibraryFindings& findings) {
  if (nothing(draft.name)) findings.refuse(draft.line, tr("The framework “{1}” has no name.", {shown_word(draft.source)}));
  for (const auto& node : draft.nodes) {
    const bool told = !nothing(node.name) || !nothing(node.text);
    if (node.assessable && !told) findings.refuse(node.line, tr("“{1}” has neither a name nor a description.", {shown_word(node.source)}));
    else if (!told && one_line(node.number).empty()) findings.refuse(node.line, tr("The heading “{1}” has no name.", {shown_word(node.source)}));
  }
}

} // namespace

ForeignFramework settle_framework(FrameworkDraft draft, LibraryFindings& findings) {
  ForeignFramework framework;
  framework.source = draft.source;
  framework.requirements = static_cast<int>(draft.nodes.size());
  framework.assessable = static_cast<int>(std::ranges::count_if(draft.nodes, &DraftNode::assessable));
  check_names(draft, findings);
  if (framework.assessable == 0)
    findings.refuse(draft.line, tr("The framework “{1}” asks for nothing: it has no assessable requirement.", {shown_word(draft.source)}));
  const NodeTree tree{draft.nodes, findings};
  for (const auto& node : draft.nodes)
    if (!node.assessable) framework.headings.push_back(node.source);
  if (findings.sound()) framework.checklist = ChecklistMaker{draft, tree}.make();
  else {
    framework.checklist.id = draft.id;
    framework.checklist.title = both_languages(draft.name);
  }
  return framework;
}

} // namespace hdskit
