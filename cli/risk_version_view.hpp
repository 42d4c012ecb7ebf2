#pragma once

#include "cli/json.hpp"
#include "cli/records.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/version.hpp"

namespace hdskit::cli {

inline json::object version_json(const StudyVersion& version) {
  return {{"version", json_text(version.number)},
          {"cycle", to_field_text(version.cycle)},
          {"day", field_json(FieldKind::date, to_field_text(version.frozen_on))},
          {"summary", json_text(version.summary)},
          {"author", json_text(version.author)},
          {"digest", json_text(version.digest)},
          {"risks", version.risks},
          {"unacceptable", version.unacceptable}};
}

} // namespace hdskit::cli
