#include "fuzz/answer.hpp"
#include "toolkit/base/file.hpp"
#include "unpack/archive_reader.hpp"
#include "unpack/tree_writer.hpp"

#include <fcntl.h>
#include <unistd.h>

// Archives of other people. The first byte says how they come: as a file, through a pipe, or as a tar whose headers get their checksums put right, because few
// mutations get past those; and whether members are kept in memory or written. Promises: paths handed over are clean, nothing is written outside of the folder,
// limits are kept, and the account is plain ASCII.

using namespace hdskit::unpack;

namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t most_bytes = 4u << 20;

class CheckingSink : public MemberSink {
public:
  bool begin(const Member& member, const std::string& path) override {
    fuzz::promise(path.empty() || clean_path(path) == path, "a path is clean");
    fuzz::promise(!path.empty() || member.kind == MemberKind::folder, "only a folder has no name");
    return member.kind == MemberKind::file;
  }
  void write(std::uint64_t, std::string_view bytes) override { written += bytes.size(); }
  void end(bool) override {}
  std::uint64_t written = 0;
};

/// The sum of a header stands in its bytes 148 to 155, which count as blanks.
std::string with_checksums(std::string tar) {
  for (std::size_t block = 0; block + 512 <= tar.size(); block += 512) {
    if (tar.compare(block + 257, 5, "ustar") != 0) continue;
    tar.replace(block + 148, 8, "        ");
    unsigned sum = 0;
    for (std::size_t i = 0; i < 512; ++i) sum += static_cast<unsigned char>(tar[block + i]);
    char text[16];
    std::snprintf(text, sizeof text, "%06o", sum);
    tar.replace(block + 148, 7, text, 7);
  }
  return tar;
}

void check_account(const ArchiveAccount& account) {
  for (const char c : account_json(account, {}, {})) fuzz::promise(c >= ' ' && c <= '~', "the account is ASCII");
  fuzz::promise(account.bytes <= most_bytes + (1u << 20), "the limit of bytes is kept");
  fuzz::promise(account.refused > 0 || account.first_refused.empty(), "refused members are counted");
  fuzz::promise(!account.whole() || (account.damage.empty() && account.refused == 0), "a whole archive has no defect");
}

/// A folder to unpack into, with a neighbour that must stay as it is.
struct Ground {
  hdskit::ScratchFolder scratch;
  fs::path inside = scratch.path() / "inside", victim = scratch.path() / "victim";
  Ground() { hdskit::write_file(victim, "untouched"); }

  ArchiveAccount unpack(ArchiveInput& input, const ReadingOrder& order) {
    fs::create_directory(inside);
    ArchiveAccount account;
    {
      const Descriptor root{::open(inside.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
      TreeWriter writer{root.get(), {}};
      account = read_archive(input, order, writer);
      try {
        writer.finish();
      } catch (const Stop&) {} // as the program does
    }
    fuzz::promise(hdskit::read_file(victim) == "untouched", "the neighbour is untouched");
    fuzz::promise(std::distance(fs::directory_iterator{scratch.path()}, {}) == 2, "nothing is written outside");
    const auto shut = [](const fs::path& folder) { fs::permissions(folder, fs::perms::owner_all); };
    for (auto entry = fs::recursive_directory_iterator{inside}; entry != fs::recursive_directory_iterator{}; ++entry)
      if (entry->is_directory() && !entry->is_symlink() && ::geteuid() != 0) shut(entry->path());
    fs::remove_all(inside);
    return account;
  }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  static Ground ground;
  const auto how = bytes[0];
  auto text = std::string{fuzz::text_of(bytes + 1, size - 1)};
  if ((how & 3) == 2) text = with_checksums(std::move(text));
  ReadingOrder order;
  order.members = 200;
  order.bytes = most_bytes;
  order.ratio_from = 1u << 20;
  order.holes = 16u << 20;
  if ((how & 8) != 0) order.passphrase = "secret";
  MemoryInput input{text, (how & 3) != 1};
  if ((how & 4) != 0) check_account(ground.unpack(input, order));
  else {
    CheckingSink sink;
    const auto account = read_archive(input, order, sink);
    fuzz::promise(sink.written == account.bytes || account.stop != StopReason::none || account.bomb, "every byte that is counted was handed over");
    check_account(account);
  }
  return 0;
}
