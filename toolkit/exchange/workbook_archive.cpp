#include "toolkit/exchange/workbook_archive.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/workbook_remedy.hpp"

#include <zip.h>

namespace hdskit {
namespace {

constexpr std::size_t piece_size = 64u << 10;

zip_t* opened(std::string_view bytes) {
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (!source) throw std::bad_alloc{};
  auto* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (!archive) zip_source_free(source);
  return archive;
}

} // namespace

WorkbookArchive::WorkbookArchive(std::string_view bytes, std::string name, std::size_t part_limit)
    : name_{std::move(name)}, part_limit_{part_limit}, archive_{opened(bytes), zip_discard} {
  if (!archive_) refuse(tr("The file “{1}” is damaged, or was cut short: it is no whole workbook.", {name_}));
}

bool WorkbookArchive::holds(const std::string& part) const { return zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0; }

std::string WorkbookArchive::part(const std::string& part) const {
  const auto place = zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE);
  if (place < 0) refuse(tr("“{1}” is no sound workbook: its part “{2}” is missing.", {name_, part}));
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file{zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(place), 0), zip_fclose};
  if (!file) {
    const auto error = zip_error_code_zip(zip_get_error(archive_.get()));
    if (error == ZIP_ER_NOPASSWD || error == ZIP_ER_ENCRNOTSUPP) refuse(tr("“{1}” is protected by a password.", {name_}));
    refuse(tr("The part “{2}” of the workbook “{1}” cannot be unpacked.", {name_, part}));
  }
  std::string bytes;
  for (;;) {
    const auto before = bytes.size();
    bytes.resize(before + piece_size);
    const auto count = zip_fread(file.get(), bytes.data() + before, piece_size); // compares the checksum of the part at its end
    if (count < 0) refuse(tr("The part “{2}” of the workbook “{1}” is damaged.", {name_, part}));
    bytes.resize(before + static_cast<std::size_t>(count));
    if (count == 0) return bytes;
    if (bytes.size() > part_limit_)
      refuse(tr("The part “{2}” of the workbook “{1}” takes more than {3} MiB once unpacked, the most that is read.",
                {name_, part, std::to_string(part_limit_ >> 20)}));
  }
}

void WorkbookArchive::refuse(const std::string& reason) const { throw Problem{ProblemKind::bad_input, name_, reason, saved_again()}; }

} // namespace hdskit
