#include "fuzz/answer.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/workspace/migration.hpp"
#include "toolkit/workspace/opening.hpp"
#include "toolkit/workspace/table_lines.hpp"

#include <algorithm>

// A line of an export from elsewhere, as a record of a table with numbers among its columns. Promises: it is written or refused with a sentence; what is
// written comes back as the very same line.

using namespace hdskit;

namespace {

/// A workspace that is never kept: its one transaction lasts as long as the program.
class Place {
public:
  Place() {
    create_at_format(file(), newest_format(), nobody_, [](Dialect&) {});
    dialect_ = connect(file(), usual_patience);
    dialect_->begin_change(nobody_);
    shape_ = *std::ranges::find(shapes_, "filing", &TableShape::name);
  }
  void try_line(std::string_view line) {
    dialect_->execute("delete from filing");
    const auto fault = read_table_line(*dialect_, shape_, insert_of(shape_), line);
    fuzz::promise(is_utf8(fault), "a defect is told in UTF-8");
    std::string back;
    write_table_lines(*dialect_, shape_, [&](std::string_view written) { back += written; }, {});
    fuzz::promise(back == (fault.empty() ? std::string{line} + "\n" : ""), "a record is written as it came, or not at all");
  }

private:
  std::string file() const { return (scratch_.path() / "place.hds").string(); }
  const Acting nobody_{"nobody", Instant{std::chrono::sys_seconds{}}};
  ScratchFolder scratch_;
  std::vector<TableShape> shapes_ = shapes_of_format(newest_format(), scratch_.path());
  std::unique_ptr<Dialect> dialect_;
  TableShape shape_;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static Place place;
  fuzz::done([&] { place.try_line(fuzz::text_of(bytes, size)); });
  return 0;
}
