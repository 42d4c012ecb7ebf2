#include "toolkit/exchange/workbook_proof.hpp"

#include "toolkit/base/text.hpp"

#include <zip.h>

#include <memory>
#include <string>

namespace hdskit {
namespace {

constexpr std::string_view worksheet_part = "xl/worksheets/sheet1.xml";
constexpr std::size_t piece_size = 64u << 10;

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Part = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

/// Counts the elements “c” and the bytes inside of “t”, and remembers the first and the last tag.
class XmlCounter {
public:
  void take(std::string_view bytes) {
    for (const char byte : bytes) {
      if (byte == '<') {
        tag_.clear();
        in_tag_ = true;
      } else if (byte == '>' && in_tag_) {
        end_tag();
      } else if (!in_tag_) {
        content_.text_bytes += in_text_;
      } else if (tag_.size() < longest_name) {
        tag_ += byte;
      }
    }
  }

  bool is_whole() const { return !in_tag_ && !root_.empty() && tag_ == "/" + root_; }
  const WorksheetContent& content() const { return content_; }

private:
  static constexpr std::size_t longest_name = 64;

  void end_tag() {
    in_tag_ = false;
    const auto name = tag_.substr(0, tag_.find(' '));
    if (root_.empty() && !name.starts_with('?')) root_ = name;
    content_.cells += name == "c";
    in_text_ = name == "t";
  }

  WorksheetContent content_;
  std::string tag_, root_;
  bool in_tag_ = false, in_text_ = false;
};

/// Nothing when the part cannot be read to its end.
std::optional<WorksheetContent> part_content(zip_t* archive, zip_uint64_t number) {
  const Part part{zip_fopen_index(archive, number, 0), zip_fclose};
  if (!part) return std::nullopt;
  XmlCounter counter;
  std::string buffer(piece_size, '\0');
  for (;;) {
    const auto count = zip_fread(part.get(), buffer.data(), buffer.size()); // also compares the checksum of the part
    if (count < 0) return std::nullopt;
    if (count == 0) break;
    counter.take(std::string_view{buffer}.substr(0, static_cast<std::size_t>(count)));
  }
  return counter.is_whole() ? std::optional{counter.content()} : std::nullopt;
}

} // namespace

std::uint64_t bytes_as_xml(std::string_view text) {
  std::uint64_t bytes = text.size();
  for (const char c : text) bytes += c == '&' ? 4 : c == '<' || c == '>' ? 3 : 0; // &amp; &lt; &gt;
  return bytes;
}

std::optional<WorksheetContent> workbook_content(const std::filesystem::path& path) {
  const Archive archive{zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr), zip_discard};
  if (!archive) return std::nullopt;
  std::optional<WorksheetContent> worksheet;
  const auto count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto number = static_cast<zip_uint64_t>(i);
    const auto content = part_content(archive.get(), number);
    if (!content) return std::nullopt;
    const auto* name = zip_get_name(archive.get(), number, 0);
    if (name && name == worksheet_part) worksheet = content;
  }
  return worksheet;
}

} // namespace hdskit
