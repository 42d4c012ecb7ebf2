#pragma once

#include "toolkit/dossier/chapter.hpp"

namespace hdskit::chapters {

// The parts of the chapter of access.
Words certificate_words(const ChapterInput& input); ///< authorities, lists, the last check of the certificates and those of the year
Words endpoint_words(const ChapterInput& input);    ///< endpoints with their last check, the matrix of cases, faults
Words review_words(const ChapterInput& input);      ///< review campaigns, signatures, withdrawals

} // namespace hdskit::chapters
