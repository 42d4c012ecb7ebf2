#include "toolkit/verification/read_tree.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/verification/tree_pipeline.hpp"

#include <cerrno>
#include <system_error>

#include <fcntl.h>

namespace hdskit {
namespace {

Descriptor open_root(const std::filesystem::path& root) {
  Descriptor folder{::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (folder.is_open()) return folder;
  if (errno == ENOTDIR) throw Problem{ProblemKind::bad_input, root.string(), tr("“{1}” is no folder.", {root.string()}), tr("Give the path of a folder.")};
  fail_on_file(root, errno);
}

std::unique_ptr<TreeWalk> walk_of(const std::filesystem::path& root) {
  auto folder = open_root(root);
  try {
    return std::make_unique<TreeWalk>(std::move(folder));
  } catch (const std::system_error& error) { fail_on_file(root, error.code().value()); }
}

} // namespace

TreeTotals read_tree(const std::filesystem::path& root, const TreeReading& reading, const std::function<void(TreeEntry&)>& take) {
  const auto walk = walk_of(root);
  TreePipeline pipeline{*walk, reading}; // ends before the walk: entries in flight hold folders of it
  return pipeline.run(take);
}

} // namespace hdskit
