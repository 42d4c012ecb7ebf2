#include "toolkit/page/document_maker.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/page/ordered_work.hpp"

#include <algorithm>
#include <set>

namespace hdskit::page {
namespace {

constexpr std::size_t blocks_per_job = 24;

} // namespace

DocumentMaker::DocumentMaker(const Document& document, const PdfOptions& options, const Progress& progress)
    : document_{document}, options_{options}, progress_{progress}, references_{gather_references(document)}, faces_{options.style} {
  for (int i = 0; i < options.threads; ++i)
    typesetters_.push_back(std::make_unique<Typesetter>(faces_, references_, options.style, document.metadata.language));
}

void DocumentMaker::inspect_annexes() {
  for (const auto& annex : document_.annexes) {
    progress_.stop_if_cancelled();
    annexes_.push_back(inspect_annex(annex.file, annex.title));
  }
}

void DocumentMaker::shape() {
  const auto& blocks = document_.blocks;
  const std::size_t jobs = (blocks.size() + blocks_per_job - 1) / blocks_per_job;
  const auto step = tr("Shaping");
  ShapedBlocks pending; // what the blocks so far leave to the next one
  const auto make = [&](std::size_t worker, std::size_t job) {
    const auto start = job * blocks_per_job;
    return shape_blocks(*typesetters_[worker], std::span{blocks}.subspan(start, std::min(blocks_per_job, blocks.size() - start)), document_);
  };
  in_order<ShapedBlocks>(options_.threads, jobs, make, [&](std::size_t job, ShapedBlocks shaped) {
    progress_.stop_if_cancelled();
    progress_.tell(step, job + 1, jobs);
    if (!shaped.boxes.empty()) {
      auto& first = shaped.boxes.front();
      first.places.insert(first.places.begin(), pending.places.begin(), pending.places.end());
      first.starts_page = first.starts_page || pending.starts_page;
      pending = {};
    }
    std::move(shaped.boxes.begin(), shaped.boxes.end(), std::back_inserter(blocks_));
    pending.places.insert(pending.places.end(), shaped.places.begin(), shaped.places.end());
    pending.starts_page = pending.starts_page || shaped.starts_page;
  });
  if (!pending.places.empty()) blocks_.push_back({.content = TextBox{}, .places = pending.places}); // anchors behind the last block
  join_notes(blocks_);
  furniture_ = set_furniture(*typesetters_[0], document_);
  if (document_.cover) cover_ = set_cover(*typesetters_[0], *document_.cover);
  watermark_ = std::make_unique<Watermark>(*typesetters_[0], faces_, document_.watermark);
  for (const auto& annex : document_.annexes) stamps_.push_back(set_stamp(*typesetters_[0], annex.stamp));
  set_signs();
  choose_fonts();
  for (auto& typesetter : typesetters_) typesetter->words().release_shaping();
}

void DocumentMaker::set_signs() {
  auto& words = typesetters_[0]->words();
  std::uint32_t used = 1U << furniture_.cut.index();
  for (const auto& typesetter : typesetters_) used |= typesetter->words().used_cuts();
  for (std::size_t index = 0; index < cut_count; ++index) {
    if ((used >> index & 1) == 0) continue;
    const Cut cut{.family = static_cast<Family>(index / 4), .bold = (index & 2) != 0, .italic = (index & 1) != 0};
    signs_.space[index] = &words.space(cut);
    signs_.hyphen[index] = &words.hyphen(cut);
    for (int digit = 0; digit < 10; ++digit) signs_.digits[index][static_cast<std::size_t>(digit)] = &words.word(cut, std::to_string(digit));
  }
}

/// Numbers fonts by their files and glyphs by theirs, whatever the order in which threads met them.
void DocumentMaker::choose_fonts() {
  const auto faces = faces_.all();
  font_numbers_.assign(faces.size(), 0);
  std::map<FontFace, std::size_t> sorted;
  for (std::size_t i = 0; i < faces.size(); ++i) sorted.emplace(faces[i], i);
  for (const auto& [face, number] : sorted) font_numbers_[number] = fonts_.font(face);
  GlyphTexts texts;
  for (const auto& typesetter : typesetters_)
    for (const auto& [glyph, text] : typesetter->words().glyph_texts()) merge_glyph_text(texts, glyph, text);
  for (const auto& [glyph, text] : texts) fonts_.use(font_numbers_[glyph.first], glyph.second, text);
}

void DocumentMaker::make_up_pages() {
  const auto& style = options_.style;
  if (!blocks_.empty()) pages_ = paginate(blocks_, style.text_height());
  if (cover_) pages_.insert(pages_.begin(), Fragments{});
  if (pages_.empty() && document_.annexes.empty()) pages_.emplace_back(); // a PDF has at least one page
  locate_targets(pages_, references_, 0, style.margin_top);
  locate_annexes();
}

void DocumentMaker::locate_annexes() {
  total_pages_ = static_cast<int>(pages_.size());
  for (std::size_t i = 0; i < document_.annexes.size(); ++i) {
    const auto found = references_.anchors.find(document_.annexes[i].anchor);
    if (found != references_.anchors.end()) references_.targets[static_cast<std::size_t>(found->second)].page = total_pages_;
    total_pages_ += annexes_[i].pages;
  }
}

} // namespace hdskit::page
