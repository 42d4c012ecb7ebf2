#pragma once

#include "toolkit/certification/certification.hpp"

namespace hdskit {

/// What the public page on transfers says (EXI 31): nothing to fear, no transfer, or a table of all of them.
enum class TransferCase { qualified, no_transfer, listed };

struct TransferStanding {
  TransferCase which = TransferCase::listed;
  std::vector<std::string> defects; ///< what must be known before anything is published: an answer that is missing, a country without a ground, …
};
/// `qualified` only when every actor is qualified SecNumCloud 3.2; `no_transfer` only when no actor is reached from outside the EEA or subject to a foreign
/// law. What is not known is a defect, never a no. Pure.
TransferStanding transfer_standing(const std::vector<HostingActor>& actors);

/// The page, ready to publish: one HTML file in French without script, font or picture from elsewhere, readable by a screen reader. Throws Problem bad_input
/// with all defects, since a page with a gap would promise what nobody knows.
/// `statement`: the sentence that the référentiel fixes for the case, as the hospital has it; "": our own words.
std::string transfer_page(const std::string& host, const std::vector<HostingActor>& actors, Date day, const std::string& statement = {});

} // namespace hdskit
