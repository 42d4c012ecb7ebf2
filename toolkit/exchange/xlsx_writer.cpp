#include "toolkit/exchange/sheet.hpp"

#include "toolkit/base/date.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/csv.hpp"
#include "toolkit/exchange/workbook_proof.hpp"
#include "toolkit/exchange/xlsx_text.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <stdexcept>
#include <utility>

namespace hdskit {
namespace {

constexpr std::size_t narrowest = 8, widest = 60, date_width = 12, filter_arrow = 3; // characters of a column
constexpr int a4 = 9;
constexpr time_t first_day_of_zip = 315'532'800; // 1980-01-01: not the clock's, so that the same sheet gives the same bytes

/// The widest line of the column, within bounds: a longer text goes on in the next line of its cell.
std::size_t column_width(const Sheet& sheet, std::size_t column) {
  std::size_t width = utf16_length(sheet.columns[column].heading) + filter_arrow;
  if (sheet.columns[column].kind == CellKind::date) width = std::max(width, date_width);
  for (const auto& row : sheet.rows) {
    if (width >= widest || column >= row.size()) continue;
    for (const auto line : lines_of(row[column])) width = std::max(width, utf16_length(line) + 1);
  }
  return std::clamp(width, narrowest, widest);
}

class Workbook {
public:
  /// `scratch`: where libxlsxwriter keeps the parts until they are packed.
  Workbook(const std::filesystem::path& file, const std::filesystem::path& scratch) : file_{file.string()}, scratch_{scratch.string()} {
    lxw_workbook_options options{LXW_TRUE, scratch_.data(), LXW_FALSE};
    workbook_ = workbook_new_opt(file_.c_str(), &options);
    if (!workbook_) throw std::bad_alloc{};
  }
  ~Workbook() {
    if (workbook_) lxw_workbook_free(workbook_);
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  void write(const Sheet& sheet) {
    describe(sheet.title);
    make_formats();
    worksheet_ = workbook_add_worksheet(workbook_, worksheet_name(sheet.title).c_str());
    if (!worksheet_) throw std::logic_error{"libxlsxwriter refused the name of a worksheet"};
    lay_out(sheet);
    write_headings(sheet.columns);
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) write_row(sheet.columns, sheet.rows[i], static_cast<lxw_row_t>(i + 1));
  }

  const WorksheetContent& content() const { return content_; }

  /// The error code of libxlsxwriter, 0 when all is written.
  int close() { return workbook_close(std::exchange(workbook_, nullptr)); }

private:
  void describe(std::string title) {
    constexpr std::size_t property_limit = 255;
    title = xlsx_cell_text(first_characters(title, property_limit));
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = first_day_of_zip;
    must(workbook_set_properties(workbook_, &properties));
  }

  void make_formats() {
    for (auto** format : {&heading_, &text_, &number_, &date_}) {
      *format = workbook_add_format(workbook_);
      format_set_align(*format, LXW_ALIGN_VERTICAL_TOP);
    }
    format_set_bold(heading_);
    format_set_text_wrap(heading_);
    format_set_bottom(heading_, LXW_BORDER_THIN);
    format_set_text_wrap(text_);
    format_set_num_format(date_, "dd/mm/yyyy");
  }

  void lay_out(const Sheet& sheet) {
    const auto columns = sheet.columns.size();
    for (std::size_t column = 0; column < columns; ++column) {
      const auto at = static_cast<lxw_col_t>(column);
      must(worksheet_set_column(worksheet_, at, at, static_cast<double>(column_width(sheet, column)), nullptr));
    }
    worksheet_freeze_panes(worksheet_, 1, 0);
    if (columns) must(worksheet_autofilter(worksheet_, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()), static_cast<lxw_col_t>(columns - 1)));
    worksheet_set_landscape(worksheet_);
    worksheet_set_paper(worksheet_, a4);
    worksheet_fit_to_pages(worksheet_, 1, 0);
    must(worksheet_repeat_rows(worksheet_, 0, 0));
  }

  void write_headings(const std::vector<SheetColumn>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (!columns[i].heading.empty()) {
        ++content_.cells;
        write_text(0, static_cast<lxw_col_t>(i), columns[i].heading, heading_);
      }
  }

  void write_row(const std::vector<SheetColumn>& columns, const std::vector<std::string>& cells, lxw_row_t row) {
    for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i)
      if (!cells[i].empty()) write_cell(row, static_cast<lxw_col_t>(i), columns[i].kind, cells[i]);
  }

  void write_cell(lxw_row_t row, lxw_col_t column, CellKind kind, const std::string& text) {
    ++content_.cells;
    if (kind == CellKind::number)
      if (const auto value = xlsx_number(text)) return must(worksheet_write_number(worksheet_, row, column, *value, number_));
    if (kind == CellKind::date)
      if (const auto date = Date::parse(text)) {
        lxw_datetime day{date->year(), static_cast<int>(date->month()), static_cast<int>(date->day()), 0, 0, 0};
        return must(worksheet_write_datetime(worksheet_, row, column, &day, date_));
      }
    write_text(row, column, text, text_);
  }

  /// A text needs no guard here, but loses one when it is read (read_table): what looks guarded is guarded again.
  void write_text(lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) {
    const auto cell = xlsx_cell_text(text.starts_with('\'') ? guarded_cell(text) : text);
    content_.text_bytes += bytes_as_xml(cell);
    must(worksheet_write_string(worksheet_, row, column, cell.c_str(), format));
  }

  static void must(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::logic_error{std::string{"libxlsxwriter: "} + lxw_strerror(error)};
  }

  std::string file_, scratch_;
  lxw_workbook* workbook_ = nullptr;
  lxw_worksheet* worksheet_ = nullptr;
  WorksheetContent content_; ///< what was handed over
  lxw_format *heading_ = nullptr, *text_ = nullptr, *number_ = nullptr, *date_ = nullptr;
};

void refuse_too_large(const std::filesystem::path& path, const Sheet& sheet) {
  const auto remedy = tr("Write it as CSV, or narrow the list down first.");
  if (sheet.rows.size() + 1 > xlsx_row_limit)
    throw Problem{ProblemKind::bad_input, path.string(),
                  tr("The table has {1} rows, and Excel opens {2}.", {std::to_string(sheet.rows.size() + 1), std::to_string(xlsx_row_limit)}), remedy};
  if (sheet.columns.size() > xlsx_column_limit)
    throw Problem{ProblemKind::bad_input, path.string(),
                  tr("The table has {1} columns, and Excel opens {2}.", {std::to_string(sheet.columns.size()), std::to_string(xlsx_column_limit)}), remedy};
}

} // namespace

std::string worksheet_name(const std::string& title) {
  std::string name;
  for (const char c : title) name += std::string_view{"[]:*?/\\"}.find(c) != std::string_view::npos ? '-' : static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  name = trimmed(name);
  if (utf16_length(name) > xlsx_name_limit) name = std::string{first_characters(name, xlsx_name_limit - 1)} + "…";
  if (name.empty()) return "1";
  for (auto* end : {&name.front(), &name.back()}) // Excel wants no apostrophe there
    if (*end == '\'') *end = '-';
  return folded(name) == "history" ? name + "-" : name; // Excel keeps that name for itself
}

void write_xlsx(const std::filesystem::path& path, const Sheet& sheet) {
  refuse_too_large(path, sheet);
  PendingFile file{path};
  const ScratchFolder scratch{path.has_parent_path() ? path.parent_path() : "."}; // not /tmp, where others look and which may be in memory
  Workbook workbook{file.temporary(), scratch.path()};
  workbook.write(sheet);
  errno = 0;
  if (workbook.close() != 0) fail_on_file(path, errno ? errno : EIO);
  if (workbook_content(file.temporary()) != workbook.content()) fail_on_file(path, ENOSPC);
  file.commit();
}

} // namespace hdskit
