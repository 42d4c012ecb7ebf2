#pragma once

#include "toolkit/markup/markup_text.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// The notebook of an import: what forbids it, and what is passed over. Reading goes on after a defect.
class LibraryFindings {
public:
  explicit LibraryFindings(std::string file = {}) : file_{std::move(file)} {}
  const std::string& file() const { return file_; }

  void refuse(int line, std::string sentence); ///< line 0: of the file as a whole
  void note(int line, std::string sentence);
  /// A field that the format does not have, in a kind of object; told once for all of them.
  void unknown_field(std::string_view kind, std::string_view field, int line);

  bool sound() const { return defects_.empty(); }
  std::vector<MarkupDefect> defects(); ///< by line, taken out
  std::vector<MarkupDefect> notes();   ///< the same

private:
  struct Count {
    int first_line = 0, times = 0;
  };
  std::string file_;
  std::vector<MarkupDefect> defects_, notes_;
  std::map<std::pair<std::string, std::string>, Count> unknown_;
};

/// A foreign word as it can stand in a sentence: at most 80 bytes, never half a character.
std::string shown_word(std::string_view text);

} // namespace hdskit
