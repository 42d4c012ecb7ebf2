#pragma once

#include <string_view>

namespace hdskit::page {

/// What the operators q and Q of a page's content leave open: a page that forgets one would move or hide what is drawn after it.
struct ContentBalance {
  int missing_saves = 0;    ///< how many q must come before it, so that no Q finds the stack empty
  int missing_restores = 0; ///< how many Q must come after it, with those q
};

/// Reads the content piece by piece (ISO 32000-1, 7.8): strings, comments and inline images are passed over.
class ContentScanner {
public:
  void take(std::string_view piece);
  ContentBalance balance(); ///< after the last piece

private:
  enum class Place { space, word, text, text_escape, hexadecimal, comment, image };
  void take(char c);
  void end_word();
  void in_text(char c);
  void in_image(char c);

  Place place_ = Place::space;
  int parentheses_ = 0;
  char word_[3] = {};
  int word_length_ = 0;
  char image_tail_[3] = {};
  int depth_ = 0, lowest_ = 0;
};

} // namespace hdskit::page
