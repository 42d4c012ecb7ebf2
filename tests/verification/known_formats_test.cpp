#include "toolkit/verification/known_formats.hpp"

#include "toolkit/base/child_process.hpp"
#include "toolkit/base/file.hpp"

#include <gtest/gtest.h>

using namespace hdskit;

TEST(KnownFormat, is_told_by_the_first_bytes) {
  EXPECT_EQ(known_format("PK\3\4rest"), KnownFormat::compressed);
  EXPECT_EQ(known_format("%PDF-1.7\n"), KnownFormat::compressed);
  EXPECT_EQ(known_format("\x89PNG\r\n\x1A\n"), KnownFormat::compressed);
  EXPECT_EQ(known_format({"SQLite format 3\0", 16}), KnownFormat::compressible);
  EXPECT_EQ(known_format("\x7F"
                         "ELF\2\1\1"),
            KnownFormat::compressible);
  EXPECT_EQ(known_format(std::string(128, '\0') + "DICM"), KnownFormat::compressed);
  EXPECT_EQ(known_format(std::string(4, '\0') + "ftypisom"), KnownFormat::compressed);
  EXPECT_EQ(known_format(std::string(257, 'a') + "ustar"), KnownFormat::compressed);
}

TEST(KnownFormat, is_none_for_text_for_cut_magics_and_for_what_encrypts) {
  for (const std::string_view start : {"", "P", "PK", "%PD", "Bonjour", "nom;prénom\n", "Salted__12345678", "\x85\x02\x0C", "age-encryption.org/v1"}) {
    EXPECT_EQ(known_format(start), KnownFormat::none) << start;
  }
  EXPECT_EQ(known_format(std::string(128, '\0') + "DIC"), KnownFormat::none);
}

TEST(KnownFormat, fits_what_gzip_writes) {
  ChildCommand gzip;
  gzip.words = {"gzip", "-c"};
  gzip.input = "abc";
  EXPECT_EQ(known_format(run_child(gzip).output), KnownFormat::compressed);
}

TEST(KnownFormat, is_told_within_its_reach) { EXPECT_EQ(known_format(std::string(257, 'a').append("ustar").substr(0, magic_reach)), KnownFormat::compressed); }
