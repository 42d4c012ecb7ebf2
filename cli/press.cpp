#include "cli/press.hpp"

#include "cli/context.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <ostream>

#include <unistd.h>

namespace hdskit::cli {

int run_in_press(Context& context) {
  const auto press = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "hdskit-press";
  std::vector<std::string> words{press.string()};
  words.insert(words.end(), context.words.begin(), context.words.end());
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  context.out.flush();
  execv(press.c_str(), argv.data());
  throw Problem{ProblemKind::not_found, press.string(), tr("The program “{1}”, which typesets, cannot be started.", {press.string()}),
                tr("Install hdskit again: hdskit and hdskit-press belong into the same folder.")};
}

} // namespace hdskit::cli
