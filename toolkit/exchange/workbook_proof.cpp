#include "toolkit/exchange/workbook_proof.hpp"

#include "toolkit/base/text.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

namespace hdskit {
namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Part = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

/// "</worksheet>" for `<?xml …?>\n<worksheet …`.
std::string end_tag_of(std::string_view start) {
  const auto root = start.find('<', start.find("?>"));
  if (root == std::string_view::npos) return {};
  const auto name = start.substr(root + 1, start.find_first_of(" />", root) - root - 1);
  return "</" + std::string{name} + ">";
}

bool is_whole(zip_t* archive, zip_uint64_t number) {
  const Part part{zip_fopen_index(archive, number, 0), zip_fclose};
  if (!part) return false;
  std::string buffer(64u << 10, '\0'), start, end;
  for (;;) {
    const auto count = zip_fread(part.get(), buffer.data(), buffer.size()); // also compares the checksum of the part
    if (count < 0) return false;
    if (count == 0) break;
    const auto piece = std::string_view{buffer}.substr(0, static_cast<std::size_t>(count));
    if (start.empty()) start = piece.substr(0, 512);
    end = (end + std::string{piece}).substr(end.size() + piece.size() - std::min<std::size_t>(end.size() + piece.size(), 64));
  }
  const auto tag = end_tag_of(start);
  return !tag.empty() && trimmed(end).ends_with(tag);
}

} // namespace

bool is_whole_workbook(const std::filesystem::path& path) {
  const Archive archive{zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr), zip_discard};
  if (!archive) return false;
  const auto count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t number = 0; number < count; ++number)
    if (!is_whole(archive.get(), static_cast<zip_uint64_t>(number))) return false;
  return count > 0;
}

} // namespace hdskit
