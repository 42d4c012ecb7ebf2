#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/referenced_record.hpp"
#include "toolkit/dossier/information_notice.hpp"
#include "toolkit/habilitation/habilitation_store.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <ostream>

namespace hdskit::cli::press {

int habilitation_notice(Context& context) {
  const auto workspace = context.open_workspace();
  const auto& kind = habilitation_kind(AccessProject::type().kind);
  const auto found = find_referenced(workspace, habilitation_kinds(), &kind, nullptr, context.arguments.text("reference"));
  const auto project = find_record<AccessProject>(workspace, AccessProjectId{found.record.id});
  const auto output = context.arguments.text("output");
  write_information_notice(workspace, project, context.date_or_today(), context.arguments.has("draft"), output);
  if (context.json) {
    json::array defects;
    for (const auto& defect : notice_defects(project)) defects.push_back(json_text(defect));
    print_json(context.out, json::object{{"pdf", output}, {"defects", std::move(defects)}});
  } else context.out << tr("The notice of {1} is in {2}.", {project.reference, output}) << '\n';
  return 0;
}

} // namespace hdskit::cli::press
