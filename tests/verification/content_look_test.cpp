#include "toolkit/verification/content_look.hpp"

#include "toolkit/base/child_process.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/verification/byte_counts.hpp"

#include <random>

#include <gtest/gtest.h>

using namespace hdskit;

namespace {

/// As good as what a cipher gives; the same in every run.
std::string random_bytes(std::size_t count, unsigned seed = 1) {
  std::mt19937_64 generator{seed};
  std::string bytes(count, '\0');
  for (auto& byte : bytes) byte = static_cast<char>(generator() >> 56);
  return bytes;
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  while (all.size() < count) all += text;
  all.resize(count);
  return all;
}

std::string letter() { return read_file(SOURCE_DIR "/LICENSE"); }

ContentLook look_in_pieces(std::string_view bytes, std::size_t piece) {
  ContentWatch watch{bytes.size()};
  for (std::size_t at = 0; at < bytes.size(); at += piece) watch.see(bytes.substr(at, piece));
  return watch.look();
}

ContentLook look_at(std::string_view bytes) { return look_in_pieces(bytes, std::max<std::size_t>(1, bytes.size())); }

ContentLook look_at_file(const std::filesystem::path& path) {
  ContentWatch watch{std::filesystem::file_size(path)};
  read_in_pieces(path, [&](std::string_view piece) { watch.see(piece); });
  return watch.look();
}

std::string gzipped(const std::string& bytes) {
  ChildCommand gzip;
  gzip.words = {"gzip", "-c"};
  gzip.input = bytes;
  std::string all;
  run_child(gzip, {}, [&](std::string_view piece) { all += piece; });
  return all;
}

} // namespace

TEST(ByteCounts, follow_shannon_and_pearson) {
  EXPECT_EQ(entropy_of(std::string(100, 'a')), 0);
  EXPECT_EQ(entropy_of("abab"), 1);
  std::string every;
  for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
  EXPECT_EQ(entropy_of(every), 8);
  EXPECT_EQ(chi_squared_of(every), 0);
  EXPECT_EQ(chi_squared_of(std::string(256, 'a')), 256. * 256 - 256);
  EXPECT_NEAR(chi_squared_of(random_bytes(8192)), 255, 4 * 22.6);
  EXPECT_GT(entropy_of(random_bytes(4096)), 7.94);
}

TEST(ByteCounts, take_too_few_bytes_for_no_proof) {
  EXPECT_FALSE(is_random(random_bytes(1023), 330));
  EXPECT_TRUE(is_random(random_bytes(1024), 330));
}

TEST(ContentLook, of_text_programs_and_tables_is_ordinary_or_known) {
  EXPECT_EQ(look_at(letter()), ContentLook::ordinary);
  EXPECT_EQ(look_at(repeated("FINESS;nom;unité\n750000001;Hôpital des Essais;réanimation\n", 200'000)), ContentLook::ordinary);
  EXPECT_EQ(look_at_file("/proc/self/exe"), ContentLook::known);
  EXPECT_EQ(look_at(std::string{"SQLite format 3\0", 16} + repeated(letter(), 100'000)), ContentLook::known);
  EXPECT_EQ(look_at("a"), ContentLook::ordinary);
  EXPECT_EQ(look_at(""), ContentLook::unseen);
}

TEST(ContentLook, of_compressed_files_is_known) {
  std::string noise;
  for (unsigned i = 0; i < 3000; ++i) noise += std::to_string(std::mt19937{i}()) + "\n";
  const auto packed = gzipped(noise);
  ASSERT_GT(packed.size(), 8192u);
  EXPECT_EQ(look_at(packed), ContentLook::known);
  for (const std::string_view magic : {"\x89PNG\r\n\x1A\n", "%PDF-1.5\n", "PK\3\4\x14", "\xFF\xD8\xFF\xE0", "7z\xBC\xAF\x27\x1C", "\x28\xB5\x2F\xFD", "BZh9"}) {
    EXPECT_EQ(look_at(std::string{magic} + random_bytes(100'000)), ContentLook::known) << magic;
  }
}

TEST(ContentLook, raises_no_alarm_at_any_file_of_this_project) {
  unsigned files = 0;
  for (const auto* folder : {"tests", "docs", "toolkit", "packaging", "fuzz"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator{std::filesystem::path{SOURCE_DIR} / folder}) {
      if (!entry.is_regular_file()) continue;
      EXPECT_NE(look_at_file(entry.path()), ContentLook::scrambled) << entry.path();
      ++files;
    }
  }
  EXPECT_GT(files, 300u);
}

TEST(ContentLook, finds_encrypted_files_of_any_size_from_a_kibibyte) {
  unsigned found = 0;
  for (unsigned seed = 0; seed < 500; ++seed) found += look_at(random_bytes(1024 + 150 * seed, seed)) == ContentLook::scrambled;
  EXPECT_GE(found, 495u); // facts: 99.9 % of them
  EXPECT_EQ(look_at(random_bytes(1023)), ContentLook::ordinary) << "too few bytes to say";
}

TEST(ContentLook, finds_what_openssl_encrypts) {
  ChildCommand openssl;
  openssl.words = {"openssl", "enc", "-aes-256-ctr", "-pbkdf2", "-iter", "1", "-pass", "fd:3"};
  openssl.secret = "horse";
  openssl.input = letter() + letter();
  std::string all;
  ASSERT_TRUE(run_child(openssl, {}, [&](std::string_view piece) { all += piece; }).succeeded());
  EXPECT_EQ(all.substr(0, 8), "Salted__");
  EXPECT_EQ(look_at(all), ContentLook::scrambled);
}

TEST(ContentLook, finds_encryption_that_keeps_the_start_of_what_can_be_compressed) {
  const auto encrypted = random_bytes(200'000);
  EXPECT_EQ(look_at(repeated(letter(), 8192) + encrypted), ContentLook::scrambled);
  EXPECT_EQ(look_at(std::string{"SQLite format 3\0", 16} + repeated(letter(), 8192) + encrypted), ContentLook::scrambled);
  EXPECT_EQ(look_at("%PDF-1.5\n" + repeated(letter(), 8192) + encrypted), ContentLook::known) << "looks so when all is well, too";
  EXPECT_EQ(look_at(repeated(letter(), 150'000) + encrypted), ContentLook::ordinary) << "a part that is random is no encryption of the file";
}

TEST(ContentLook, is_the_same_whatever_the_pieces) {
  const auto zeros = repeated(letter(), 20'000) + std::string(65536, '\0') + "end";
  const auto kept = repeated(letter(), 8192) + random_bytes(90'000);
  for (const std::size_t piece : {1u, 7u, 4096u, 8191u, 8192u, 30'000u, 65'536u, 65'537u}) {
    EXPECT_EQ(look_in_pieces(random_bytes(50'000), piece), ContentLook::scrambled) << piece;
    EXPECT_EQ(look_in_pieces(kept, piece), ContentLook::scrambled) << piece;
    EXPECT_EQ(look_in_pieces(zeros, piece), ContentLook::zeros) << piece;
    EXPECT_EQ(look_in_pieces("PK\3\4" + random_bytes(50'000), piece), ContentLook::known) << piece;
  }
}

TEST(ContentLook, finds_every_run_of_64_kibibytes_of_zeros_and_none_that_is_shorter) {
  for (const std::size_t before : {0u, 1u, 100u, 65'535u, 65'536u, 200'000u}) {
    for (const std::size_t after : {0u, 1u, 70'000u}) {
      const auto with = [&](std::size_t zeros) { return std::string(before, 'a') + std::string(zeros, '\0') + std::string(after, 'b'); };
      for (const std::size_t piece : {5'000u, 65'536u, 1'000'000u}) {
        EXPECT_EQ(look_in_pieces(with(65'536), piece), ContentLook::zeros) << before << ' ' << after << ' ' << piece;
        EXPECT_EQ(look_in_pieces(with(65'535), piece), ContentLook::ordinary) << before << ' ' << after << ' ' << piece;
      }
    }
  }
  EXPECT_EQ(look_at(std::string(1 << 20, '\0')), ContentLook::zeros);
  EXPECT_EQ(look_at(repeated(std::string(65'535, '\0') + "x", 1 << 20)), ContentLook::ordinary);
}

TEST(ContentLook, of_an_encrypted_start_before_zeros_is_scrambled) {
  EXPECT_EQ(look_at(random_bytes(100'000) + std::string(1 << 20, '\0')), ContentLook::scrambled) << "a disk image of which only the start was encrypted";
}
