#include "toolkit/verification/extended_attributes.hpp"

#include <algorithm>
#include <cerrno>
#include <functional>
#include <string>
#include <vector>

#include <sys/xattr.h>

namespace hdskit {
namespace {

/// Reads names, or the value of one, into a place that is given; -1 with errno.
struct AttributeReading {
  std::function<ssize_t(char*, std::size_t)> names;
  std::function<ssize_t(const char*, char*, std::size_t)> value;
};

bool belongs_to_acl(std::string_view name) { return name == "system.posix_acl_access" || name == "system.posix_acl_default"; }

bool is_made_by_the_machine(std::string_view name) {
  if (name == "security.capability") return false;
  return name.starts_with("security.") || name.starts_with("system.") || name.starts_with("trusted.overlay.");
}

/// Grows until it fits: a list may become longer between two calls. errno in `error`.
template <typename Read> std::string read_growing(const Read& read, int& error) {
  std::string bytes(256, '\0');
  constexpr std::size_t kernel_limit = 65536;
  for (;;) {
    const auto count = read(bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.resize(static_cast<std::size_t>(count));
      return bytes;
    }
    if (errno != ERANGE || bytes.size() >= kernel_limit) {
      error = errno;
      return {};
    }
    bytes.resize(kernel_limit);
  }
}

std::vector<std::string> sorted_names(const std::string& list) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin < list.size();) {
    const auto end = std::min(list.find('\0', begin), list.size());
    names.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  std::ranges::sort(names);
  return names;
}

void append_pair(std::string& all, const std::string& name, const std::string& value) {
  all += name;
  all += '\0';
  for (int shift = 56; shift >= 0; shift -= 8) all += static_cast<char>(static_cast<std::uint64_t>(value.size()) >> shift);
  all += value;
}

bool means_none(int error) { return error == ENOTSUP || error == ENODATA || error == ENOSYS; }

ExtendedAttributes read_all(const AttributeReading& reading, RepeatedSha256& sha) {
  ExtendedAttributes found;
  const auto list = read_growing(reading.names, found.error);
  if (means_none(found.error)) found.error = 0;
  if (list.empty()) return found;
  std::string others, acl;
  for (const auto& name : sorted_names(list)) {
    const bool of_acl = belongs_to_acl(name);
    if (!of_acl && is_made_by_the_machine(name)) continue;
    int error = 0;
    const auto value = read_growing([&](char* place, std::size_t size) { return reading.value(name.c_str(), place, size); }, error);
    if (error == ENODATA) continue; // taken away since
    if (error != 0) found.error = error;
    append_pair(of_acl ? acl : others, name, value);
  }
  if (found.error != 0) return found;
  if (!others.empty()) found.attributes = sha.digest_of(others);
  if (!acl.empty()) found.acl = sha.digest_of(acl);
  return found;
}

} // namespace

ExtendedAttributes extended_attributes_of(int descriptor, RepeatedSha256& sha) {
  if (::flistxattr(descriptor, nullptr, 0) == 0) return {}; // nearly all files
  return read_all({[&](char* place, std::size_t size) { return ::flistxattr(descriptor, place, size); },
                   [&](const char* name, char* place, std::size_t size) { return ::fgetxattr(descriptor, name, place, size); }},
                  sha);
}

ExtendedAttributes extended_attributes_of(int folder, const char* name, RepeatedSha256& sha) {
  // The kernel reads attributes by path only; through /proc the folder is the one that is open, whatever became of its name.
  const auto path = "/proc/self/fd/" + std::to_string(folder) + "/" + name;
  return read_all({[&](char* place, std::size_t size) { return ::llistxattr(path.c_str(), place, size); },
                   [&](const char* attribute, char* place, std::size_t size) { return ::lgetxattr(path.c_str(), attribute, place, size); }},
                  sha);
}

} // namespace hdskit
