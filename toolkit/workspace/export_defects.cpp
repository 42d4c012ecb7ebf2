#include "toolkit/workspace/export_defects.hpp"

#include "toolkit/base/child_process.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

/// Names of files come from elsewhere: one must not drive a terminal.
std::string on_one_line(std::string_view text) {
  auto line = readable(text);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    const bool c1 = byte == 0xC2 && i + 1 < line.size() && static_cast<unsigned char>(line[i + 1]) < 0xA0; // U+0080 to U+009F
    if (c1) line.erase(i, 1);
    if (c1 || byte < 0x20 || byte == 0x7f) line[i] = '?';
  }
  return line;
}

} // namespace

void ExportDefects::report(const std::string& place, const std::string& sentence) {
  constexpr std::size_t most = 100; // beyond, a list of defects helps nobody
  if (++count_ <= most) sentences_.push_back(on_one_line(place + ": " + sentence));
}

void ExportDefects::refuse(const std::filesystem::path& folder) const {
  if (none()) return;
  auto said = replaced(
      trn("The export “{2}” has {1} defect; nothing was created.", "The export “{2}” has {1} defects; nothing was created.", static_cast<std::int64_t>(count_)),
      "{2}", folder.string());
  for (const auto& sentence : sentences_) said += "\n" + sentence;
  if (count_ > sentences_.size()) said += "\n…";
  throw Problem{ProblemKind::damaged, folder.string(), said, tr("Use another copy of the export, or export the workspace again.")};
}

} // namespace hdskit
