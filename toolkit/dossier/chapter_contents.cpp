#include "toolkit/dossier/chapter.hpp"

namespace hdskit::chapters {

extern const Chapter contents;
const Chapter contents{
    .id = "sommaire",
    .sentence = "The table of contents.",
    .gather = [](const ChapterInput&) { return Words{}; },
    .present = nullptr,
};

} // namespace hdskit::chapters
