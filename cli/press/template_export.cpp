#include "cli/press/works.hpp"

#include "cli/written_file.hpp"
#include "toolkit/dossier/template_store.hpp"

namespace hdskit::cli::press {

int template_export(Context& context) {
  deliver(context, find_template(context.open_workspace(), context.arguments.text("template")).text);
  return 0;
}

} // namespace hdskit::cli::press
