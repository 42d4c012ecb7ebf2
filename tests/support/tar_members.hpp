#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tests {

/// A tar made byte by byte (POSIX ustar), so that it can hold what honest programs never write.
class TarText {
public:
  TarText& file(std::string_view path, std::string_view content) { return member(path, '0', content.size()).content(content); }
  TarText& folder(std::string_view path) { return member(path, '5', 0); }
  TarText& link(std::string_view path, std::string_view target) { return member(path, '2', 0, target); }
  TarText& twin(std::string_view path, std::string_view target) { return member(path, '1', 0, target); }

  /// The header alone.
  TarText& member(std::string_view path, char type, std::uint64_t size, std::string_view target = {}) {
    std::string header(512, '\0');
    put(header, 0, path.substr(0, 100));
    put(header, 100, type == '5' ? "0000755" : "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, octal(size, 11));
    put(header, 136, octal(1'700'000'000, 11));
    put(header, 148, "        ");
    header[156] = type;
    put(header, 157, target.substr(0, 100));
    put(header, 257,
        std::string_view{"ustar\0"
                         "00",
                         8});
    unsigned sum = 0;
    for (const char c : header) sum += static_cast<unsigned char>(c);
    put(header, 148, octal(sum, 6));
    header[154] = '\0';
    text_ += header;
    return *this;
  }
  TarText& content(std::string_view bytes) {
    text_ += bytes;
    text_.resize((text_.size() + 511) / 512 * 512);
    return *this;
  }
  std::string cut() const { return text_; } ///< without its end
  std::string whole() const { return text_ + std::string(1024, '\0'); }

private:
  static void put(std::string& header, std::size_t place, std::string_view bytes) { header.replace(place, bytes.size(), bytes); }
  static std::string octal(std::uint64_t number, int digits) {
    char text[32];
    std::snprintf(text, sizeof text, "%0*llo", digits, static_cast<unsigned long long>(number));
    return text;
  }
  std::string text_;
};

/// Runs the command of a shell; a status other than 0 fails the test.
inline void in_shell(const std::string& command) {
  if (const int status = std::system(("set -e; " + command).c_str()); status != 0)
    throw std::runtime_error{"status " + std::to_string(status) + " of: " + command};
}

} // namespace tests
