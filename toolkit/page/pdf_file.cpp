#include "toolkit/page/pdf_file.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <stdexcept>

namespace hdskit::page {
namespace {

// The comment of high bytes tells transfer programs that the file is binary; PDF/A-1 (6.1.2) makes it mandatory.
constexpr std::string_view header = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
// An offset in a classic cross-reference table has ten digits.
constexpr std::uint64_t largest_offset = 9'999'999'999;

std::string padded(std::uint64_t number, std::size_t width) {
  const auto digits = std::to_string(number);
  return std::string(width - digits.size(), '0') + digits;
}

} // namespace

PdfFile::PdfFile(const std::filesystem::path& file) : file_{file}, name_{file.string()}, offsets_(1) { put(header); }

void PdfFile::put(std::string_view bytes) {
  file_.write(bytes);
  sha_.update(bytes);
  identity_.update(bytes);
}

int PdfFile::reserve() {
  offsets_.push_back(0);
  return static_cast<int>(offsets_.size() - 1);
}

void PdfFile::open_object(int object) {
  if (file_.size() > largest_offset)
    throw Problem{ProblemKind::no_space, name_, tr("“{1}” would become larger than the 10 GB that a PDF file of this kind can hold.", {name_}),
                  tr("Leave out some annexes, or make their scans smaller.")};
  offsets_.at(static_cast<std::size_t>(object)) = file_.size();
  put(std::to_string(object) + " 0 obj\n");
}

void PdfFile::write(int object, std::string_view body) {
  open_object(object);
  put(body);
  put("\nendobj\n");
}

void PdfFile::write_stream(int object, std::string_view entries, std::string_view bytes) {
  open_object(object);
  put("<< /Length " + std::to_string(bytes.size()) + " ");
  put(entries);
  put(" >>\nstream\n");
  put(bytes);
  put("\nendstream\nendobj\n");
}

void PdfFile::write_stream(int object, std::string_view entries, const std::function<void(const std::function<void(std::string_view)>&)>& pour) {
  const int length_object = reserve();
  open_object(object);
  put("<< /Length " + pdf_reference(length_object) + " ");
  put(entries);
  put(" >>\nstream\n");
  const auto start = file_.size();
  pour([this](std::string_view piece) { put(piece); });
  const auto length = file_.size() - start;
  put("\nendstream\nendobj\n");
  write(length_object, std::to_string(length));
}

void PdfFile::finish(int root, int document_information) {
  const auto table = file_.size();
  const auto count = offsets_.size();
  put("xref\n0 " + std::to_string(count) + "\n");
  // What was reserved and never written is a free entry, and the free entries are chained from entry 0 (ISO 32000-1, 7.5.4).
  std::vector<std::size_t> next_free(count, 0);
  for (std::size_t object = count, next = 0; object-- > 0;)
    if (offsets_[object] == 0) next_free[object] = next, next = object;
  for (std::size_t object = 0; object < count; ++object) {
    if (offsets_[object] == 0) put(padded(next_free[object], 10) + (object == 0 ? " 65535 f \n" : " 00000 f \n"));
    else put(padded(offsets_[object], 10) + " 00000 n \n");
  }
  const auto id = identity_.finish().hex().substr(0, 32);
  std::string trailer = "trailer\n<< /Size " + std::to_string(count) + " /Root " + pdf_reference(root);
  if (document_information > 0) trailer += " /Info " + pdf_reference(document_information);
  trailer += " /ID [<" + id + "> <" + id + ">] >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  file_.write(trailer);
  sha_.update(trailer);
  const auto digest = sha_.finish();
  file_.commit();
  digest_ = digest;
}

Digest PdfFile::digest() {
  if (!digest_) throw std::logic_error{"PdfFile::digest before finish"};
  return *digest_;
}

} // namespace hdskit::page
