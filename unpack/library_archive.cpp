#include "unpack/library_archive.hpp"
#include "unpack/member.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

namespace hdskit::unpack {

LibraryArchive new_library_archive() {
  LibraryArchive made{::archive_read_new()};
  if (!made) throw Stop{StopReason::no_space, "memory"};
  return made;
}

std::string words_of(archive* of) {
  const char* words = ::archive_error_string(of);
  return words == nullptr ? "unknown" : words;
}

std::string_view InputHook::peek() {
  if (peeked_) return first_;
  first_ = input_.next();
  peeked_ = true;
  if (input_.size()) input_.go_to(0);
  return first_;
}

std::string_view InputHook::next() {
  if (input_.size() && peeked_) peeked_ = false; // it starts anew
  if (!peeked_) return input_.next();
  peeked_ = false;
  return first_;
}

void InputHook::open(archive* of, bool by_place) {
  ::archive_read_set_callback_data(of, this);
  ::archive_read_set_read_callback(of, &InputHook::read);
  if (by_place) {
    ::archive_read_set_seek_callback(of, &InputHook::seek);
    ::archive_read_set_skip_callback(of, &InputHook::skip);
  }
  ::archive_read_open1(of); // what it finds wrong comes again with the first member
  rethrow();
}

void InputHook::rethrow() {
  if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
}

la_ssize_t InputHook::read(archive* of, void* hook, const void** bytes) {
  auto& self = *static_cast<InputHook*>(hook);
  try {
    if (self.thrown_) return -1;
    const auto piece = self.next();
    *bytes = piece.data();
    return static_cast<la_ssize_t>(piece.size());
  } catch (...) {
    self.thrown_ = std::current_exception();
    ::archive_set_error(of, EIO, "reading stopped");
    return -1;
  }
}

la_int64_t InputHook::skip(archive* /*of*/, void* hook, la_int64_t count) {
  auto& input = static_cast<InputHook*>(hook)->input_;
  const auto size = input.size().value_or(0);
  const auto left = size > input.place() ? static_cast<la_int64_t>(size - input.place()) : 0;
  const auto skipped = std::min(count, left);
  if (skipped > 0) input.go_to(input.place() + static_cast<std::uint64_t>(skipped));
  return std::max<la_int64_t>(skipped, 0);
}

la_int64_t InputHook::seek(archive* /*of*/, void* hook, la_int64_t offset, int whence) {
  auto& input = static_cast<InputHook*>(hook)->input_;
  const auto from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? input.place() : input.size().value_or(0);
  la_int64_t place = 0;
  if (__builtin_add_overflow(static_cast<la_int64_t>(from), offset, &place) || place < 0) return ARCHIVE_FATAL;
  input.go_to(static_cast<std::uint64_t>(place));
  return place;
}

} // namespace hdskit::unpack
