#include "toolkit/frameworks/oscal_catalog.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/frameworks/foreign_id.hpp"
#include "toolkit/frameworks/foreign_text.hpp"
#include "toolkit/frameworks/framework_draft.hpp"

#include <algorithm>
#include <set>

namespace hdskit {
namespace {

constexpr std::size_t longest_parameter = 2'000;           // bytes of the words that stand for one
constexpr std::size_t inserted_limit = 16u << 20;          // bytes that parameters add to a catalog
constexpr std::size_t longest_framework_id = 48;           // bytes: ids of items begin with it
constexpr std::string_view opening = "{{", closing = "}}"; // around "insert: param, ac-1_prm_1"

/// Puts the words of parameters where a text asks for them.
class Parameters {
public:
  Parameters(const std::map<std::string, OscalParameter, std::less<>>& all, LibraryFindings& findings) : all_{all}, findings_{findings} {}

  std::string inserted_into(std::string_view prose) {
    std::string text;
    for (auto at = prose.find(opening); at != std::string_view::npos; at = prose.find(opening)) {
      const auto end = prose.find(closing, at);
      if (end == std::string_view::npos) break;
      text += prose.substr(0, at);
      const auto& words = words_of(named(prose.substr(at + opening.size(), end - at - opening.size())));
      spent_ += words.size();
      if (spent_ <= inserted_limit) text += words;
      prose.remove_prefix(end + closing.size());
    }
    text += prose;
    return text;
  }

  void tell() {
    if (spent_ > inserted_limit) findings_.refuse(0, tr("Parameters add more than {1} of text to the catalog.", {french_bytes(inserted_limit)}));
  }

private:
  /// "ac-1_prm_1" of " insert: param, ac-1_prm_1 "; older catalogs have the id alone.
  static std::string named(std::string_view inside) {
    const auto comma = inside.rfind(',');
    return std::string{trimmed(comma == std::string_view::npos ? inside : inside.substr(comma + 1))};
  }

  const std::string& words_of(const std::string& id) {
    if (const auto known = words_.find(id); known != words_.end()) return known->second;
    words_[id] = "[" + id + "]"; // also what a parameter that asks for itself gets
    const auto found = all_.find(id);
    if (found != all_.end()) {
      auto words = made_of(found->second);
      if (!words.empty()) words_[id] = "[" + words + "]";
    }
    return words_[id];
  }

  std::string made_of(const OscalParameter& parameter) {
    auto words = joined(parameter.values, ", ");
    if (words.empty()) words = parameter.label;
    if (words.empty())
      for (const auto& choice : parameter.choices) {
        if (words.size() > longest_parameter) break;
        words += (words.empty() ? "" : " ; ") + inserted_into(choice.substr(0, longest_parameter));
      }
    if (words.size() <= longest_parameter) return words;
    auto end = longest_parameter;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
    return words.substr(0, end) + "…";
  }

  const std::map<std::string, OscalParameter, std::less<>>& all_;
  LibraryFindings& findings_;
  std::map<std::string, std::string> words_;
  std::size_t spent_ = 0;
};

/// Groups and controls become nodes, one below the other.
class OscalDraft {
public:
  OscalDraft(const OscalCatalog& catalog, FrameworkDraft& draft, LibraryFindings& findings)
      : parameters_{catalog.parameters, findings}, french_{catalog.language.starts_with("fr")}, draft_{draft}, findings_{findings} {}

  void add(const std::vector<OscalNode>& nodes, const std::string& parent) {
    for (const auto& node : nodes) {
      DraftNode made{.line = node.line,
                     .source = node.id,
                     .parent = parent,
                     .number = node.label,
                     .name = in_language(node.title),
                     .text = {},
                     .evidence = {},
                     .assessable = false};
      if (made.source.empty() && node.is_group) made.source = "group-" + std::to_string(++unnamed_);
      if (made.source.empty()) {
        findings_.refuse(node.line, tr("A control has no id."));
        continue;
      }
      made.assessable = !node.is_group && !node.withdrawn;
      withdrawn_ += node.withdrawn ? 1 : 0;
      if (made.number.empty() && !node.is_group) made.number = node.id;
      made.text = in_language(wording_of(node));
      const auto source = made.source;
      draft_.nodes.push_back(std::move(made));
      add(node.nodes, source);
    }
  }

  void tell() {
    parameters_.tell();
    if (withdrawn_ > 0) findings_.note(0, trn("{1} withdrawn control is left out.", "{1} withdrawn controls are left out.", withdrawn_));
  }

private:
  Bilingual in_language(std::string text) const { return french_ ? Bilingual{std::move(text), {}} : Bilingual{{}, std::move(text)}; }

  /// Where a catalog breaks its lines means nothing; guidance is a paragraph of its own.
  std::string wording_of(const OscalNode& node) {
    std::string statement, guidance;
    for (const auto& part : node.parts) {
      if (part.name == "statement" || part.name == "overview") append(statement, part);
      if (part.name == "guidance" || part.name == "supplemental-guidance") append(guidance, part);
    }
    return one_line(statement) + "\n" + one_line(guidance);
  }

  void append(std::string& text, const OscalPart& part) {
    const auto add = [&](const std::string& words) {
      if (!words.empty()) text += (text.empty() ? "" : " ") + words;
    };
    add(part.label);
    add(part.title);
    add(parameters_.inserted_into(part.prose));
    for (const auto& inner : part.parts) append(text, inner);
  }

  Parameters parameters_;
  bool french_;
  FrameworkDraft& draft_;
  LibraryFindings& findings_;
  int unnamed_ = 0, withdrawn_ = 0;
};

/// The title changes less than the uuid, which a catalog changes with each revision.
std::string oscal_id(const OscalCatalog& catalog) {
  auto id = id_part("oscal-" + (catalog.document.empty() ? catalog.title.substr(0, catalog.title.find(':')) : catalog.document));
  if (id.size() <= longest_framework_id) return id;
  id.resize(longest_framework_id);
  if (const auto cut = id.rfind('-'); cut > longest_framework_id / 2) id.resize(cut);
  return id;
}

} // namespace

ForeignFramework settle_oscal(OscalCatalog catalog, LibraryFindings& findings) {
  FrameworkDraft draft;
  draft.line = catalog.line;
  draft.source = catalog.uuid.empty() ? catalog.title : catalog.uuid;
  draft.id = oscal_id(catalog);
  draft.label = beginning_of(catalog.title.substr(0, catalog.title.find(':')));
  draft.version = catalog.version;
  draft.publisher = {};
  draft.published = Date::parse(catalog.published.substr(0, 10));
  OscalDraft making{catalog, draft, findings};
  making.add(catalog.nodes, "");
  making.tell();
  (catalog.language.starts_with("fr") ? draft.name.french : draft.name.english) = catalog.title;
  auto framework = settle_framework(std::move(draft), findings);
  const auto controls = [](const auto& self, const std::vector<OscalNode>& nodes) -> int {
    int count = 0;
    for (const auto& node : nodes) count += (node.is_group ? 0 : 1) + self(self, node.nodes);
    return count;
  };
  framework.requirements = controls(controls, catalog.nodes);
  return framework;
}

} // namespace hdskit
