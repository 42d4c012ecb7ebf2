#pragma once

#include "cli/json.hpp"
#include "toolkit/dossier/filing.hpp"
#include "toolkit/dossier/sign_filing.hpp"

namespace hdskit::cli {

inline json::object filing_json(const Filing& filing) {
  return {{"number", filing.number},
          {"filed_at", filing.filed_at},
          {"date", filing.dossier_date.iso()},
          {"version", filing.version},
          {"framework", filing.framework.empty() ? json::value() : json::value(filing.framework)},
          {"reason", filing.reason},
          {"digest", filing.pdf.hex()},
          {"size", filing.size},
          {"pages", filing.pages},
          {"gaps", filing.gaps.size()},
          {"journal", json::object{{"number", filing.journal.number}, {"digest", filing.journal.digest}}}};
}

inline json::object signature_json(const FilingSignature& signed_filing) {
  const auto& [signature, state] = signed_filing;
  return {{"reference", signature.reference},
          {"signer", signature.signer},
          {"national_id", signature.national_id},
          {"signed_at", signature.signed_at},
          {"certificate_sha256", signature.certificate},
          {"standing", signature.standing},
          {"holds", state.holds},
          {"sentence", state.sentence}};
}

inline json::array signatures_json(const std::vector<FilingSignature>& signatures) {
  json::array array;
  for (const auto& one : signatures) array.push_back(signature_json(one));
  return array;
}

} // namespace hdskit::cli
