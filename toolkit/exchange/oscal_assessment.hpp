#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/evidence/evidence.hpp"
#include "toolkit/requirements/answer.hpp"
#include "toolkit/requirements/checklist.hpp"

namespace hdskit {

/// The answers to a framework as OSCAL assessment results (NIST, model 1.1.2, JSON): a finding per item that is not excluded, an observation per document that
/// serves it. An item is satisfied when it is demonstrated, or written where nothing has to be shown. Identifiers follow from what they name, so that the same
/// answers give the same bytes; `at`: the moment of the export. Texts are in French, the language of record.
std::string oscal_assessment(const Checklist& checklist, const std::vector<Answer>& answers, const std::vector<Evidence>& evidence, const std::string& hospital,
                             Instant at);

} // namespace hdskit
