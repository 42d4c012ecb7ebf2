#include "toolkit/certificates/proven_signatures.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace hdskit {
namespace {

constexpr std::string_view heading = "hdskit-proven-signatures 1\n";
constexpr std::uint64_t largest = 256u << 20; ///< bytes: eight million certificates

void refuse_shared(const std::filesystem::path& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) fail_on_file(folder, errno);
  if (status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0) return;
  throw Problem{ProblemKind::refused, folder.string(),
                tr("Others may write in the folder “{1}”: what is remembered there cannot be believed.", {folder.string()}),
                tr("Make it yours alone: chmod 700 “{1}”.", {folder.string()})};
}

} // namespace

std::size_t ProvenSignatures::Hash::operator()(const Digest& digest) const {
  std::size_t value = 0;
  std::memcpy(&value, digest.bytes().data(), sizeof value);
  return value;
}

ProvenSignatures::ProvenSignatures(const std::filesystem::path& folder) {
  if (folder.empty()) return;
  refuse_shared(folder);
  file_ = folder / "proven-signatures";
  if (!std::filesystem::exists(file_)) return;
  const auto bytes = read_file(file_, largest);
  const auto body = bytes.size() - std::min(bytes.size(), Digest::size);
  std::array<std::uint8_t, Digest::size> mark{};
  std::memcpy(mark.data(), bytes.data() + body, bytes.size() - body);
  const auto text = std::string_view{bytes}.substr(0, body);
  // A cut or altered memory is no memory: everything is proven anew.
  if (!text.starts_with(heading) || (text.size() - heading.size()) % Digest::size != 0 || digest_of(text) != Digest{mark}) return;
  known_.reserve((text.size() - heading.size()) / Digest::size);
  for (auto place = heading.size(); place < text.size(); place += Digest::size) {
    std::memcpy(mark.data(), text.data() + place, Digest::size);
    known_.insert(Digest{mark});
  }
}

ProvenSignatures::~ProvenSignatures() {
  if (file_.empty() || !grown_) return;
  std::string text{heading};
  const auto append = [&](const Digest& digest) { text.append(reinterpret_cast<const char*>(digest.bytes().data()), Digest::size); };
  for (const auto& mark : known_) append(mark);
  try {
    append(digest_of(text));
    write_file(file_, text);
  } catch (const Problem&) {
    // The next run proves them anew: a full disk does not make this one wrong.
  }
}

std::optional<Digest> ProvenSignatures::mark_of(std::string_view certificate, const Digest& issuer) const {
  if (file_.empty()) return std::nullopt;
  Sha256 digest;
  digest.update(certificate);
  digest.update({reinterpret_cast<const char*>(issuer.bytes().data()), Digest::size}); // a certificate tells its own end
  return digest.finish();
}

bool ProvenSignatures::holds(const Digest& mark) const {
  const std::lock_guard lock{mutex_};
  return known_.contains(mark);
}

void ProvenSignatures::add(const Digest& mark) {
  const std::lock_guard lock{mutex_};
  grown_ = known_.insert(mark).second || grown_;
}

} // namespace hdskit
