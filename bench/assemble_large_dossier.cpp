// assemble_large_dossier pdf|odt CHAPTERS OUTPUT [ANNEXES]: the dossier of real size, as PDF (with the annexes of a folder) or as ODT.
// Prints the pages; the time and the memory are measured from outside, as for its peers.
#include "bench/large_dossier.hpp"

#include "toolkit/page/odt_writer.hpp"
#include "toolkit/page/pdf_writer.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace {

std::vector<hdskit::page::Annex> annexes_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<hdskit::page::Annex> annexes;
  for (const auto& file : files) {
    const auto number = std::to_string(annexes.size() + 1);
    annexes.push_back({.anchor = "annexe-" + number, .title = "Annexe " + number, .stamp = "Annexe " + number, .file = file});
  }
  return annexes;
}

} // namespace

int main(int count, char** arguments) {
  if (count < 4) return 2;
  const std::string_view kind = arguments[1];
  auto document = hdskit::bench::large_dossier(std::atoi(arguments[2]));
  if (count > 4) document.annexes = annexes_in(arguments[4]);
  if (kind == "odt") {
    hdskit::page::write_odt(document, arguments[3]);
    return 0;
  }
  const auto outcome = hdskit::page::write_pdf(document, arguments[3]);
  std::printf("%d\n", outcome.pages);
}
