#include "toolkit/page/jpeg_head.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::page {
namespace {

// Markers, ITU-T T.81, table B.1.
constexpr int start_of_image = 0xD8, end_of_image = 0xD9, start_of_scan = 0xDA, first_restart = 0xD0, temporary = 0x01;
constexpr int app0 = 0xE0, app14 = 0xEE;

[[noreturn]] void refuse_truncated(const std::string& name) {
  throw Problem{ProblemKind::bad_input, name, tr("The image “{1}” is truncated: its end is missing.", {name}),
                tr("Scan or export it again, then add it again.")};
}

[[noreturn]] void refuse_kind(const std::string& name) {
  throw Problem{ProblemKind::bad_input, name, tr("The image “{1}” is a kind of JPEG that PDF readers do not show.", {name}),
                tr("Save it again as an ordinary JPEG (8 bits, baseline or progressive) or as PNG.")};
}

struct Segment {
  int marker = 0;
  std::string_view body;
};

/// Reads one marker segment after the other.
class Segments {
public:
  Segments(std::string_view bytes, const std::string& name) : bytes_{bytes}, name_{name} {}

  Segment next() {
    while (byte() != 0xFF) {} // encoded data of a scan lies between segments
    int marker = byte();
    while (marker == 0xFF) marker = byte(); // fill bytes
    if (marker == 0 || marker == temporary || (marker >= first_restart && marker <= end_of_image)) return {marker, {}};
    const auto length = static_cast<std::size_t>(byte() << 8 | byte_at(at_));
    ++at_;
    if (length < 2 || length - 2 > bytes_.size() - at_) refuse_truncated(name_);
    const auto body = bytes_.substr(at_, length - 2);
    at_ += length - 2;
    return {marker, body};
  }

private:
  int byte_at(std::size_t at) const {
    if (at >= bytes_.size()) refuse_truncated(name_);
    return static_cast<unsigned char>(bytes_[at]);
  }
  int byte() { return byte_at(at_++); }

  std::string_view bytes_;
  const std::string& name_;
  std::size_t at_ = 0;
};

int number16(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]); }

bool is_frame(int marker) { return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC; }

void read_frame(const Segment& segment, JpegHead& head, const std::string& name) {
  constexpr int progressive = 0xC2; // 0xC0 baseline and 0xC1 extended come before it; above are lossless, hierarchical, arithmetic
  if (segment.body.size() < 6) refuse_truncated(name);
  head.height = number16(segment.body, 1);
  head.width = number16(segment.body, 3);
  head.components = static_cast<unsigned char>(segment.body[5]);
  if (segment.marker > progressive || segment.body[0] != 8 || head.height == 0 || head.width == 0) refuse_kind(name);
  if (head.components != 1 && head.components != 3 && head.components != 4) refuse_kind(name);
}

void read_density(std::string_view body, JpegHead& head) {
  if (body.size() < 12 || body.substr(0, 5) != std::string_view{"JFIF\0", 5}) return;
  const int unit = body[7], density = number16(body, 8);
  if (unit == 1) head.dpi = density;
  if (unit == 2) head.dpi = density * 2.54;
}

} // namespace

JpegHead read_jpeg_head(std::string_view bytes, const std::string& name) {
  Segments segments{bytes, name};
  if (segments.next().marker != start_of_image) refuse_kind(name);
  JpegHead head;
  for (;;) {
    const auto segment = segments.next();
    if (segment.marker == app0) read_density(segment.body, head);
    if (segment.marker == app14 && segment.body.substr(0, 5) == "Adobe") head.adobe = true;
    if (is_frame(segment.marker)) read_frame(segment, head, name);
    if (segment.marker == end_of_image) refuse_truncated(name);
    if (segment.marker != start_of_scan) continue;
    if (head.components == 0) refuse_kind(name);
    return head;
  }
}

void require_whole_jpeg(std::string_view bytes, const std::string& name) {
  Segments segments{bytes, name};
  while (segments.next().marker != end_of_image) {}
}

} // namespace hdskit::page
