#include "unpack/unpacking.hpp"
#include "unpack/confinement.hpp"
#include "unpack/member_listing.hpp"

#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <new>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace hdskit::unpack {

namespace {

enum Status { whole = 0, not_whole = 1, not_read = 3, usage = 64 };
constexpr int secret_descriptor = 3;
constexpr std::size_t longest_secret = 4'096, longest_list = 1ULL << 30;

std::string all_of(int descriptor, std::size_t most) {
  std::string bytes;
  char piece[65'536];
  ssize_t count = 0;
  while ((count = ::read(descriptor, piece, sizeof piece)) > 0) {
    bytes.append(piece, static_cast<std::size_t>(count));
    if (bytes.size() > most) throw Stop{StopReason::io, "too long"};
  }
  if (count < 0) throw Stop{StopReason::io, std::strerror(errno)};
  return bytes;
}

Descriptor opened(const std::string& path, int flags) {
  Descriptor file{::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY)};
  if (!file) throw Stop{StopReason::io, std::strerror(errno)};
  return file;
}

void read_secret(UnpackingOrder& order) {
  auto secret = all_of(secret_descriptor, longest_secret);
  ::close(secret_descriptor);
  while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r')) secret.pop_back();
  order.reading.passphrase = std::move(secret);
}

void read_wanted(UnpackingOrder& order) {
  const auto file = opened(order.wanted_list, O_RDONLY);
  const auto bytes = all_of(file.get(), longest_list);
  auto& wanted = order.writing.wanted.emplace();
  for (std::size_t from = 0; from < bytes.size();) {
    const auto to = std::min(bytes.find('\0', from), bytes.size());
    wanted.insert(bytes.substr(from, to - from));
    from = to + 1;
  }
}

/// Folders are finished even after a bad archive, so that what is there can be compared.
ArchiveAccount unpack(FileInput& input, const UnpackingOrder& order, int folder, Losses& losses) {
  TreeWriter writer{folder, order.writing};
  auto account = read_archive(input, order.reading, writer);
  try {
    writer.finish();
  } catch (const Stop& stop) {
    if (account.stop == StopReason::none) account.stop = stop.reason(), account.stop_words = stop.what();
  }
  losses = writer.losses();
  return account;
}

int told(const ArchiveAccount& account, const Losses& losses, const std::vector<std::string>& confined_by) {
  std::printf("%s\n", account_json(account, losses, confined_by).c_str());
  if (std::fflush(stdout) != 0) return not_read;
  if (account.hostile || !account.damage.empty() || account.truncated) return not_whole;
  return account.stop != StopReason::none ? not_read : account.whole() ? whole : not_whole;
}

int carry_out(UnpackingOrder order) {
  if (order.secret) read_secret(order);
  if (!order.wanted_list.empty()) read_wanted(order);
  const auto archive = order.archive.empty() ? Descriptor{::dup(STDIN_FILENO)} : opened(order.archive, O_RDONLY);
  const bool writes = !order.folder.empty();
  const auto folder = writes ? opened(order.folder, O_RDONLY | O_DIRECTORY) : Descriptor{};
  ::umask(022);
  const auto confined_by = confine({folder.get(), order.writing.owners, order.writing.special});
  FileInput input{archive.get()};
  Losses losses;
  if (writes) {
    const auto account = unpack(input, order, folder.get(), losses);
    return told(account, losses, confined_by);
  }
  MemberListing listing;
  return told(read_archive(input, order.reading, listing), losses, confined_by);
}

} // namespace

int run_unpacking(const std::vector<std::string>& words) {
  if (words.size() == 1 && words.front() == "--version") {
    std::printf("hdskit-unpack " HDSKIT_VERSION " %s\n", library_version().c_str());
    return 0;
  }
  std::setlocale(LC_CTYPE, "C.UTF-8"); // names of 7z are UTF-16: libarchive writes them as the locale says
  try {
    return carry_out(order_of(words));
  } catch (const std::invalid_argument& error) {
    std::fprintf(stderr,
                 "hdskit-unpack: %s\nUsage: hdskit-unpack [--archive FILE] [--into FOLDER] [--wanted LIST] [--owners] [--special] [--secret]\n"
                 "                     [--most-members N] [--most-bytes N] [--most-ratio N] [--ratio-from N]\n",
                 escaped(error.what()).c_str());
    return usage;
  } catch (const Stop& stop) {
    ArchiveAccount account;
    account.stop = stop.reason();
    account.stop_words = stop.what();
    return told(account, {}, {});
  } catch (const std::bad_alloc&) {
    std::fputs("hdskit-unpack: memory\n", stderr);
    return not_read;
  }
}

} // namespace hdskit::unpack
