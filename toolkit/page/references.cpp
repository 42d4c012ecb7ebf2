#include "toolkit/page/references.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <array>
#include <set>

namespace hdskit::page {
namespace {

/// Calls `visit` for each block, those of list items included, in reading order.
template <class Visit> void for_each_block(const Blocks& blocks, const Visit& visit) {
  for (const auto& block : blocks) {
    visit(block);
    if (const auto* list = std::get_if<List>(&block.value))
      for (const auto& item : list->items) for_each_block(item, visit);
  }
}

template <class Visit> void for_each_text(const Block& block, const Visit& visit) {
  if (const auto* heading = std::get_if<Heading>(&block.value)) visit(heading->text);
  if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) visit(paragraph->text);
  if (const auto* figure = std::get_if<Figure>(&block.value)) visit(figure->caption);
  if (const auto* picture = std::get_if<Picture>(&block.value)) visit(picture->caption);
  const auto* table = std::get_if<Table>(&block.value);
  if (table == nullptr) return;
  visit(table->caption);
  for (const auto* rows : {&table->header, &table->rows})
    for (const auto& row : *rows)
      for (const auto& cell : row) visit(cell.text);
}

/// Numbers headings in order. What stands below an unnumbered heading has none either: "2.1" would claim to belong to chapter 2.
class Numbering {
public:
  std::string next(const Heading& heading) {
    const auto level = static_cast<std::size_t>(heading.level < 1 ? 1 : heading.level > 6 ? 6 : heading.level);
    for (std::size_t deeper = level; deeper < counts_.size(); ++deeper) counts_[deeper] = 0, unnumbered_[deeper] = false;
    bool numbered = heading.numbered;
    for (std::size_t above = 0; above + 1 < level; ++above) numbered = numbered && !unnumbered_[above];
    unnumbered_[level - 1] = !numbered;
    if (!numbered) return {};
    ++counts_[level - 1];
    std::string number;
    for (std::size_t i = 0; i < level; ++i)
      if (counts_[i] > 0) number += (number.empty() ? "" : ".") + std::to_string(counts_[i]);
    return number;
  }

private:
  std::array<int, 6> counts_{};
  std::array<bool, 6> unnumbered_{};
};

class Gathering {
public:
  explicit Gathering(const Document& document) {
    for_each_block(document.blocks, [&](const Block& block) { name_places(block); });
    for (std::size_t i = 0; i < document.annexes.size(); ++i) {
      const auto& annex = document.annexes[i];
      const int target = add(annex.anchor, annex.stamp);
      out.targets[static_cast<std::size_t>(target)].annex = static_cast<int>(i);
    }
    for_each_block(document.blocks, [&](const Block& block) { for_each_text(block, [&](const Inlines& text) { follow_links(text); }); });
  }

  void refuse_defects() const {
    if (!twice.empty())
      throw Problem{ProblemKind::bad_input, listed(twice), tr("These anchors are given to more than one place: {1}.", {listed(twice)}),
                    tr("Give each place a name of its own.")};
    if (!unknown.empty())
      throw Problem{ProblemKind::bad_input, listed(unknown), tr("Links or page numbers point to anchors that do not exist: {1}.", {listed(unknown)}),
                    tr("Correct the link, or give the place that is meant this name.")};
  }

  References out;

private:
  static std::string listed(const std::set<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "“#" : ", “#") + name + "”";
    return text;
  }

  int add(const std::string& name, const std::string& section) {
    const int target = static_cast<int>(out.targets.size());
    out.targets.push_back({.name = name, .section = section});
    if (!name.empty() && !out.anchors.emplace(name, target).second) twice.insert(name);
    return target;
  }

  void name_places(const Block& block) {
    if (const auto* anchor = std::get_if<Anchor>(&block.value)) add(anchor->name, section_);
    const auto* heading = std::get_if<Heading>(&block.value);
    if (heading == nullptr) return;
    NumberedHeading entry{.heading = heading, .number = numbering_.next(*heading), .text = plain_text(heading->text)};
    section_ = entry.number.empty() ? entry.text : entry.number;
    if (!entry.number.empty()) entry.text = entry.number + "\u00a0" + entry.text;
    entry.target = add(heading->anchor, section_);
    out.index_of.emplace(heading, out.headings.size());
    out.headings.push_back(std::move(entry));
  }

  void follow_links(const Inlines& text) {
    for (const auto& run : text) {
      if (run.target.empty()) continue;
      const bool reference = run.kind == Inline::Kind::page_of || run.kind == Inline::Kind::section_of;
      if (run.target.front() == '#' || reference) {
        const auto name = run.target.substr(run.target.front() == '#' ? 1 : 0);
        if (!out.anchors.contains(name)) unknown.insert(name);
      } else if (out.uris.emplace(run.target, static_cast<int>(out.targets.size())).second) {
        out.targets.push_back({.name = run.target, .is_uri = true});
      }
    }
  }

  std::set<std::string> twice, unknown;
  Numbering numbering_;
  std::string section_;
};

} // namespace

int References::find(std::string_view target) const {
  if (target.starts_with('#')) target.remove_prefix(1);
  else if (const auto uri = uris.find(target); uri != uris.end()) return uri->second;
  const auto anchor = anchors.find(target);
  return anchor == anchors.end() ? -1 : anchor->second;
}

References gather_references(const Document& document) {
  Gathering gathering{document};
  gathering.refuse_defects();
  return std::move(gathering.out);
}

std::string plain_text(const Inlines& inlines) {
  std::string text;
  for (const auto& run : inlines) text += run.kind == Inline::Kind::text ? run.text : run.kind == Inline::Kind::line_break ? " " : "";
  return text;
}

} // namespace hdskit::page
