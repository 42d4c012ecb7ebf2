#pragma once

#include "gui/presenter/cell.hpp"
#include "toolkit/access/directory_answers_file.hpp"

#include <string>

namespace hdskit::gui {

// Asking the directory's interface about those whom its extract did not find: what the dialog asks, and what is done in the background.

/// Paths are whole, "" where a source is not given.
struct DirectoryWish {
  std::string accounts, people, extract; ///< as the campaign has them
  std::string address = usual_directory_address;
  std::string key_file; ///< its first line is the key
  std::string ca_file, proxy;
  std::string answers; ///< where they are kept
};
/// What must be mended before anybody is asked; "" when nothing must. Reads no file.
std::string wish_fault(const DirectoryWish& wish);
/// Beside the accounts; "" when there are none.
std::string proposed_answers_file(const std::string& accounts);

/// How it came out, of the whole file.
struct AskedDirectory {
  std::string file;
  std::size_t asked_now = 0;
  DirectoryAnswerCounts counts;
};
/// Reads whom, asks the named interface and nothing else, and keeps the answers. For a thread in the background. Throws what the readers and
/// ask_directory_into do; what was answered until then is kept, and another call goes on with the rest.
AskedDirectory ask_wished_directory(const DirectoryWish& wish, Instant now, const Progress& progress);
Cell told_of(const AskedDirectory& asked);

} // namespace hdskit::gui
