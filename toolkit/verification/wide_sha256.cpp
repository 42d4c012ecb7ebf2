#include "toolkit/verification/wide_sha256.hpp"

#include <array>
#include <cstring>
#include <vector>

#ifndef __clang__ // g++ 12 blames its own header: the undefined vectors there are meant
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <immintrin.h>

// Functions that use the wide instructions say so one by one: nothing else in the program may need them.
#define HDSKIT_WIDE __attribute__((target("avx512f,avx512bw")))

namespace hdskit {
namespace {

constexpr std::uint32_t initial[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

constexpr std::uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74,
    0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
    0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
    0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
    0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using Lanes = __m512i;

/// Words of the sixteen blocks: one lane each, big-endian turned.
HDSKIT_WIDE inline void load_words(Lanes (&words)[16], const std::uint8_t* const (&places)[16], std::size_t offset) {
  const Lanes turned = _mm512_set4_epi32(0x0c0d0e0f, 0x08090a0b, 0x04050607, 0x00010203);
  Lanes rows[16], pairs[16];
  for (int i = 0; i < 16; ++i) rows[i] = _mm512_shuffle_epi8(_mm512_loadu_si512(places[i] + offset), turned);
  for (int i = 0; i < 16; i += 2) {
    pairs[i] = _mm512_unpacklo_epi32(rows[i], rows[i + 1]);
    pairs[i + 1] = _mm512_unpackhi_epi32(rows[i], rows[i + 1]);
  }
  for (int i = 0; i < 16; i += 4) { // then the 128 bits b of rows[i + j] are the words 4b + j of the lanes i to i + 3
    rows[i] = _mm512_unpacklo_epi64(pairs[i], pairs[i + 2]);
    rows[i + 1] = _mm512_unpackhi_epi64(pairs[i], pairs[i + 2]);
    rows[i + 2] = _mm512_unpacklo_epi64(pairs[i + 1], pairs[i + 3]);
    rows[i + 3] = _mm512_unpackhi_epi64(pairs[i + 1], pairs[i + 3]);
  }
  for (int j = 0; j < 4; ++j) {
    const Lanes low = _mm512_shuffle_i32x4(rows[j], rows[4 + j], 0x44), high = _mm512_shuffle_i32x4(rows[j], rows[4 + j], 0xee);
    const Lanes low2 = _mm512_shuffle_i32x4(rows[8 + j], rows[12 + j], 0x44), high2 = _mm512_shuffle_i32x4(rows[8 + j], rows[12 + j], 0xee);
    words[j] = _mm512_shuffle_i32x4(low, low2, 0x88);
    words[4 + j] = _mm512_shuffle_i32x4(low, low2, 0xdd);
    words[8 + j] = _mm512_shuffle_i32x4(high, high2, 0x88);
    words[12 + j] = _mm512_shuffle_i32x4(high, high2, 0xdd);
  }
}

HDSKIT_WIDE inline Lanes exclusive_or(Lanes a, Lanes b, Lanes c) { return _mm512_ternarylogic_epi32(a, b, c, 0x96); }

HDSKIT_WIDE inline Lanes extended(Lanes w16, Lanes w15, Lanes w7, Lanes w2) {
  const Lanes low = exclusive_or(_mm512_ror_epi32(w15, 7), _mm512_ror_epi32(w15, 18), _mm512_srli_epi32(w15, 3));
  const Lanes high = exclusive_or(_mm512_ror_epi32(w2, 17), _mm512_ror_epi32(w2, 19), _mm512_srli_epi32(w2, 10));
  return _mm512_add_epi32(_mm512_add_epi32(w16, low), _mm512_add_epi32(w7, high));
}

/// One round; the caller turns the names of the variables instead of moving their values.
HDSKIT_WIDE inline void round(Lanes a, Lanes b, Lanes c, Lanes& d, Lanes e, Lanes f, Lanes g, Lanes& h, Lanes word, std::uint32_t constant) {
  const Lanes sum1 = exclusive_or(_mm512_ror_epi32(e, 6), _mm512_ror_epi32(e, 11), _mm512_ror_epi32(e, 25));
  const Lanes choice = _mm512_ternarylogic_epi32(e, f, g, 0xca);
  const Lanes first =
      _mm512_add_epi32(_mm512_add_epi32(h, sum1), _mm512_add_epi32(choice, _mm512_add_epi32(word, _mm512_set1_epi32(static_cast<int>(constant)))));
  const Lanes sum0 = exclusive_or(_mm512_ror_epi32(a, 2), _mm512_ror_epi32(a, 13), _mm512_ror_epi32(a, 22));
  const Lanes majority = _mm512_ternarylogic_epi32(a, b, c, 0xe8);
  d = _mm512_add_epi32(d, first);
  h = _mm512_add_epi32(first, _mm512_add_epi32(sum0, majority));
}

HDSKIT_WIDE inline void eight_rounds(Lanes (&s)[8], const Lanes* words, const std::uint32_t* k) {
  round(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], words[0], k[0]);
  round(s[7], s[0], s[1], s[2], s[3], s[4], s[5], s[6], words[1], k[1]);
  round(s[6], s[7], s[0], s[1], s[2], s[3], s[4], s[5], words[2], k[2]);
  round(s[5], s[6], s[7], s[0], s[1], s[2], s[3], s[4], words[3], k[3]);
  round(s[4], s[5], s[6], s[7], s[0], s[1], s[2], s[3], words[4], k[4]);
  round(s[3], s[4], s[5], s[6], s[7], s[0], s[1], s[2], words[5], k[5]);
  round(s[2], s[3], s[4], s[5], s[6], s[7], s[0], s[1], words[6], k[6]);
  round(s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[0], words[7], k[7]);
}

HDSKIT_WIDE void compress_wide(std::uint32_t (&state)[8][16], const std::uint8_t* const (&places)[16], std::size_t count) {
  Lanes kept[8], now[8], words[16];
  for (int i = 0; i < 8; ++i) kept[i] = _mm512_loadu_si512(state[i]);
  for (std::size_t block = 0; block < count; ++block) {
    load_words(words, places, block * WideSha256::block);
    for (int i = 0; i < 8; ++i) now[i] = kept[i];
    for (int group = 0; group < 4; ++group) {
      if (group > 0)
        for (int i = 0; i < 16; ++i) words[i] = extended(words[i], words[(i + 1) % 16], words[(i + 9) % 16], words[(i + 14) % 16]);
      eight_rounds(now, words, constants + group * 16);
      eight_rounds(now, words + 8, constants + group * 16 + 8);
    }
    for (int i = 0; i < 8; ++i) kept[i] = _mm512_add_epi32(kept[i], now[i]);
  }
  for (int i = 0; i < 8; ++i) _mm512_storeu_si512(state[i], kept[i]);
  _mm256_zeroupper(); // SHA-NI of OpenSSL is many times slower with upper halves in use
}

bool agrees_with_openssl() {
  constexpr std::size_t most = 300;
  std::vector<std::array<std::uint8_t, most + 128>> texts(WideSha256::lanes);
  WideSha256 wide;
  for (std::size_t length : {0u, 55u, 56u, 64u, 119u, 120u, 300u}) {
    const std::uint8_t* places[WideSha256::lanes];
    std::uint32_t value = 1;
    std::size_t end = 0;
    for (std::size_t lane = 0; lane < WideSha256::lanes; ++lane) {
      for (std::size_t i = 0; i < length; ++i) texts[lane][i] = static_cast<std::uint8_t>((value = value * 1664525u + 1013904223u) >> 24);
      end = length + WideSha256::pad(texts[lane].data() + length, length);
      places[lane] = texts[lane].data();
      wide.begin(lane);
    }
    wide.compress(places, end / WideSha256::block);
    for (std::size_t lane = 0; lane < WideSha256::lanes; ++lane)
      if (wide.digest(lane) != digest_of({reinterpret_cast<const char*>(places[lane]), length})) return false;
  }
  return true;
}

} // namespace

bool WideSha256::is_usable() {
  static const bool usable = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && agrees_with_openssl();
  return usable;
}

void WideSha256::begin(std::size_t lane) {
  for (std::size_t i = 0; i < 8; ++i) state[i][lane] = initial[i];
}

void WideSha256::compress(const std::uint8_t* const (&places)[lanes], std::size_t count) { compress_wide(state, places, count); }

Digest WideSha256::digest(std::size_t lane) const {
  std::array<std::uint8_t, Digest::size> bytes;
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(state[i / 4][lane] >> (24 - 8 * (i % 4)));
  return Digest{bytes};
}

std::size_t WideSha256::pad(std::uint8_t* end, std::uint64_t length) {
  const auto used = static_cast<std::size_t>(length % block);
  const auto added = (used < block - 8 ? block : 2 * block) - used;
  std::memset(end, 0, added);
  end[0] = 0x80;
  for (std::size_t i = 0; i < 8; ++i) end[added - 1 - i] = static_cast<std::uint8_t>(length * 8 >> (8 * i));
  return added;
}

} // namespace hdskit
