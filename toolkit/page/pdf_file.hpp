#pragma once

#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::page {

/// The objects of a PDF 1.4 file (ISO 32000-1, 7.5), written as they come so that memory holds one number per object.
/// Cross-reference table, no object streams: PDF/A-1 (ISO 19005-1, 6.1.4) asks for that.
class PdfFile {
public:
  explicit PdfFile(const std::filesystem::path& file);

  int reserve(); ///< the number of an object to be written later; from 1
  void write(int object, std::string_view body);
  int add(std::string_view body) {
    const int object = reserve();
    write(object, body);
    return object;
  }

  /// `entries`: what the dictionary holds besides /Length: "/Filter /FlateDecode".
  void write_stream(int object, std::string_view entries, std::string_view bytes);
  /// For what is too large to hold: `pour` calls its argument with each piece; the length is written after the stream.
  void write_stream(int object, std::string_view entries, const std::function<void(const std::function<void(std::string_view)>&)>& pour);

  /// Writes the table and the trailer (the /ID from the digest of all bytes before it) and puts the file in place.
  void finish(int root, int document_information);
  std::uint64_t size() const { return file_.size(); }
  Digest digest(); ///< of the whole file, after finish

private:
  void open_object(int object);
  void put(std::string_view bytes);
  PendingFile file_;
  std::string name_;
  std::vector<std::uint64_t> offsets_; ///< by object number; 0: reserved, not written yet
  Sha256 sha_;                         ///< of the whole file
  Sha256 identity_;                    ///< of what stands before the trailer: the /ID stands inside it and cannot be part of its own digest
  std::optional<Digest> digest_;
};

std::string pdf_reference(int object);        ///< "12 0 R"
std::string pdf_text(std::string_view utf8);  ///< a text string, UTF-16BE with its mark when not ASCII, delimited and escaped
std::string pdf_name(std::string_view name);  ///< "/Name" with #xx escapes
std::string pdf_number(double value);         ///< at most 3 decimals, never an exponent, never "-0"
std::string deflated(std::string_view bytes); ///< zlib, a fixed level: same bytes, same result

} // namespace hdskit::page
