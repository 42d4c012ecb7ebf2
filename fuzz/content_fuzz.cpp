#include "fuzz/answer.hpp"
#include "toolkit/page/content_balance.hpp"

// The content of a page of an annex. Promise: what it leaves open does not depend on how it is cut into pieces.

using namespace hdskit::page;

namespace {

ContentBalance balance_in_pieces(std::string_view content, std::size_t piece) {
  ContentScanner scanner;
  for (; !content.empty(); content.remove_prefix(std::min(piece, content.size()))) scanner.take(content.substr(0, piece));
  return scanner.balance();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto content = fuzz::text_of(bytes, size);
  const auto whole = balance_in_pieces(content, size + 1);
  fuzz::promise(whole.missing_saves >= 0 && whole.missing_restores >= 0, "nothing negative is missing");
  for (const std::size_t piece : {1, 2, 7}) {
    const auto cut = balance_in_pieces(content, piece);
    fuzz::promise(cut.missing_saves == whole.missing_saves && cut.missing_restores == whole.missing_restores, "pieces are the whole");
  }
  return 0;
}
