#include "fuzz/answer.hpp"
#include "toolkit/base/signature.hpp"

// Keys and signatures that come with a result file of another machine. Promise: no signature that we did not make matches.

using namespace hdskit;

namespace {

const KeyPair& own_keys() {
  static const KeyPair keys = make_key_pair();
  return keys;
}

/// The first line may be a signature in base64, the rest a key in PEM, or all of it either.
void try_pieces(std::string_view text) {
  const auto end = text.find('\n');
  const auto first = text.substr(0, end), rest = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  for (const auto piece : {text, first}) fuzz::promise(!signature_matches("abc", piece, own_keys().public_pem), "a signature that nobody made does not match");
  for (const auto piece : {text, rest}) {
    fuzz::done([&] { signature_matches("abc", first, piece); });
    fuzz::done([&] { fuzz::promise(key_fingerprint(piece).size() == 64, "a key has a fingerprint"); });
    fuzz::done([&] { fuzz::promise(!sign("abc", piece).empty(), "a signature is never empty"); });
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  try_pieces(fuzz::text_of(bytes, size));
  return 0;
}
