#include "fuzz/answer.hpp"
#include "toolkit/risk/scale.hpp"

// A scale that a hospital wrote or changed. Promises: what is read is written and read back the same; its matrix has every cell, within the classes, and never
// falls when a grade rises.

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto json = fuzz::text_of(bytes, size);
  fuzz::done([&] {
    const auto scale = parse_scale(json, "foreign.json");
    fuzz::promise(parse_scale(text_of(scale), "again.json") == scale, "a scale is the same after being written");
    const auto likelihoods = static_cast<std::int64_t>(scale.likelihood.size()), gravities = static_cast<std::int64_t>(scale.gravity.size());
    for (std::int64_t likelihood = 1; likelihood <= likelihoods; ++likelihood)
      for (std::int64_t gravity = 1; gravity <= gravities; ++gravity) {
        const int level = level_at(scale, {gravity}, {likelihood});
        fuzz::promise(level >= 1 && level <= static_cast<int>(scale.classes.size()), "a cell holds a class");
        fuzz::promise(level >= level_at(scale, {gravity - 1}, {likelihood}) && level >= level_at(scale, {gravity}, {likelihood - 1}), "a matrix never falls");
      }
    for (const auto& word : scale.gravity)
      fuzz::promise(grade_named(scale.gravity, word.french).value >= 1 || word.french.empty(), "a grade is found by its word");
  });
  return 0;
}
