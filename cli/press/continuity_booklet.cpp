#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/press/order.hpp"
#include "toolkit/dossier/crisis_booklet.hpp"

#include <ostream>

namespace hdskit::cli::press {

int continuity_booklet(Context& context) {
  const auto order = order_of(context);
  const auto built = build_crisis_booklet(context.open_workspace(), order.day, order.output, order.threads, context.start_progress());
  const auto fingerprint = built.fingerprint.hex();
  if (context.json) {
    print_json(context.out, json::object{{"pdf", order.output.string()},
                                         {"date", order.day.iso()},
                                         {"fingerprint", fingerprint},
                                         {"digest", built.pdf.digest.hex()},
                                         {"pages", built.pdf.pages}});
    return 0;
  }
  context.out << tr("The crisis booklet is in {1}: {2} pages, fingerprint {3}.",
                    {order.output.string(), std::to_string(built.pdf.pages), fingerprint.substr(0, shown_fingerprint)})
              << '\n';
  return 0;
}

} // namespace hdskit::cli::press
