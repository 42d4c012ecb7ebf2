#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// A text of the demonstration: lines "key: value", a blank line, then the body.
struct HeadedText {
  std::string name; ///< of the file, without folder and ".md"
  std::map<std::string, std::string> head;
  std::string body;

  std::string value(const std::string& key) const; ///< "" when the head lacks it
};

std::vector<HeadedText> demonstration_texts(std::string_view folder); ///< "answers", "documents"; by name
std::string_view demonstration_file(std::string_view path);           ///< throws std::logic_error: the program lacks its own file

} // namespace hdskit
