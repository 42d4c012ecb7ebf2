#include "fuzz/answer.hpp"
#include "toolkit/backup/restore_report_json.hpp"

// A report that another machine brought. Promises: what is read is written within bounds, and read back the same; nothing but a Problem refuses it.

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  fuzz::done([&] {
    const auto report = parse_report(text, "foreign.json");
    const auto written = report_text(report);
    fuzz::promise(written.size() <= 1u << 20, "a report is at most 1 MiB");
    fuzz::promise(report_text(parse_report(written, "again.json")) == written, "a report is the same after being written");
    fuzz::promise(report.sentences.size() <= 100 && report.checks.size() <= 100, "lists have an end");
  });
  return 0;
}
