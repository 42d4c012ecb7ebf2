// typeset_large_dossier [chapters [threads [output]]]: how long the page room takes for a dossier of real size.
#include "bench/large_dossier.hpp"

#include "toolkit/page/pdf_writer.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

int main(int count, char** arguments) {
  const auto seconds = [] { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); };
  const int chapters = count > 1 ? std::atoi(arguments[1]) : 500;
  const int threads = count > 2 ? std::atoi(arguments[2]) : 2;
  const std::string output = count > 3 ? arguments[3] : "large_dossier.pdf";
  const auto document = hdskit::bench::large_dossier(chapters);
  const double start = seconds();
  const std::clock_t used = std::clock();
  const auto outcome = hdskit::page::write_pdf(document, output, {.threads = threads});
  std::printf("%d pages, %.1f MB, %.2f s, %.2f CPU s\n", outcome.pages, static_cast<double>(outcome.size) / 1e6, seconds() - start, static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC);
}
