#include "fuzz/answer.hpp"
#include "toolkit/page/markdown.hpp"

// Templates and prose of a hospital. Promises: data stays one plain piece of text wherever a template puts it, prose becomes nothing but paragraphs and
// lists, and neither is ever refused.

using namespace hdskit::page;

namespace {

bool plain(const Inlines& text) {
  if (text.size() != 1) return false;
  Inline bare;
  bare.text = text[0].text;
  return text[0] == bare;
}

const Paragraph* only_paragraph(const Blocks& blocks) { return blocks.size() == 1 ? std::get_if<Paragraph>(&blocks[0].value) : nullptr; }

void try_data(std::string_view data) {
  const auto escaped = escaped_for_markdown(data);
  const auto line = blocks_of_markdown("avant " + escaped + " après", "line");
  const auto* paragraph = only_paragraph(line);
  fuzz::promise(paragraph && paragraph->style == Paragraph::Style::body && plain(paragraph->text), "data within a line is plain text");
  const auto alone = blocks_of_markdown(escaped, "alone");
  fuzz::promise(alone.empty() || (only_paragraph(alone) && plain(only_paragraph(alone)->text)), "data alone is a plain paragraph");
  const auto cells = blocks_of_markdown("| a | b |\n|---|---|\n| " + escaped + " | x |\n", "cells");
  const auto* table = cells.size() == 1 ? std::get_if<Table>(&cells[0].value) : nullptr;
  fuzz::promise(table && table->rows.size() == 1 && table->rows[0].size() == 2, "data stays in its cell");
  fuzz::promise(table->rows[0][0].text.empty() || plain(table->rows[0][0].text), "data in a cell is plain text");
}

void try_prose(std::string_view prose) {
  for (const auto& block : blocks_of_markdown(prose_as_markdown(prose), "prose"))
    fuzz::promise(std::holds_alternative<Paragraph>(block.value) || std::holds_alternative<List>(block.value), "prose is paragraphs and lists");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  fuzz::done([&] { blocks_of_markdown(text, "template"); });
  fuzz::promise(fuzz::done([&] { try_data(text); }), "data is never refused");
  fuzz::promise(fuzz::done([&] { try_prose(text); }), "prose is never refused");
  return 0;
}
