#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/press/order.hpp"

#include <ostream>

namespace hdskit::cli::press {

int dossier_build(Context& context) {
  const auto workspace = context.open_workspace();
  const auto built = build_dossier(workspace, order_of(context), context.start_progress());
  if (context.json) {
    print_json(context.out, json::object{{"pdf", built.pdf_file.string()},
                                         {"archive", built.archive.string()},
                                         {"manifest", built.manifest.string()},
                                         {"version", built.version},
                                         {"digest", built.pdf.digest.hex()},
                                         {"pages", built.pdf.pages},
                                         {"draft", built.draft},
                                         {"gaps", built.gaps.size()}});
    return 0;
  }
  context.out << tr("The dossier is in {1}: {2} pages.", {built.pdf_file.string(), std::to_string(built.pdf.pages)}) << '\n';
  if (built.draft)
    context.out << trn("It is a draft: {1} gap remains; see “hdskit dossier check”.", "It is a draft: {1} gaps remain; see “hdskit dossier check”.",
                       static_cast<std::int64_t>(built.gaps.size()))
                << '\n';
  context.out << tr("Originals: {1}", {built.archive.string()}) << '\n' << tr("Digests: {1}", {built.manifest.string()}) << '\n';
  if (built.odt) context.out << tr("Editable text: {1}", {built.odt->string()}) << '\n';
  return 0;
}

} // namespace hdskit::cli::press
