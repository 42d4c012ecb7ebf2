#include "toolkit/certificates/der.hpp"
#include "toolkit/certificates/pem.hpp"

#include "toolkit/base/problem.hpp"

#include <gtest/gtest.h>
#include <openssl/evp.h>

namespace hdskit {
namespace {

std::string bytes_of(std::size_t count) {
  std::string bytes;
  std::uint32_t state = 12345;
  while (bytes.size() < count) bytes += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  return bytes;
}

/// As OpenSSL writes it.
std::string base64_of(const std::string& bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const auto length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

std::string broken_after(const std::string& text, std::size_t width, const std::string& end) {
  std::string lines;
  for (std::size_t at = 0; at < text.size(); at += width) lines += text.substr(at, width) + end;
  return lines;
}

TEST(Base64, gives_back_what_openssl_wrote_whatever_the_lines) {
  for (const std::size_t count : {0u, 1u, 2u, 3u, 4u, 5u, 47u, 48u, 49u, 255u, 1000u})
    for (const std::size_t width : {1u, 3u, 4u, 5u, 63u, 64u, 76u, 5000u})
      for (const auto* end : {"\n", "\r\n", " \t\n"})
        EXPECT_EQ(decode_base64(broken_after(base64_of(bytes_of(count)), width, end)), bytes_of(count)) << count << " in lines of " << width;
}

TEST(Base64, refuses_what_is_none) {
  for (const auto* text : {"QUJD*UJD", "QUJDRA", "QUJDRA=", "QUJDRA===", "QUJDRB==", "QUI", "QUJ=", "=", "QUJD=", "QUJDRA==QUJD", "Q"})
    EXPECT_FALSE(decode_base64(text)) << text;
}

std::string long_element(std::size_t size) {
  std::string bytes{"\x04\x82", 2};
  bytes += static_cast<char>(size >> 8);
  bytes += static_cast<char>(size & 0xff);
  return bytes + bytes_of(size);
}

TEST(DerReading, tells_short_and_long_elements_apart) {
  const std::string text = std::string{"\x02\x01\x05", 3} + long_element(300) + std::string{"\x05\x00", 2};
  DerReader reader{text};
  EXPECT_EQ(reader.next().content, "\x05");
  EXPECT_FALSE(reader.take_if(DerTag::integer));
  EXPECT_EQ(reader.take_if(DerTag::octet_string)->content, bytes_of(300));
  EXPECT_TRUE(reader.expect(DerTag::null).content.empty());
  EXPECT_TRUE(reader.at_end());
  EXPECT_FALSE(reader.take_if(DerTag::null));
  EXPECT_THROW(reader.next(), Problem);
}

TEST(DerReading, refuses_what_is_not_der) {
  using namespace std::string_view_literals;
  for (const auto text : {"\x02"sv, "\x02\x05\x01"sv, "\x1f\x01\x00"sv, "\x04\x80\x00\x00"sv, "\x04\x81\x05"sv, "\x04\x81\x05\x01\x02\x03\x04\x05"sv,
                          "\x04\x82\x00\x90"sv, "\x04\x85\x01\x01\x01\x01\x01"sv, "\x30\x7f"sv})
    EXPECT_THROW(DerReader{text}.next(), Problem) << text.size();
}

} // namespace
} // namespace hdskit
