#include "toolkit/page/content_balance.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hdskit::page {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
bool is_delimiter(char c) { return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' || c == '%'; }

} // namespace

void ContentScanner::take(std::string_view piece) {
  for (const char c : piece) take(c);
}

void ContentScanner::take(char c) {
  switch (place_) {
    case Place::comment:
      if (c == '\n' || c == '\r') place_ = Place::space;
      return;
    case Place::hexadecimal:
      if (c == '>') place_ = Place::space;
      else if (c == '<') place_ = Place::space; // "<<" opens a dictionary, not a string
      return;
    case Place::text:
    case Place::text_escape: return in_text(c);
    case Place::image: return in_image(c);
    case Place::space:
    case Place::word: break;
  }
  if (!is_space(c) && !is_delimiter(c)) {
    if (word_length_ < 3) word_[word_length_] = c;
    ++word_length_;
    place_ = Place::word;
    return;
  }
  end_word();
  if (place_ == Place::image) return in_image(c);
  if (c == '(') place_ = Place::text, parentheses_ = 1;
  else if (c == '<') place_ = Place::hexadecimal;
  else if (c == '%') place_ = Place::comment;
  else if (c == '/') place_ = Place::word, word_length_ = 3; // a name is long enough to be no operator
}

void ContentScanner::end_word() {
  const int length = std::exchange(word_length_, 0);
  place_ = Place::space;
  if (length == 1 && word_[0] == 'q') ++depth_;
  if (length == 1 && word_[0] == 'Q') lowest_ = std::min(lowest_, --depth_);
  if (length == 2 && word_[0] == 'I' && word_[1] == 'D') {
    place_ = Place::image;
    std::fill(std::begin(image_tail_), std::end(image_tail_), '\0');
  }
}

void ContentScanner::in_text(char c) {
  if (place_ == Place::text_escape) place_ = Place::text;
  else if (c == '\\') place_ = Place::text_escape;
  else if (c == '(') ++parentheses_;
  else if (c == ')' && --parentheses_ == 0) place_ = Place::space;
}

/// An inline image ends with EI between white space.
void ContentScanner::in_image(char c) {
  if (is_space(image_tail_[0]) && image_tail_[1] == 'E' && image_tail_[2] == 'I' && is_space(c)) {
    place_ = Place::space;
    return;
  }
  image_tail_[0] = image_tail_[1];
  image_tail_[1] = image_tail_[2];
  image_tail_[2] = c;
}

ContentBalance ContentScanner::balance() {
  take('\n');
  return {.missing_saves = -lowest_, .missing_restores = depth_ - lowest_};
}

} // namespace hdskit::page
