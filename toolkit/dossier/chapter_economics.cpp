#include "toolkit/dossier/item_words.hpp"

namespace hdskit::chapters {

extern const Chapter economics;
const Chapter economics{.id = "p5-economie",
                        .sentence = "Form P5: accounts of the hosting activity.",
                        .gather = [](const ChapterInput& input) { return form_words(input, "P5"); },
                        .present = nullptr,
                        .form = "P5"};

} // namespace hdskit::chapters
