#include "toolkit/page/zip_writer.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace hdskit::page {
namespace {

constexpr std::size_t longest_name = 4096;
constexpr zip_uint32_t private_file = (S_IFREG | S_IRUSR | S_IWUSR) * 65536u; // the upper half holds the Unix mode
constexpr zip_uint32_t deflate_level = 6;

void check_name(const std::string& name) {
  bool good = !name.empty() && name.size() <= longest_name && is_utf8(name) && name.find('\\') == std::string::npos;
  for (const char c : name) good = good && static_cast<unsigned char>(c) >= 0x20 && c != 0x7F;
  for (const auto& part : split(name, '/')) good = good && !part.empty() && part != "." && part != "..";
  if (!good)
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is no name for a file in an archive.", {name}),
                  tr("Use a relative path with “/” between its folders, without “..”.")};
}

struct DosTime {
  zip_uint16_t time = 0, date = 0;
};

/// MS-DOS date and time: two seconds as unit, years 1980 to 2107.
DosTime dos_time(Instant at) {
  const auto days = std::chrono::floor<std::chrono::days>(at.seconds());
  const auto year = static_cast<int>(std::chrono::year_month_day{days}.year());
  if (year < 1980) return {0, (1 << 5) | 1};
  const std::chrono::year_month_day date{days};
  const std::chrono::hh_mm_ss time{at.seconds() - days};
  const auto years = static_cast<unsigned>(std::min(year, 2107) - 1980);
  return {static_cast<zip_uint16_t>(time.hours().count() << 11 | time.minutes().count() << 5 | time.seconds().count() / 2),
          static_cast<zip_uint16_t>(years << 9 | static_cast<unsigned>(date.month()) << 5 | static_cast<unsigned>(date.day()))};
}

/// What libzip's C callbacks reach: an exception must not cross it.
struct Watch {
  const Progress& progress;
  std::uint64_t total = 0;
  std::exception_ptr thrown;

  template <typename Act> void guarded(Act act) {
    try {
      act();
    } catch (...) {
      if (!thrown) thrown = std::current_exception();
    }
  }
};

void on_progress(zip_t*, double share, void* state) {
  auto& watch = *static_cast<Watch*>(state);
  watch.guarded([&] { watch.progress.tell(tr("Writing the archive"), static_cast<std::uint64_t>(share * static_cast<double>(watch.total)), watch.total); });
}

int on_cancel_asked(zip_t*, void* state) {
  auto& watch = *static_cast<Watch*>(state);
  watch.guarded([&] { watch.progress.stop_if_cancelled(); });
  return watch.thrown ? 1 : 0;
}

class Archive {
public:
  Archive(const std::filesystem::path& path, const std::filesystem::path& temporary) : path_{path} {
    int code = 0;
    archive_ = zip_open(temporary.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!archive_) fail_on_file(path_, errno ? errno : EIO);
  }
  ~Archive() {
    if (archive_) zip_discard(archive_);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  void add(const ZipEntry& entry, DosTime time) {
    auto* source =
        entry.file.empty() ? zip_source_buffer(archive_, entry.bytes.data(), entry.bytes.size(), 0) : zip_source_file(archive_, entry.file.c_str(), 0, -1);
    if (!source) fail();
    const auto index = zip_file_add(archive_, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(source);
      fail();
    }
    const auto number = static_cast<zip_uint64_t>(index);
    const bool done = zip_set_file_compression(archive_, number, entry.compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, entry.compressed ? deflate_level : 0) == 0 &&
                      zip_file_set_dostime(archive_, number, time.time, time.date, 0) == 0 &&
                      zip_file_set_external_attributes(archive_, number, 0, ZIP_OPSYS_UNIX, private_file) == 0;
    if (!done) fail();
  }

  void close(Watch& watch) {
    zip_register_progress_callback_with_state(archive_, 0.005, on_progress, nullptr, &watch);
    zip_register_cancel_callback_with_state(archive_, on_cancel_asked, nullptr, &watch);
    if (zip_close(archive_) != 0) {
      if (watch.thrown) std::rethrow_exception(watch.thrown);
      fail();
    }
    archive_ = nullptr;
    if (watch.thrown) std::rethrow_exception(watch.thrown);
  }

private:
  [[noreturn]] void fail() {
    auto* error = zip_get_error(archive_);
    if (zip_error_system_type(error) == ZIP_ET_SYS) fail_on_file(path_, zip_error_code_system(error));
    throw Problem{ProblemKind::damaged, path_.string(), tr("“{1}” could not be written: {2}.", {path_.string(), zip_error_strerror(error)}),
                  tr("Check the disk, then start again.")};
  }

  const std::filesystem::path& path_;
  zip_t* archive_ = nullptr;
};

/// libzip put a file of its own in the place of the temporary one: its rights and its way to the disk are ours to see to.
void make_private_and_flush(const std::filesystem::path& temporary, const std::filesystem::path& path) {
  const int descriptor = ::open(temporary.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor < 0) fail_on_file(path, errno);
  const bool done = ::fchmod(descriptor, S_IRUSR | S_IWUSR) == 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  ::close(descriptor);
  if (!done) fail_on_file(path, error);
}

} // namespace

void write_zip(const std::filesystem::path& file, const std::vector<ZipEntry>& entries, Instant at, const Progress& progress) {
  Watch watch{.progress = progress};
  std::set<std::string> names;
  for (const auto& entry : entries) {
    check_name(entry.name);
    if (!names.insert(entry.name).second)
      throw Problem{ProblemKind::bad_input, entry.name, tr("The archive would hold “{1}” twice.", {entry.name}), tr("Give each file a name of its own.")};
    if (!entry.file.empty()) read_start(entry.file, 1); // says which file cannot be read, which libzip would not
    watch.total += entry.file.empty() ? entry.bytes.size() : std::filesystem::file_size(entry.file);
  }
  PendingFile pending{file};
  Archive archive{file, pending.temporary()};
  for (const auto& entry : entries) archive.add(entry, dos_time(at));
  archive.close(watch);
  make_private_and_flush(pending.temporary(), file);
  pending.commit();
}

} // namespace hdskit::page
