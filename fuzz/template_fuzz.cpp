#include "fuzz/answer.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/template_filler.hpp"

// A hospital's own templates: a first one and, after each NUL, one more that the others may call as {{> partie}}, {{> partie2}}, …

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto templates = split(fuzz::text_of(bytes, size), '\0');
  const auto source = [&](std::string_view id) -> std::string {
    if (id == "essai") return templates[0];
    for (std::size_t i = 1; i < templates.size(); ++i)
      if (id == "partie" + (i == 1 ? "" : std::to_string(i))) return templates[i];
    throw Problem{ProblemKind::not_found, std::string{id}, "no such template"};
  };
  Words words;
  words.set("title", "Accès | *suivi* {{title}}").set("x", "").flag("yes", true).flag("no", false).list("none", {});
  words.list("rows", {Words{}.set("name", "un").flag("last", false), Words{}.set("name", "deux").flag("last", true)});
  fuzz::done([&] { fill_template("essai", source, words); });
  return 0;
}
