#include "toolkit/page/annex_pages.hpp"

#include "toolkit/page/annex_appearances.hpp"
#include "toolkit/page/content_balance.hpp"
#include "toolkit/page/overlay_form.hpp"
#include "toolkit/page/raw_stream.hpp"

namespace hdskit::page {
namespace {

std::string box_entry(const char* key, const PageBox& box) {
  return std::string{" "} + key + " [" + pdf_number(box.left) + " " + pdf_number(box.bottom) + " " + pdf_number(box.right) + " " + pdf_number(box.top) + "]";
}

/// The streams of a page's content in their order; ISO 32000-1 allows one or an array.
std::vector<QPDFObjectHandle> streams_of(AnnexSource& source, QPDFObjectHandle contents) {
  if (is_lost(source.pdf(), contents)) source.refuse_damaged();
  if (contents.isStream()) return {contents};
  std::vector<QPDFObjectHandle> out;
  for (int i = 0; contents.isArray() && i < contents.getArrayNItems(); ++i) {
    auto part = contents.getArrayItem(i);
    if (is_lost(source.pdf(), part)) source.refuse_damaged();
    if (part.isStream()) out.push_back(part);
  }
  return out;
}

/// Very long contents are taken to be in order: looking costs more than it saves.
ContentBalance balance_of(std::vector<QPDFObjectHandle>& streams) {
  constexpr std::uint64_t longest = 8u << 20;
  ContentScanner scanner;
  for (auto& stream : streams) {
    if (!pour_decoded(stream, longest, [&scanner](std::string_view piece) { scanner.take(piece); })) return {};
    scanner.take("\n"); // streams of one page are parted as words are
  }
  return scanner.balance();
}

std::string repeated(std::string_view word, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += word;
  return out;
}

std::string free_overlay_name(QPDFObjectHandle xobjects) {
  std::string name = "/HdskitOverlay";
  while (xobjects.isDictionary() && xobjects.hasKey(name)) name += "X";
  return name;
}

} // namespace

AnnexPages::AnnexPages(PdfFile& file, AnnexSource& source, int parent, const OverlayOf& overlay, const Progress& progress)
    : file_{file}, source_{source}, parent_{parent}, overlay_{overlay}, progress_{progress}, copy_{file, source, progress} {}

std::vector<int> AnnexPages::write() {
  draw_filled_fields(source_.pdf());
  for (auto& page : source_.pages()) {
    objects_.push_back(file_.reserve());
    copy_.announce(page.dictionary, objects_.back());
  }
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    progress_.stop_if_cancelled();
    write_page(i);
    copy_.drain();
  }
  return objects_;
}

void AnnexPages::write_page(std::size_t index) {
  auto& page = source_.pages()[index];
  auto xobjects = page.resources.isInitialized() && page.resources.isDictionary() ? page.resources.getKey("/XObject") : QPDFObjectHandle::newNull();
  const auto shown = appearances_of(page, xobjects);
  std::string forms, after;
  for (const auto& [name, form] : shown.forms) forms += " " + pdf_name(std::string_view{name}.substr(1)) + " " + copy_.reference(form);
  if (!shown.content.empty()) after += "q\n" + shown.content + "Q\n";
  if (const int form = write_overlay(file_, overlay_, page.visible, page.rotation, page.unit, static_cast<int>(index) + 1)) {
    const auto name = free_overlay_name(xobjects);
    forms += " " + name + " " + pdf_reference(form);
    after += "q " + name + " Do Q\n";
  }

  std::string body = "<< /Type /Page /Parent " + pdf_reference(parent_) + box_entry("/MediaBox", page.media) + box_entry("/CropBox", page.visible);
  if (page.rotation != 0) body += " /Rotate " + std::to_string(page.rotation);
  body += " /Contents " + contents(page, after) + " /Resources " + resources(page, forms);
  // Whatever else a page may carry (scripts, structure, private data, thumbnails, sounds) stays behind.
  for (const char* key : {"/Group", "/BleedBox", "/TrimBox", "/ArtBox", "/UserUnit"})
    if (auto value = page.dictionary.getKey(key); !value.isNull()) body += std::string{" "} + key + " " + copy_.value(value);
  std::string links;
  for (const int link : AnnexLinks{file_, source_, copy_, objects_}.of(page)) links += (links.empty() ? "" : " ") + pdf_reference(link);
  if (!links.empty()) body += " /Annots [" + links + "]";
  file_.write(objects_[index], body + " >>");
}

int AnnexPages::fixed_stream(const std::string& content) {
  auto& object = fixed_streams_[content];
  if (object == 0) {
    object = file_.reserve();
    file_.write_stream(object, "", content);
  }
  return object;
}

std::string AnnexPages::contents(AnnexPage& page, const std::string& after) {
  auto streams = streams_of(source_, page.dictionary.getKey("/Contents"));
  const auto balance = balance_of(streams);
  std::string out = "[" + pdf_reference(fixed_stream(repeated("q\n", 1 + balance.missing_saves)));
  for (const auto& stream : streams) out += " " + copy_.reference(stream);
  return out + " " + pdf_reference(fixed_stream("\n" + repeated("Q\n", 1 + balance.missing_restores) + after)) + "]";
}

std::string AnnexPages::resources(AnnexPage& page, const std::string& forms) {
  if (!page.resources.isInitialized() || !page.resources.isDictionary()) return "<< /XObject <<" + forms + " >> >>";
  std::string out = "<<";
  for (auto& [key, entry] : page.resources.getDictAsMap()) {
    if (key == "/XObject") continue;
    out += " " + pdf_name(std::string_view{key}.substr(1)) + " " + (entry.isIndirect() ? copy_.reference(entry) : copy_.value(entry));
  }
  std::string named;
  auto xobjects = page.resources.getKey("/XObject");
  if (is_lost(source_.pdf(), xobjects)) source_.refuse_damaged();
  if (xobjects.isDictionary())
    for (auto& [key, entry] : xobjects.getDictAsMap())
      named += " " + pdf_name(std::string_view{key}.substr(1)) + " " + (entry.isIndirect() ? copy_.reference(entry) : copy_.value(entry));
  return out + " /XObject <<" + named + forms + " >> >>";
}

} // namespace hdskit::page
