#include "gui/viewer/pdf_document.hpp"

#include "gui/viewer/poppler_handles.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace hdskit::gui {

namespace {

/// poppler and cairo's fonts share a FreeType library between documents without a lock of their own.
std::mutex& poppler_lock() {
  static std::mutex lock;
  return lock;
}

} // namespace

struct PdfDocument::State {
  static std::unique_ptr<State> of(PopplerDocument* opened, GError* error, const std::string& name);

  Handle<PopplerDocument> document;
  std::string name;
  int page_count = 0;

  Handle<PopplerPage> page(int number) const {
    Handle<PopplerPage> page{poppler_document_get_page(document.get(), number)};
    if (!page)
      throw Problem{ProblemKind::damaged, name, tr("Page {1} of “{2}” cannot be read.", {std::to_string(number + 1), name}), tr("Ask for the document anew.")};
    return page;
  }
};

namespace {

PageSize claimed_size(PopplerPage* page) {
  PageSize size;
  poppler_page_get_size(page, &size.width, &size.height);
  const auto sound = [](double side) { return std::isfinite(side) && side > 0 ? side : 1; };
  return {sound(size.width), sound(size.height)};
}

PageSize believed(const PageSize& size) { return {std::clamp(size.width, smallest_side, largest_side), std::clamp(size.height, smallest_side, largest_side)}; }

[[noreturn]] void refuse(const std::string& name, const GError* error) {
  if (error && error->domain == POPPLER_ERROR && error->code == POPPLER_ERROR_ENCRYPTED)
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is locked with a password: it cannot be shown.", {name}),
                  tr("Save a copy, open it with its password, and file a version without one: an auditor could not read this one either.")};
  throw Problem{ProblemKind::damaged, name, tr("“{1}” is damaged: no page of it can be read.", {name}),
                tr("Ask for the document anew, or restore it from a backup, then replace the file.")};
}

void release_bytes(gpointer bytes) { delete static_cast<std::shared_ptr<const std::string>*>(bytes); }

} // namespace

/// Takes what poppler made of the bytes, or why it could not.
std::unique_ptr<PdfDocument::State> PdfDocument::State::of(PopplerDocument* opened, GError* error, const std::string& name) {
  Handle<PopplerDocument> document{opened};
  const ErrorHandle told{error};
  const int pages = document ? poppler_document_get_n_pages(document.get()) : 0;
  if (pages <= 0) refuse(name, told.get());
  return std::unique_ptr<State>{new State{std::move(document), name, std::min(pages, most_pages)}};
}

PdfDocument::PdfDocument(std::unique_ptr<State> state) : state_{std::move(state)} {}

PdfDocument::~PdfDocument() {
  const std::scoped_lock lock{poppler_lock()};
  state_.reset();
}

std::unique_ptr<PdfDocument> PdfDocument::of_bytes(std::shared_ptr<const std::string> bytes, const std::string& name) {
  const auto* text = bytes.get();
  const BytesHandle held{g_bytes_new_with_free_func(text->data(), text->size(), release_bytes, new std::shared_ptr<const std::string>{std::move(bytes)})};
  const std::scoped_lock lock{poppler_lock()};
  GError* error = nullptr;
  auto* document = poppler_document_new_from_bytes(held.get(), nullptr, &error);
  return std::unique_ptr<PdfDocument>{new PdfDocument{State::of(document, error, name)}};
}

std::unique_ptr<PdfDocument> PdfDocument::of_file(const std::filesystem::path& file) {
  read_start(file, 1); // tells what is wrong with the file itself
  const TextHandle uri{g_filename_to_uri(std::filesystem::absolute(file).c_str(), nullptr, nullptr)};
  const std::scoped_lock lock{poppler_lock()};
  GError* error = nullptr;
  auto* document = uri ? poppler_document_new_from_file(uri.get(), nullptr, &error) : nullptr;
  return std::unique_ptr<PdfDocument>{new PdfDocument{State::of(document, error, file.filename().string())}};
}

int PdfDocument::page_count() { return state_->page_count; }

PageSize PdfDocument::page_size(int page) {
  const std::scoped_lock lock{poppler_lock()};
  const Handle<PopplerPage> found{poppler_document_get_page(state_->document.get(), page)};
  constexpr PageSize a4{595, 842};
  return found ? believed(claimed_size(found.get())) : a4; // a lost page must not hide the others
}

std::string PdfDocument::page_label(int page) {
  const std::scoped_lock lock{poppler_lock()};
  const Handle<PopplerPage> found{poppler_document_get_page(state_->document.get(), page)};
  const TextHandle label{found ? poppler_page_get_label(found.get()) : nullptr};
  return bounded_text(label.get());
}

std::vector<OutlineEntry> PdfDocument::outline() {
  const std::scoped_lock lock{poppler_lock()};
  return outline_of(state_->document.get(), state_->page_count);
}

Picture PdfDocument::draw(int page, double pixels_per_point) {
  const std::scoped_lock lock{poppler_lock()};
  const auto found = state_->page(page);
  const auto claimed = claimed_size(found.get());
  const auto size = believed(claimed);
  const double scale = bounded_scale(size, pixels_per_point);
  PaperSheet sheet{std::max(1, static_cast<int>(std::lround(size.width * scale))), std::max(1, static_cast<int>(std::lround(size.height * scale)))};
  cairo_scale(sheet.context(), sheet.width() / claimed.width, sheet.height() / claimed.height);
  poppler_page_render(found.get(), sheet.context());
  return sheet.picture();
}

std::string PdfDocument::text(int page) {
  const std::scoped_lock lock{poppler_lock()};
  const TextHandle text{poppler_page_get_text(state_->page(page).get())};
  return text ? std::string{text.get()} : "";
}

std::vector<Hit> PdfDocument::find(int page, const std::string& words) {
  const std::scoped_lock lock{poppler_lock()};
  const auto found = state_->page(page);
  const auto claimed = claimed_size(found.get());
  const auto size = believed(claimed);
  const double across = size.width / claimed.width, down = size.height / claimed.height;
  GList* const places = poppler_page_find_text(found.get(), words.c_str());
  std::vector<Hit> hits;
  for (const auto* place = places; place; place = place->next) {
    const auto& box = *static_cast<PopplerRectangle*>(place->data); // from the lower left corner
    if (hits.size() < most_hits_a_page)
      hits.push_back({page, {box.x1 * across, (claimed.height - box.y2) * down, (box.x2 - box.x1) * across, (box.y2 - box.y1) * down}});
  }
  g_list_free_full(places, [](gpointer box) { poppler_rectangle_free(static_cast<PopplerRectangle*>(box)); });
  return hits;
}

} // namespace hdskit::gui
