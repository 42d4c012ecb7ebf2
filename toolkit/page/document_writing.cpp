#include "toolkit/page/document_maker.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/page/annex_stamp.hpp"
#include "toolkit/page/ordered_work.hpp"
#include "toolkit/page/outline.hpp"
#include "toolkit/page/pdf_image.hpp"
#include "toolkit/page/pdf_metadata.hpp"

#include <algorithm>

namespace hdskit::page {
namespace {

constexpr std::size_t pages_per_group = 128; // a viewer finds page n of thousands without reading all
constexpr int deepest_outline = 3;

std::string box_of(double x0, double y0, double x1, double y1) {
  return "[" + pdf_number(x0) + " " + pdf_number(y0) + " " + pdf_number(x1) + " " + pdf_number(y1) + "]";
}

/// A URI is ASCII (RFC 3986): other bytes as %xx.
std::string ascii_uri(const std::string& uri) {
  std::string out;
  for (const char c : uri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) out += c;
    else out += std::string{'%'} + "0123456789ABCDEF"[byte >> 4] + "0123456789ABCDEF"[byte & 15];
  }
  return out;
}

} // namespace

PdfOutcome DocumentMaker::write(const std::filesystem::path& path) {
  PdfFile file{path};
  page_root_ = file.reserve();
  resources_ = file.reserve();
  for (std::size_t i = 0; i < pages_.size(); ++i) page_objects_.push_back(file.reserve());
  const auto& style = options_.style;
  if (!document_.watermark.empty()) {
    watermark_object_ = file.reserve();
    file.write_stream(watermark_object_,
                      "/Type/XObject/Subtype/Form/BBox" + box_of(0, 0, style.page_width, style.page_height) + "/Resources<<>>/Filter/FlateDecode",
                      deflated(watermark_->across(style.page_width, style.page_height, true)));
  }
  write_images(file);
  file.write(resources_, "<</Font<<" + fonts_.resources(file) + ">>>>");
  fonts_.write(file);
  StructureTree structure{file, static_cast<int>(pages_.size())};
  write_pages(file, structure);
  write_annexes(file);
  std::string kids;
  for (const auto& group : groups_) {
    file.write(group.object, "<</Type/Pages/Parent " + pdf_reference(page_root_) + "/Count " + std::to_string(group.count) + "/Kids[" + group.kids + "]>>");
    kids += pdf_reference(group.object) + " ";
  }
  file.write(page_root_, "<</Type/Pages/Count " + std::to_string(total_pages_) + "/Kids[" + kids + "]>>");
  const int root = write_catalogue(file, structure.finish());
  progress_.stop_if_cancelled();
  file.finish(root, write_document_information(file, document_.metadata));
  return outcome(file);
}

void DocumentMaker::write_images(PdfFile& file) {
  std::map<std::string_view, int> known; // the same picture is embedded once
  for (const auto& block : blocks_) {
    const auto* figure = std::get_if<FigureBox>(&block.content);
    if (figure == nullptr || figure->picture == nullptr) continue;
    progress_.stop_if_cancelled();
    const auto [entry, fresh] = known.try_emplace(*figure->picture, 0);
    if (fresh) entry->second = write_image(file, *figure->picture, *figure->alternative);
    images_[figure->picture] = entry->second;
  }
}

void DocumentMaker::write_pages(PdfFile& file, StructureTree& structure) {
  const Makeup makeup{options_.style, references_, signs_, font_numbers_, images_, furniture_, cover_ ? &*cover_ : nullptr, watermark_object_, total_pages_};
  const auto step = tr("Writing pages");
  in_order<PaintedPage>(
      options_.threads, pages_.size(), [&](std::size_t, std::size_t number) { return paint_page(makeup, pages_[number], static_cast<int>(number)); },
      [&](std::size_t number, const PaintedPage& page) {
        progress_.stop_if_cancelled();
        write_page(file, structure, number, page);
        progress_.tell(step, number + 1, pages_.size());
      });
}

void DocumentMaker::write_page(PdfFile& file, StructureTree& structure, std::size_t number, const PaintedPage& page) {
  if (number % pages_per_group == 0) groups_.push_back({.object = file.reserve()});
  auto& group = groups_.back();
  const int object = page_objects_[number], content = file.reserve();
  file.write_stream(content, "/Filter/FlateDecode", page.content);
  std::vector<int> annotations;
  for (std::size_t i = 0; i < page.links.size(); ++i) annotations.push_back(file.reserve());
  const auto keys = structure.add_page(page, object, annotations);
  std::string body = "<</Type/Page/Parent " + pdf_reference(group.object) + "/MediaBox" + box_of(0, 0, options_.style.page_width, options_.style.page_height) +
                     "/Contents " + pdf_reference(content) + "/StructParents " + std::to_string(number) + "/Tabs/S";
  if (page.objects.empty()) {
    body += "/Resources " + pdf_reference(resources_);
  } else {
    body += "/Resources<</Font<<" + fonts_.resources(file) + ">>/XObject<<";
    for (const int drawn : page.objects) body += "/X" + std::to_string(drawn) + " " + pdf_reference(drawn);
    body += ">>>>";
  }
  if (!annotations.empty()) {
    body += "/Annots[";
    for (std::size_t i = 0; i < annotations.size(); ++i) body += pdf_reference(write_link(file, page.links[i], annotations[i], keys[i])) + " ";
    body += "]";
  }
  file.write(object, body + ">>");
  group.kids += pdf_reference(object) + " ";
  ++group.count;
}

std::string DocumentMaker::destination(const Target& target) const {
  if (target.annex >= 0) return pdf_text(destination_name(target.name));
  return "[" + pdf_reference(page_objects_.at(static_cast<std::size_t>(target.page))) + "/XYZ null " + pdf_number(options_.style.page_height - target.y + 6) +
         " null]";
}

int DocumentMaker::write_link(PdfFile& file, const LinkArea& area, int object, int key) const {
  const auto& target = references_.targets[static_cast<std::size_t>(area.target)];
  const double bottom = options_.style.page_height - area.y - area.height;
  std::string body = "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect" + box_of(area.x, bottom, area.x + area.width, bottom + area.height) +
                     "/StructParent " + std::to_string(key);
  if (target.is_uri) body += "/Contents" + pdf_text(target.name) + "/A<</S/URI/URI" + pdf_text(ascii_uri(target.name)) + ">>";
  else body += "/Contents" + pdf_text("page\u00a0" + std::to_string(target.page + 1)) + "/Dest" + destination(target);
  file.write(object, body + ">>");
  return object;
}

void DocumentMaker::write_annexes(PdfFile& file) {
  const AnnexStamp overlay{font_numbers_, signs_, furniture_, references_, options_.style, *watermark_, total_pages_};
  const auto step = tr("Annexes");
  int before = static_cast<int>(pages_.size());
  for (std::size_t i = 0; i < document_.annexes.size(); ++i) {
    progress_.stop_if_cancelled();
    const auto& annex = document_.annexes[i];
    const int count = annexes_[i].pages;
    groups_.push_back({.object = file.reserve(), .count = count});
    const auto pages = copy_annex(file, annex.file, annex.title, groups_.back().object,
                                  [&](double width, double height, int page) {
                                    return Overlay{overlay.content(width, height, stamps_[i], page, count, before + page), fonts_.resources(file)};
                                  },
                                  {.cancelled = progress_.cancelled});
    for (const int page : pages) groups_.back().kids += pdf_reference(page) + " ";
    annex_page_objects_.push_back(pages.at(0));
    before += count;
    progress_.tell(step, i + 1, document_.annexes.size());
  }
}

int DocumentMaker::write_catalogue(PdfFile& file, int structure) {
  std::vector<OutlineEntry> entries;
  for (const auto& heading : references_.headings)
    if (heading.heading->level <= deepest_outline)
      entries.push_back({heading.heading->level, heading.text, destination(references_.targets[static_cast<std::size_t>(heading.target)])});
  std::map<std::string, std::string> names;
  for (const auto& [anchor, number] : references_.anchors) {
    const auto& target = references_.targets[static_cast<std::size_t>(number)];
    if (target.annex < 0) names[destination_name(anchor)] = destination(target);
  }
  for (std::size_t i = 0; i < document_.annexes.size(); ++i) {
    const auto place = "[" + pdf_reference(annex_page_objects_[i]) + "/XYZ null null null]";
    entries.push_back({1, document_.annexes[i].title, place});
    names[destination_name(document_.annexes[i].anchor)] = place;
  }
  const bool claim_pdf_a = document_.annexes.empty();
  std::string body = "<</Type/Catalog/Pages " + pdf_reference(page_root_) + "/StructTreeRoot " + pdf_reference(structure) + "/MarkInfo<</Marked true>>/Lang" +
                     pdf_text(document_.metadata.language) + "/ViewerPreferences<</DisplayDocTitle true>>/Metadata " +
                     pdf_reference(write_xmp(file, document_.metadata, claim_pdf_a)) + "/OutputIntents[" + pdf_reference(write_output_intent(file)) + "]";
  if (const int outline = write_outline(file, entries); outline != 0) body += "/PageMode/UseOutlines/Outlines " + pdf_reference(outline);
  if (const int tree = write_names(file, names); tree != 0) body += "/Names<</Dests " + pdf_reference(tree) + ">>";
  return file.add(body + ">>");
}

PdfOutcome DocumentMaker::outcome(PdfFile& file) const {
  PdfOutcome outcome{.pages = total_pages_,
                     .generated_pages = static_cast<int>(pages_.size()),
                     .headings = {},
                     .pages_of_anchors = {},
                     .digest = file.digest(),
                     .size = file.size()};
  for (const auto& heading : references_.headings)
    outcome.headings.push_back(
        {heading.heading->level, heading.text, heading.heading->anchor, references_.targets[static_cast<std::size_t>(heading.target)].page + 1});
  for (const auto& [anchor, number] : references_.anchors) outcome.pages_of_anchors[anchor] = references_.targets[static_cast<std::size_t>(number)].page + 1;
  return outcome;
}

} // namespace hdskit::page
