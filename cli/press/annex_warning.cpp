#include "cli/press/annex_warning.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/annex_copy.hpp"

#include <ostream>

namespace hdskit::cli::press {

void warn_of_annex(Context& context, const Evidence& evidence, const std::filesystem::path& file) {
  const bool printable = evidence.media_type == "application/pdf" || evidence.media_type == "image/png" || evidence.media_type == "image/jpeg";
  if (!printable || !std::filesystem::is_regular_file(file)) return;
  try {
    page::inspect_annex(file, evidence.title);
  } catch (const Problem& problem) {
    context.err << tr("Beware: the dossier cannot be built with this document as it is. {1} {2}", {problem.what(), problem.remedy()}) << '\n';
  }
}

} // namespace hdskit::cli::press
