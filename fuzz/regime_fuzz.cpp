#include "fuzz/answer.hpp"
#include "toolkit/procedure/regime_reader.hpp"
#include "toolkit/procedure/renewal.hpp"

// A regime written by hand. Promises: there is a regime or there are defects; each stage stands after the one it waits for, and rests on an article.

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto xml = fuzz::text_of(bytes, size);
  const auto reading = read_regime(xml);
  fuzz::promise(reading.regime.has_value() == reading.defects.empty(), "a regime, or defects");
  fuzz::promise(fuzz::done([&] { regime_of(xml, "foreign.xml"); }) == reading.defects.empty(), "defects are a Problem");
  if (!reading.regime) return 0;
  for (std::size_t i = 0; i < reading.regime->stages.size(); ++i) {
    const auto& stage = reading.regime->stages[i];
    fuzz::promise(stage.trigger.stage.empty() != stage.trigger.place.has_value(), "a stage waits for the filing or for a stage");
    fuzz::promise(!stage.trigger.place || *stage.trigger.place < i, "a stage stands after the one it waits for");
    fuzz::promise(reading.regime->find_article(stage.article), "a stage rests on an article");
  }
  fuzz::done([&] { plan_renewal(*reading.regime, *Date::of(2016, 2, 29)); });
  fuzz::done([&] {
    for (const auto& stage : simulate(*reading.regime, *Date::of(2016, 2, 29)).stages)
      fuzz::promise(!stage.planned || *stage.planned >= *stage.start, "nothing ends before it starts");
  });
  return 0;
}
