#include "cli/manual.hpp"

#include "cli/display_width.hpp"
#include "cli/help.hpp"
#include "embedded/manuals.hpp"
#include "toolkit/base/text.hpp"

#include <ostream>
#include <stdexcept>

namespace hdskit::cli {
namespace {

constexpr std::string_view indent = "    ";

/// The little Markdown of these pages, without its marks: `code`, **strong**, *emphasis*.
std::string plain(std::string_view text) {
  std::string result;
  bool code = false;
  for (const char c : text) {
    if (c == '`') code = !code;
    else if (c != '*' || code) result += c;
  }
  return result;
}

/// Prints blocks as they come: headings, "- " items, indented examples, paragraphs.
class PageText {
public:
  PageText(std::ostream& out, int width) : out_{out}, width_{static_cast<std::size_t>(width)} {}

  void heading(std::string_view text) {
    flush();
    out_ << "\n" << text << '\n';
    after_heading_ = true;
  }

  void line(std::string_view text) {
    if (text.empty()) {
      flush();
      gap_ = true;
    } else if (text.starts_with(indent)) {
      flush();
      space();
      out_ << indent << text << '\n';
    } else if (text.starts_with("- ")) {
      flush();
      paragraph_ = text.substr(2);
      item_ = true;
    } else {
      paragraph_ += (paragraph_.empty() ? "" : " ") + std::string{trimmed(text)};
    }
  }

  void flush() {
    if (paragraph_.empty()) return;
    space();
    out_ << wrapped(plain(paragraph_), width_, item_ ? "    - " : indent, item_ ? "      " : indent);
    paragraph_.clear();
    item_ = false;
  }

  /// Something else has printed its lines under the last heading.
  void leave_to_others() {
    flush();
    space();
  }

private:
  void space() {
    if (gap_ || after_heading_) out_ << '\n';
    gap_ = after_heading_ = false;
  }

  std::ostream& out_;
  std::size_t width_;
  std::string paragraph_;
  bool item_ = false, gap_ = false, after_heading_ = false;
};

struct Section {
  std::string_view title;
  std::vector<std::string_view> lines;
  bool statuses() const { return title == "Exit status" || title == "Codes de sortie"; }
};

std::vector<Section> sections_of(std::string_view source) {
  std::vector<Section> sections;
  for (const auto line : lines_of(source)) {
    if (line.starts_with("## ")) sections.push_back({line.substr(3), {}});
    else if (!sections.empty()) sections.back().lines.push_back(line);
  }
  return sections;
}

std::string page_source(std::string_view stem) {
  if (auto source = manual_source(stem, current_language())) return *source;
  throw std::logic_error{"no manual page " + std::string{stem}};
}

void print_generated(std::ostream& out, const Command& command, std::size_t width) {
  out << tr("Name") << "\n\n" << wrapped("hdskit " + std::string{command.name} + " — " + tr(command.summary), width, indent, indent);
  out << '\n' << tr("Synopsis") << "\n\n" << wrapped(synopsis(command), width, indent, "        ");
}

} // namespace

std::optional<std::string> manual_source(std::string_view stem, Language language) {
  const auto path = std::string{stem} + (language == Language::french ? ".fr.md" : ".md");
  for (const auto& file : embedded::manuals())
    if (file.path == path) return std::string{file.bytes};
  return std::nullopt;
}

void print_manual(std::ostream& out, const Command& command, int width) {
  const auto source = page_source(file_stem_of(command)), common = page_source("exit_status");
  print_generated(out, command, static_cast<std::size_t>(width));
  PageText page{out, width};
  for (const auto& section : sections_of(source)) {
    if (section.statuses()) {
      page.heading(tr("Options"));
      page.leave_to_others();
      print_options(out, command, width);
    }
    page.heading(section.title);
    for (const auto line : section.lines) page.line(line);
    if (section.statuses() && command.failure_status == 0) // otherwise they are its own
      for (const auto& part : sections_of(common))
        for (const auto line : part.lines) page.line(line);
  }
  page.flush();
}

} // namespace hdskit::cli
