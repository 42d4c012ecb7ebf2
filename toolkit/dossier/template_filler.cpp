#include "toolkit/dossier/template_filler.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/template_nesting.hpp"
#include "toolkit/page/markdown.hpp"

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <map>

namespace hdskit {
namespace {

namespace mustache = kainjow::mustache;

mustache::data data_of(const Words& words) {
  mustache::data data{mustache::data::type::object};
  for (const auto& [name, value] : words.values()) {
    if (const auto* text = std::get_if<std::string>(&value)) data.set(name, *text);
    else if (const auto* condition = std::get_if<bool>(&value)) data.set(name, *condition);
    else {
      mustache::data rows{mustache::data::type::list};
      for (const auto& row : std::get<Words::List>(value)) rows.push_back(data_of(row));
      data.set(name, rows);
    }
  }
  return data;
}

/// Line (from 1) of the first tag that names `word`: {{word}}, {{#word}}, {{{word}}}, …
std::optional<std::size_t> line_of_word(std::string_view text, std::string_view word) {
  for (auto open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", open + 2)) {
    const auto close = text.find("}}", open);
    auto tag = text.substr(open + 2, close == std::string_view::npos ? close : close - open - 2);
    const auto first = tag.find_first_not_of("{#^/&> ");
    tag.remove_prefix(std::min(first, tag.size()));
    if (trimmed(tag) == word) return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, open), '\n'));
  }
  return std::nullopt;
}

[[noreturn]] void refuse_size(std::string_view id) {
  throw Problem{ProblemKind::bad_input, std::string{id}, tr("Template “{1}” makes far more text than a dossier can hold.", {id}),
                tr("Check its sections: a list repeated within itself grows without end.")};
}

/// The words as Mustache looks them up; remembers what nobody supplied, and fetches partial templates.
class StrictContext : public mustache::context<std::string> {
public:
  StrictContext(std::string_view id, const mustache::data* words, const TemplateSource& source) : context{words}, id_{id}, source_{source} {}

  const mustache::data* get(const std::string& name) const override {
    count();
    constexpr std::size_t named = 50; // more words are no help, and each is looked for in all templates
    const auto* found = context::get(name);
    if (!found && missing.size() < named && std::ranges::find(missing, name) == missing.end()) missing.push_back(name);
    return found;
  }

  const mustache::data* get_partial(const std::string& name) const override {
    count();
    const auto known = partials_.find(name);
    if (known != partials_.end()) return &known->second;
    texts[name] = source_(name);
    const auto text = texts[name];
    return &partials_.emplace(name, mustache::data{mustache::partial{[text] { return text; }}}).first->second;
  }

  mutable std::vector<std::string> missing;
  mutable std::map<std::string, std::string> texts;

private:
  void count() const {
    constexpr int limit = 2'000'000; // some hundred times what a chapter of the largest hospital asks
    if (++looked_up_ > limit) refuse_size(id_);
  }

  std::string_view id_;
  const TemplateSource& source_;
  mutable int looked_up_ = 0;
  mutable std::map<std::string, mustache::data> partials_;
};

/// Where the library writes to.
struct Filled {
  static constexpr std::size_t limit = 64u << 20;
  std::string_view id;
  std::string text;
  Filled& operator<<(const std::string& piece) {
    if (text.size() + piece.size() > limit) refuse_size(id);
    text += piece;
    return *this;
  }
};

[[noreturn]] void refuse_missing(std::string_view id, const std::string& text, const StrictContext& context) {
  std::string sentence;
  for (const auto& word : context.missing) {
    std::string place{id};
    auto line = line_of_word(text, word);
    for (const auto& [partial, partial_text] : context.texts)
      if (!line && (line = line_of_word(partial_text, word))) place = partial;
    if (!sentence.empty()) sentence += "\n";
    sentence += tr("Template “{1}”, line {2}: nothing supplies the word “{3}”.", {place, std::to_string(line.value_or(1)), word});
  }
  throw Problem{ProblemKind::bad_input, std::string{id}, sentence,
                tr("Correct the word in the template; the words that each template may use are listed in the guide to templates.")};
}

} // namespace

std::string fill_template(std::string_view id, const TemplateSource& source, const Words& words) {
  require_bounded_nesting(id, source);
  const auto text = source(id);
  mustache::mustache filler{text};
  filler.set_custom_escape([](const std::string& value) { return page::escaped_for_markdown(value); });
  const auto refuse_faulty = [&] {
    throw Problem{ProblemKind::bad_input, std::string{id}, tr("Template “{1}” is faulty: {2}.", {id, filler.error_message()}),
                  tr("Check that each {{#word}} has its {{/word}}.")};
  };
  if (!filler.is_valid()) refuse_faulty();
  const auto data = data_of(words);
  StrictContext context{id, &data, source};
  Filled filled{id, {}};
  filler.render(context, filled);
  if (!context.missing.empty()) refuse_missing(id, text, context);
  if (!filler.is_valid()) refuse_faulty();
  return std::move(filled.text);
}

} // namespace hdskit
