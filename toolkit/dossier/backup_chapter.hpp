#pragma once

#include "toolkit/dossier/chapter.hpp"

namespace hdskit::chapters {

// The parts of the chapter of backups.
Words source_words(const ChapterInput& input); ///< sources with their last proof, what is without, copies of 3-2-1, samples
Words test_words(const ChapterInput& input);   ///< the year's tests, the chain, failures with what followed, trends

} // namespace hdskit::chapters
