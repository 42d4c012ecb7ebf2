#include "fuzz/answer.hpp"
#include "toolkit/backup/result_heading.hpp"

// What another machine brings: the heading of a result, and the plan that it was given. Promises: a heading that is read is written as it stood, byte by byte,
// so that what the signature covers is what was read; a plan that is read is written and read back the same.

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  fuzz::done([&] {
    const auto lines = parse_result_heading(text, "foreign.result");
    fuzz::promise(lines.size <= text.size() && text.starts_with(lines.signed_text), "the signed text is the start of the file");
    fuzz::promise(signed_lines(lines.heading, lines.parts) == lines.signed_text, "a heading is written as it was read");
    fuzz::promise(lines.signed_text + signature_line(lines.signature) == text.substr(0, lines.size), "nothing stands between heading and parts");
  });
  fuzz::done([&] {
    const auto plan = plan_text(parse_plan(text, "foreign.plan"));
    fuzz::promise(plan_text(parse_plan(plan, "again.plan")) == plan, "a plan is the same after being written");
  });
  return 0;
}
