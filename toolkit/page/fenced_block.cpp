#include "toolkit/page/fenced_block.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/block_reader.hpp"
#include "toolkit/page/figures.hpp"
#include "toolkit/page/markdown.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit::page {
namespace {

using Reader = Blocks (*)(const FencedBlock&, const MarkdownSource&);
struct KnownWord {
  std::string_view word;
  Reader read;
  bool nested; ///< may stand in a list or a quotation
};

/// The lines `key: value` of a block. Throws Problem bad_input for a line that is none, or a key that is not `known` or comes twice.
std::vector<FencedLine> keyed_lines(const FencedBlock& block, const MarkdownSource& source, const std::vector<std::string>& known) {
  std::vector<FencedLine> keyed;
  int line = block.line;
  for (const auto written : lines_of(block.text)) {
    ++line;
    if (trimmed(written).empty()) continue;
    const auto colon = written.find(':');
    const auto key = std::string{trimmed(written.substr(0, colon))};
    bool good = colon != std::string_view::npos && std::find(known.begin(), known.end(), key) != known.end();
    for (const auto& other : keyed) good = good && other.key != key;
    if (!good)
      source.fail(line, tr("“{1}” is not a line of the block “{2}”.", {trimmed(written), block.word}),
                  tr("Each line is a word, a colon and a value, each word once: {1}.", {joined(known, ", ")}));
    keyed.push_back({key, std::string{trimmed(written.substr(colon + 1))}, line});
  }
  return keyed;
}

int whole_number(const FencedLine& line, int least, int most, const MarkdownSource& source) {
  int number = 0;
  const auto* end = line.value.data() + line.value.size();
  const auto [at, error] = std::from_chars(line.value.data(), end, number);
  if (error != std::errc{} || at != end || number < least || number > most)
    source.fail(line.line, tr("“{1}” must be a whole number from {2} to {3}.", {line.key, std::to_string(least), std::to_string(most)}),
                tr("Correct the line."));
  return number;
}

Blocks read_form_field(const FencedBlock& block, const MarkdownSource& source) {
  FormField field;
  for (const auto& line : keyed_lines(block, source, {"label", "value", "lines"})) {
    if (line.key == "lines") field.lines = whole_number(line, 1, 40, source);
    else (line.key == "label" ? field.label : field.value) = without_markdown_escapes(line.value);
  }
  if (field.label.empty()) source.fail(block.line, tr("A form field needs a line “label: …”."), tr("Say what is to be filled in."));
  return {{field}};
}

Blocks read_contents(const FencedBlock& block, const MarkdownSource& source) {
  Contents contents;
  for (const auto& line : keyed_lines(block, source, {"title", "depth"})) {
    if (line.key == "depth") contents.depth = whole_number(line, 1, 6, source);
    else contents.title = without_markdown_escapes(line.value);
  }
  return {{contents}};
}

Blocks read_page_break(const FencedBlock& block, const MarkdownSource& source) {
  if (!trimmed(block.text).empty()) source.fail(block.line + 1, tr("The block “page-break” holds nothing."), tr("Remove the lines between its fences."));
  return {{PageBreak{}}};
}

Blocks read_anchor(const FencedBlock& block, const MarkdownSource& source) {
  const auto name = without_markdown_escapes(trimmed(block.text));
  if (!is_anchor(name)) source.fail(block.line + 1, tr("“{1}” is no name for an anchor.", {name}), tr("Use letters, digits, hyphens, dots and underscores."));
  return {{Anchor{name}}};
}

Blocks read_named_figure(const FencedBlock& block, const MarkdownSource& source) {
  const auto name = without_markdown_escapes(trimmed(block.text));
  std::vector<std::string> known;
  if (source.figures) {
    if (const auto found = source.figures->find(name); found != source.figures->end()) return {{found->second}};
    for (const auto& [other, figure] : *source.figures) known.push_back(other);
  }
  source.fail(block.line + 1, tr("There is no figure “{1}” here.", {name}),
              known.empty() ? tr("This text has no figures of its own; remove the block.") : tr("Its figures are {1}.", {joined(known, ", ")}));
}

Blocks read_lead(const FencedBlock& block, const MarkdownSource& source) {
  auto blocks = read_markdown(block.text, source.name, source.first_line + block.line);
  for (auto& inner : blocks) {
    auto* paragraph = std::get_if<Paragraph>(&inner.value);
    if (!paragraph) source.fail(block.line, tr("The block “lead” holds paragraphs only."), tr("Move lists, tables and headings out of it."));
    paragraph->style = Paragraph::Style::lead;
  }
  return blocks;
}

Blocks read_code(const FencedBlock& block, const MarkdownSource&) {
  Paragraph code{.style = Paragraph::Style::code};
  bool first = true;
  for (const auto line : lines_of(block.text)) {
    if (!first) {
      code.text.emplace_back();
      code.text.back().kind = Inline::Kind::line_break;
    }
    first = false;
    if (line.empty()) continue;
    code.text.emplace_back();
    code.text.back().text = without_markdown_escapes(line);
    code.text.back().code = true;
  }
  if (code.text.empty()) return {};
  return {{code}};
}

template <Figure read(std::string_view, const std::string&, int)> Blocks read_figure(const FencedBlock& block, const MarkdownSource& source) {
  return {{read(block.text, source.name, source.first_line + block.line - 1)}};
}

constexpr KnownWord known_words[] = {
    {"anchor", read_anchor, true},
    {"chart", read_figure<read_chart>, true},
    {"contents", read_contents, false},
    {"figure", read_named_figure, true},
    {"form-field", read_form_field, true},
    {"lead", read_lead, false},
    {"matrix", read_figure<read_matrix>, true},
    {"page-break", read_page_break, false},
    {"tree", read_figure<read_tree>, true},
};

} // namespace

std::vector<std::string> fenced_cells(std::string_view text) {
  std::vector<std::string> cells;
  std::size_t start = 0;
  const auto cell = [&](std::size_t end) { cells.push_back(without_markdown_escapes(trimmed(text.substr(start, end - start)))); };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\') ++at;
    else if (text[at] == '|') {
      cell(at);
      start = at + 1;
    }
  }
  cell(text.size());
  return cells;
}

Blocks read_fenced_block(const FencedBlock& block, const MarkdownSource& source) {
  if (block.word.empty()) return read_code(block, source);
  std::vector<std::string> words;
  for (const auto& known : known_words) {
    if (known.word == block.word) {
      if (block.nested && !known.nested)
        source.fail(block.line, tr("The block “{1}” cannot stand in a list or a quotation.", {block.word}), tr("Move it to the start of a line of its own."));
      return known.read(block, source);
    }
    words.emplace_back(known.word);
  }
  source.fail(block.line, tr("“{1}” is no fenced block that is known.", {block.word}),
              tr("The known ones are {1}; without a word the block is printed as it is.", {joined(words, ", ")}));
}

} // namespace hdskit::page
