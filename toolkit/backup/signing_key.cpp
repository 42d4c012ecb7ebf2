#include "toolkit/backup/signing_key.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <sys/stat.h>

namespace hdskit {
namespace {

constexpr std::string_view public_part = "-----BEGIN PUBLIC KEY-----";
constexpr std::uint64_t longest_file = 16u << 10;

} // namespace

std::string create_signing_key(const std::filesystem::path& file) {
  if (std::filesystem::exists(std::filesystem::symlink_status(file)))
    throw Problem{ProblemKind::refused, file.string(), tr("“{1}” stands there already.", {file.string()}),
                  tr("A key that is written over cannot sign any more: choose another name.")};
  const auto keys = make_key_pair();
  write_file(file, keys.private_pem + keys.public_pem);
  return keys.public_pem;
}

KeyPair read_signing_key(const std::filesystem::path& file) {
  const auto text = read_file(file, longest_file);
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0 || (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    throw Problem{ProblemKind::refused, file.string(), tr("Others than its owner may read the key “{1}”.", {file.string()}),
                  tr("Make it private with `chmod 600`, or create a new key if somebody may have read it.")};
  const auto at = text.find(public_part);
  if (at == std::string::npos)
    throw Problem{ProblemKind::bad_input, file.string(), tr("“{1}” is no key of a machine.", {file.string()}),
                  tr("Create one with: hdskit backup machine create")};
  return {text.substr(0, at), text.substr(at)};
}

} // namespace hdskit
