#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/dossier/template_store.hpp"

#include <ostream>

namespace hdskit::cli::press {

int template_import(Context& context) {
  const auto id = context.arguments.text("template"), file = context.arguments.text("file");
  const bool original = context.arguments.has("original");
  if (original != file.empty())
    throw Problem{ProblemKind::bad_input, id, tr("Either the edited file or --original is needed, and not both."),
                  tr("See: hdskit help {1}", {"template import"})};
  constexpr std::uint64_t longest = 1u << 20; // the longest template of the program has 20 KB
  const auto text = original ? std::string{} : read_file(file, longest);
  auto workspace = context.open_workspace();
  workspace.change(context.acting(), [&](Change& change) { original ? forget_template(change, id) : import_template(change, id, text); });
  if (context.json) print_json(context.out, json::object{{"id", id}, {"own", !original}});
  else
    context.out << (original ? tr("The template {1} is again the one of the program.", {id}) : tr("The template {1} is now the hospital's own.", {id})) << '\n';
  return 0;
}

} // namespace hdskit::cli::press
