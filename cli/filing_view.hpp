#pragma once

#include "cli/json.hpp"
#include "toolkit/dossier/filing.hpp"

namespace hdskit::cli {

inline json::object filing_json(const Filing& filing) {
  return {{"number", filing.number},
          {"filed_at", filing.filed_at},
          {"date", filing.dossier_date.iso()},
          {"version", filing.version},
          {"reason", filing.reason},
          {"digest", filing.pdf.hex()},
          {"size", filing.size},
          {"pages", filing.pages},
          {"gaps", filing.gaps.size()},
          {"journal", json::object{{"number", filing.journal.number}, {"digest", filing.journal.digest}}}};
}

} // namespace hdskit::cli
