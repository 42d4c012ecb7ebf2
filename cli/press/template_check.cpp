#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/dossier/template_store.hpp"

#include <ostream>

namespace hdskit::cli::press {

int template_check(Context& context) {
  const auto defects = check_templates(context.open_workspace(), context.date_or_today());
  if (context.json) {
    print_json(context.out, json::object{{"sound", defects.empty()}, {"defects", json::array(defects.begin(), defects.end())}});
  } else {
    for (const auto& defect : defects) context.out << defect << '\n';
    if (defects.empty()) context.out << tr("All templates are sound.") << '\n';
  }
  return defects.empty() ? 0 : 1;
}

} // namespace hdskit::cli::press
