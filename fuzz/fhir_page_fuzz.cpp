#include "fuzz/answer.hpp"
#include "toolkit/access/fhir_bundle_reader.hpp"

#include <algorithm>

// What a directory answers, and the file in which its answers are kept. Promises: what is read is UTF-8 without control characters, only sound numbers name a
// person, and answers that are read are the same after being written.

using namespace hdskit;

namespace {

bool is_plain(const std::string& text) {
  return is_utf8(text) && std::ranges::none_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  static const auto day = *Date::parse("2026-11-22");
  fuzz::done([&] {
    const auto page = read_fhir_page(text, "page", day);
    for (const auto& practitioner : page.practitioners) {
      for (const auto& id : practitioner.national_ids) fuzz::promise(!id.empty() && is_plain(id), "a number is a sound one");
      for (const auto& card : practitioner.cards) fuzz::promise(is_plain(card.number) && is_plain(card.type), "a card is plain text");
      fuzz::promise(std::ranges::is_sorted(practitioner.professions), "professions are sorted");
    }
    for (const auto& place : page.organizations) fuzz::promise(is_plain(place.finess_site) && is_plain(place.finess_entity), "a place is plain text");
  });
  const auto said = fhir_outcome_text(text);
  fuzz::promise(said.size() <= 300 && is_plain(said), "an outcome is short and plain");
  fuzz::done([&] {
    const auto json = directory_answers_json(directory_answers_of_json(text, "foreign.json"));
    fuzz::promise(directory_answers_json(directory_answers_of_json(json, "again.json")) == json, "answers are the same after being written");
  });
  return 0;
}
