#pragma once

#include "toolkit/backup/restic_answers.hpp"
#include "toolkit/backup/source_driver.hpp"

namespace hdskit {

/// The folder of a snapshot that stands for what was saved: its one path, when it has just one and that is a folder of it ("/srv/dpi"); "" otherwise: all.
class ResticRoot {
public:
  explicit ResticRoot(const ResticSnapshot& snapshot);
  void see(const ResticNode& node); ///< nodes in the order of restic: what comes before the root must lead to it
  const std::string& path() const { return path_; }
  /// "a/b" of "/srv/dpi/a/b"; nothing for the root itself and the folders above it.
  std::optional<std::string> within(std::string_view path) const;

private:
  std::string path_;
  bool reached_ = false;
};

/// Every entry of a snapshot, a folder right before what it holds, with the bytes of its name as they are: for names that are not UTF-8 (old trees in Latin-1)
/// the snapshot is listed twice. Throws Problem damaged when it cannot be listed to its end.
void walk_restic_snapshot(const SourceAccess& access, const std::string& id, const std::function<void(const ResticSnapshot&)>& begin,
                          const std::function<void(const ResticNode&)>& take);

} // namespace hdskit
