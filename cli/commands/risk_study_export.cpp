#include "cli/command.hpp"

#include "cli/written_file.hpp"
#include "toolkit/risk/study_json.hpp"
#include "toolkit/risk/study_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {output_option};

int run(Context& context) {
  deliver(context, study_text(read_study(context.open_workspace())));
  return 0;
}

} // namespace

extern const Command risk_study_export;
const Command risk_study_export{
    .name = "risk study export",
    .summary = marked("Write the whole study as JSON, which is read again without loss"),
    .options = options,
    .run = run,
};

} // namespace hdskit::cli::commands
