#include "toolkit/page/pagination.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit::page {
namespace {

constexpr double tolerance = 0.01; // points
constexpr std::uint32_t least_lines = 2, least_lines_of_row = 3;

class Paginator {
public:
  Paginator(const std::vector<SetBlock>& boxes, double height) : boxes_{boxes}, height_{height}, pages_(1) {}

  std::vector<Fragments> run() {
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      const auto& box = boxes_[i];
      if (box.starts_page) turn_page();
      if (i >= kept_until_) keep_chain(i);
      y_ += gap_before(box);
      place(box);
      after_ = box.after;
    }
    return std::move(pages_);
  }

private:
  bool at_top() const { return pages_.back().empty(); }
  double gap_before(const SetBlock& box) const { return at_top() ? 0 : std::max<double>(after_, static_cast<double>(box.before)); }
  void turn_page() {
    if (at_top()) return;
    pages_.emplace_back();
    y_ = 0;
  }

  /// What must stand on the page of a heading that `box` follows.
  double least_height(const SetBlock& box) const {
    if (const auto* text = std::get_if<TextBox>(&box.content); text != nullptr && !box.whole && text->text.line_count > 3)
      return static_cast<double>(text->above + static_cast<float>(least_lines) * text->text.leading + text->below);
    if (const auto* table = std::get_if<TableBox>(&box.content); table != nullptr && !table->rows.empty()) return least_height(*table);
    return static_cast<double>(box.height);
  }

  /// Its header and two rows; of a row taller than a page, a few lines.
  double least_height(const TableBox& table) const {
    const double header = static_cast<double>(table.header_height), first = static_cast<double>(table.rows.front().height);
    if (header + first > height_) return header + static_cast<double>(static_cast<float>(least_lines_of_row) * table.leading + 2 * table.padding_y);
    const double second = table.rows.size() > 2 ? static_cast<double>(table.rows[1].height) : 0;
    return header + first + (header + first + second < height_ / 2 ? second : 0);
  }

  /// Turns the page before box `i` when it and what it must stay with do not fit any more.
  void keep_chain(std::size_t i) {
    double need = gap_before(boxes_[i]);
    std::size_t last = i;
    for (; boxes_[last].keeps_with_next && last + 1 < boxes_.size() && !boxes_[last + 1].starts_page; ++last)
      need += static_cast<double>(boxes_[last].height + std::max(boxes_[last].after, boxes_[last + 1].before));
    need += least_height(boxes_[last]);
    if (y_ + need > height_ + tolerance) turn_page();
    if (need <= height_) kept_until_ = last + 1; // a chain higher than a page is decided again at each link
  }

  void add(Fragment fragment, double height) {
    fragment.y = y_;
    pages_.back().push_back(fragment);
    y_ += height;
  }

  void place(const SetBlock& box) {
    if (const auto* table = std::get_if<TableBox>(&box.content)) return place_table(box, *table);
    if (const auto* text = std::get_if<TextBox>(&box.content)) return place_text(box, *text);
    if (y_ + static_cast<double>(box.height) > height_ + tolerance) turn_page();
    add({.block = &box}, static_cast<double>(box.height));
  }

  void place_text(const SetBlock& box, const TextBox& text) {
    const auto count = text.text.line_count;
    const auto leading = static_cast<double>(text.text.leading), above = static_cast<double>(text.above), below = static_cast<double>(text.below);
    const bool divisible = (!box.whole && count > 3) || static_cast<double>(box.height) > height_;
    std::uint32_t from = 0;
    for (;;) {
      const double room = height_ - y_ - (from == 0 ? above : 0);
      const std::uint32_t rest = count - from;
      if (rest * leading + below <= room + tolerance || (rest == 0)) break;
      const auto fitting = static_cast<std::uint32_t>(std::max(0.0, std::floor((room - below + tolerance) / leading)));
      auto taken = divisible ? std::min(fitting, rest > least_lines ? rest - least_lines : 0) : 0;
      if (taken < least_lines) taken = 0;
      if (taken == 0 && at_top()) taken = std::max<std::uint32_t>(1, std::min(fitting, rest)); // nothing better can follow
      if (taken > 0)
        add({.block = &box, .from = from, .to = from + taken, .begins = from == 0, .ends = from + taken == count},
            (from == 0 ? above : 0) + taken * leading + below);
      from += taken;
      if (from == count) return;
      turn_page();
    }
    add({.block = &box, .from = from, .to = count, .begins = from == 0, .ends = true}, (from == 0 ? above : 0) + (count - from) * leading + below);
  }

  void place_table(const SetBlock& box, const TableBox& table) {
    const auto count = static_cast<std::uint32_t>(table.rows.size());
    if (count == 0 && y_ + static_cast<double>(table.header_height) > height_ + tolerance) turn_page();
    if (count == 0) add({.block = &box, .with_header = true}, static_cast<double>(table.header_height));
    bool header_stands = false; // on the page at hand
    for (std::uint32_t row = 0; row < count;) {
      double used = header_stands ? 0 : static_cast<double>(table.header_height);
      std::uint32_t to = row;
      while (to < count && y_ + used + static_cast<double>(table.rows[to].height) <= height_ + tolerance) used += static_cast<double>(table.rows[to++].height);
      if (to + 1 == count && to > row + 2) used -= static_cast<double>(table.rows[--to].height); // the last row does not travel alone
      if (to > row) {
        add({.block = &box, .from = row, .to = to, .begins = row == 0, .ends = to == count, .with_header = !header_stands}, used);
        header_stands = true;
        row = to;
      } else if (static_cast<double>(table.header_height + table.rows[row].height) > height_) {
        place_tall_row(box, table, row++, header_stands);
        header_stands = true;
      } else {
        turn_page();
        header_stands = false;
      }
    }
  }

  /// Divides a row by lines, from where the page stands.
  void place_tall_row(const SetBlock& box, const TableBox& table, std::uint32_t row, bool header_stands) {
    const auto& tall = table.rows[row];
    const auto leading = static_cast<double>(table.leading), padding = 2 * static_cast<double>(table.padding_y);
    for (std::uint32_t line = 0; line < tall.lines;) {
      const double header = header_stands ? 0 : static_cast<double>(table.header_height);
      const auto fitting = static_cast<std::uint32_t>(std::max(0.0, std::floor((height_ - y_ - header - padding + tolerance) / leading)));
      const auto rest = tall.lines - line;
      auto taken = std::min(fitting, rest);
      if (taken < rest && rest - taken < least_lines && taken > least_lines_of_row) taken = rest - least_lines;
      if (taken < rest && taken < least_lines_of_row && !at_top()) {
        turn_page();
        header_stands = false;
        continue;
      }
      taken = std::max<std::uint32_t>(taken, 1);
      add({.block = &box,
           .from = row,
           .to = row + 1,
           .line_from = line,
           .line_to = line + taken,
           .begins = row == 0 && line == 0,
           .ends = row + 1 == table.rows.size() && line + taken == tall.lines,
           .with_header = !header_stands},
          header + padding + taken * leading);
      line += taken;
      header_stands = true;
      if (line == tall.lines) return;
      turn_page();
      header_stands = false;
    }
  }

  const std::vector<SetBlock>& boxes_;
  double height_, y_ = 0, after_ = 0;
  std::vector<Fragments> pages_;
  std::size_t kept_until_ = 0;
};

} // namespace

std::vector<Fragments> paginate(const std::vector<SetBlock>& boxes, double height) { return Paginator{boxes, height}.run(); }

void locate_targets(const std::vector<Fragments>& pages, References& references, int first_page, double top) {
  for (std::size_t page = 0; page < pages.size(); ++page)
    for (const auto& fragment : pages[page]) {
      if (!fragment.begins) continue;
      for (const auto place : fragment.block->places) {
        auto& target = references.targets[static_cast<std::size_t>(place)];
        target.page = first_page + static_cast<int>(page);
        target.y = top + fragment.y;
      }
    }
}

} // namespace hdskit::page
