#pragma once

#include "toolkit/exchange/table_reader.hpp"

#include <memory>

struct zip;

namespace hdskit {

/// The parts of a workbook that is read. Nothing is unpacked to the disk, so that the names of parts can do no harm.
class WorkbookArchive {
public:
  /// `bytes` must outlive this. Throws Problem bad_input for what is no sound archive.
  WorkbookArchive(std::string_view bytes, std::string name, std::size_t part_limit = workbook_part_limit);

  bool holds(const std::string& part) const; ///< letter case aside
  /// Throws Problem bad_input when it is missing, protected by a password, damaged, or longer than the limit once inflated; inflating stops there.
  std::string part(const std::string& part) const;

  const std::string& name() const { return name_; }

private:
  [[noreturn]] void refuse(const std::string& reason) const;

  std::string name_;
  std::size_t part_limit_;
  std::unique_ptr<zip, void (*)(zip*)> archive_;
};

} // namespace hdskit
