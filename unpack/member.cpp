#include "unpack/member.hpp"

#include <algorithm>
#include <array>

namespace hdskit::unpack {

std::string_view word_of(MemberKind kind) {
  static constexpr std::array<std::string_view, 8> words{"file", "folder", "link", "hard_link", "fifo", "character_device", "block_device", "unknown"};
  return words.at(static_cast<std::size_t>(kind));
}

std::string_view word_of(RefusalReason reason) {
  static constexpr std::array<std::string_view, 9> words{"absolute",   "climbing", "through_link", "link_outside", "missing_twin",
                                                         "in_the_way", "too_long", "unnamed",      "unknown_kind"};
  return words.at(static_cast<std::size_t>(reason));
}

std::string_view word_of(StopReason reason) {
  static constexpr std::array<std::string_view, 8> words{"",  "no_space", "byte_limit", "member_limit", "password_needed", "password_wrong", "unsupported",
                                                         "io"};
  return words.at(static_cast<std::size_t>(reason));
}

bool is_hostile(RefusalReason reason) {
  return reason == RefusalReason::absolute || reason == RefusalReason::climbing || reason == RefusalReason::through_link ||
         reason == RefusalReason::link_outside;
}

std::string clean_path(std::string_view path) {
  if (path.empty() || path.find('\0') != std::string_view::npos) throw Refusal{RefusalReason::unnamed};
  if (path.front() == '/') throw Refusal{RefusalReason::absolute};
  if (path.size() > longest_path) throw Refusal{RefusalReason::too_long};
  std::string clean;
  for (std::size_t from = 0; from <= path.size();) {
    const auto to = std::min(path.find('/', from), path.size());
    const auto name = path.substr(from, to - from);
    from = to + 1;
    if (name.empty() || name == ".") continue;
    if (name == "..") throw Refusal{RefusalReason::climbing};
    if (!clean.empty()) clean += '/';
    clean += name;
  }
  return clean;
}

std::string escaped(std::string_view bytes) {
  static constexpr std::string_view digits = "0123456789ABCDEF", plain = " !#$&'()*+,-./:;=?@[]^_`{|}~";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool keeps = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || plain.find(c) != std::string_view::npos;
    if (keeps) text += c;
    else text.append({'%', digits[byte >> 4], digits[byte & 15]});
  }
  return text;
}

} // namespace hdskit::unpack
