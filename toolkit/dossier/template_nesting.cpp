#include "toolkit/dossier/template_nesting.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <map>

namespace hdskit {
namespace {

[[noreturn]] void refuse(std::string_view id, const std::string& sentence, const std::string& remedy) {
  throw Problem{ProblemKind::bad_input, std::string{id}, sentence, remedy};
}

/// What stands between the next delimiters, and takes it from `text`; "" at the end. Cut as the library cuts.
std::string_view next_tag(std::string_view& text) {
  const auto open = text.find("{{");
  if (open == std::string_view::npos) return {};
  text.remove_prefix(open + 2);
  const bool triple = text.starts_with('{');
  const auto close = text.find(triple ? "}}}" : "}}");
  const auto tag = text.substr(0, close);
  text.remove_prefix(close == std::string_view::npos ? text.size() : close + (triple ? 3 : 2));
  return tag.empty() ? " " : tag;
}

class Nesting {
public:
  explicit Nesting(const TemplateSource& source) : source_{source} {}

  /// How deep the template goes below itself. `level`: how deep it stands already.
  int depth_of(const std::string& id, int level) {
    if (const auto known = depths_.find(id); known != depths_.end()) return known->second;
    if (std::ranges::find(path_, id) != path_.end())
      refuse(id, tr("Template “{1}” calls itself: {2}.", {id, joined(path_, " > ") + " > " + id}), tr("Take one of the calls {{> …}} out of this circle."));
    if (level > template_nesting_limit) refuse_depth(id);
    path_.push_back(id);
    const auto text = source_(id);
    if (!is_utf8(text)) refuse(id, tr("The template “{1}” is not written in UTF-8.", {id}), tr("Save it as UTF-8 in your editor, then import it again."));
    const int depth = deepest(id, text, level);
    path_.pop_back();
    depths_[id] = depth;
    return depth;
  }

private:
  int deepest(const std::string& id, std::string_view text, int level) {
    int open = 0, depth = 0;
    for (auto tag = next_tag(text); !tag.empty(); tag = next_tag(text)) {
      if (tag.starts_with('{')) {
        if (trimmed(tag.substr(1)).starts_with('=')) refuse_delimiters(id);
        continue;
      }
      tag = trimmed(tag);
      if (tag.starts_with('=')) refuse_delimiters(id);
      if (tag.starts_with('#') || tag.starts_with('^')) depth = std::max(depth, ++open);
      if (tag.starts_with('/')) --open;
      if (tag.starts_with('>')) depth = std::max(depth, open + 1 + depth_of(std::string{trimmed(tag.substr(1))}, level + open + 1));
      if (depth > template_nesting_limit) refuse_depth(id);
    }
    return depth;
  }

  [[noreturn]] void refuse_depth(const std::string& id) {
    refuse(id, tr("Template “{1}” holds sections and templates within each other, more than {2} deep.", {id, std::to_string(template_nesting_limit)}),
           tr("Close a section before you open the next one."));
  }
  [[noreturn]] void refuse_delimiters(const std::string& id) {
    refuse(id, tr("Template “{1}” changes the delimiters {{…}}, which templates of hdskit may not.", {id}), tr("Write each word between {{ and }}."));
  }

  const TemplateSource& source_;
  std::vector<std::string> path_;
  std::map<std::string, int> depths_;
};

} // namespace

void require_bounded_nesting(std::string_view id, const TemplateSource& source) { Nesting{source}.depth_of(std::string{id}, 0); }

} // namespace hdskit
