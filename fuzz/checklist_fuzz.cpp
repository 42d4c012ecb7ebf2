#include "fuzz/answer.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

// A checklist of a regime, written by hand. Promises: there is a checklist or there are defects, and each item can be found and is shown somewhere.

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto xml = fuzz::text_of(bytes, size);
  const auto reading = read_checklist(xml);
  fuzz::promise(reading.checklist.has_value() == reading.defects.empty(), "a checklist, or defects");
  fuzz::promise(fuzz::done([&] { checklist_of(xml, "foreign.xml"); }) == reading.defects.empty(), "defects are a Problem");
  if (!reading.checklist) return 0;
  for (const auto& item : reading.checklist->items) {
    fuzz::promise(reading.checklist->find_item(item.id), "an item is found by its id");
    fuzz::promise(reading.checklist->find_article(item.article) && reading.checklist->find_obligation(item.obligation), "an item refers to what is there");
    fuzz::promise(reading.checklist->section_of(item.id), "an item is shown");
  }
  return 0;
}
