#pragma once

#include "unpack/archive_reader.hpp"
#include "unpack/tree_writer.hpp"

namespace hdskit::unpack {

/// What the command line asks for.
struct UnpackingOrder {
  std::string archive;     ///< a file; "": standard input
  std::string folder;      ///< to unpack into; "": members are listed
  std::string wanted_list; ///< a file with the paths that are wanted, each ended by a zero byte; "": all
  bool secret = false;     ///< the password is read from descriptor 3
  ReadingOrder reading;
  WritingOrder writing;
};

/// The whole program: 0 the archive is whole, 1 it is not, 3 it could not be read to its end for another reason, 64 usage. The account is the last line of
/// standard output. docs/formats/unpack-account.md.
int run_unpacking(const std::vector<std::string>& words);

/// Throws std::invalid_argument naming the word.
UnpackingOrder order_of(const std::vector<std::string>& words);

} // namespace hdskit::unpack
