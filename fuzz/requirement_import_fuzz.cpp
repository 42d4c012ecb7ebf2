#include "fuzz/answer.hpp"
#include "toolkit/exchange/requirement_csv.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

// A table of answers that comes back from a colleague. Promises: every row to import answers an item of the checklist, and a second import of
// the same table changes nothing.

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const auto checklist = checklist_of(shipped_checklist("agrement-2006"), "agrement-2006");
  fuzz::done([&] {
    const auto table = read_csv(fuzz::text_of(bytes, size), "foreign.csv");
    const auto import = preview_requirements(checklist, {}, table);
    if (!import.refused.empty()) return;
    for (const auto& answer : import.answers) fuzz::promise(checklist.find_item(answer.item), "an answer names a known item");
    const auto again = preview_requirements(checklist, import.answers, table);
    fuzz::promise(again.refused.empty() && again.added == 0 && again.changed == 0, "a second import changes nothing");
  });
  return 0;
}
