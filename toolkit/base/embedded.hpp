#pragma once

#include <string_view>

namespace hdskit::embedded {

/// A file carried inside the program (see cmake/embed.cmake), by its path relative to the folder it came from.
struct File {
  std::string_view path;
  std::string_view bytes;
};

} // namespace hdskit::embedded
