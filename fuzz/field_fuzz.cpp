#include "fuzz/answer.hpp"
#include "toolkit/base/closest.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/field.hpp"
#include "toolkit/base/text.hpp"

// Values as people type them. Promise: what is read is written so that it reads the same.

using namespace hdskit;

namespace {

template <typename Value> void try_field(std::string_view text, const char* what) {
  Value value{}, again{};
  if (!fuzz::done([&] { from_field_text(text, value); })) return;
  fuzz::promise(fuzz::done([&] { from_field_text(to_field_text(value), again); }) && value == again, what);
}

template <typename Id> void try_identifier(std::string_view text, const char* what) {
  const auto id = Id::parse(text);
  if (id) fuzz::promise(Id::parse(id->text()) == id, what);
}

void try_moments(std::string_view text) {
  if (const auto date = Date::parse(text)) {
    fuzz::promise(Date::parse(date->iso()) == date && is_utf8(date->french()), "a date comes back");
    fuzz::promise(date->year() >= 1900 && date->year() <= 9999, "a date is of our times");
  }
  if (const auto instant = Instant::parse(text)) fuzz::promise(Instant::parse(instant->iso()) == instant, "an instant comes back");
}

void try_text(std::string_view text) {
  if (is_utf8(text)) fuzz::promise(is_utf8(folded(text)) && folded(folded(text)) == folded(text), "folded text stays text");
  fuzz::promise(joined(split(text, ';'), ";") == text, "parts are the whole");
  trimmed(text);
  lines_of(text);
  closest(text, {"PSSI", "PRA-TEST", text}, 3);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  try_identifier<Siren>(text, "a SIREN comes back");
  try_identifier<Siret>(text, "a SIRET comes back");
  try_identifier<Rpps>(text, "an RPPS number comes back");
  try_identifier<Adeli>(text, "an ADELI number comes back");
  try_identifier<Finess>(text, "a FINESS number comes back");
  if (const auto digest = Digest::parse(text)) fuzz::promise(Digest::parse(digest->hex()) == digest, "a digest comes back");
  try_moments(text);
  try_text(text);
  try_field<std::string>(text, "a text comes back");
  try_field<std::int64_t>(text, "a number comes back");
  try_field<std::optional<std::int64_t>>(text, "a number or none comes back");
  try_field<std::optional<Date>>(text, "a field of a date comes back");
  try_field<std::optional<Minutes>>(text, "a duration comes back");
  try_field<std::vector<std::string>>(text, "a list comes back");
  return 0;
}
