#include "toolkit/dossier/access_chapter.hpp"
#include "toolkit/dossier/item_words.hpp"

namespace hdskit::chapters {
namespace {

Words gather_access(const ChapterInput& input) { return certificate_words(input).add(endpoint_words(input)).add(review_words(input)); }

bool anything_of(const ChapterInput& input) {
  const auto& access = input.facts.access;
  return !access.anchors.empty() || !access.endpoints.empty() || !access.population_runs.empty() || !access.campaigns.empty();
}

} // namespace

extern const Chapter access;
const Chapter access{.id = "acces",
                     .sentence = "Trusted authorities, the population of card certificates, endpoints with the matrix of cases, reviews of the accounts.",
                     .gather = gather_access,
                     .present = anything_of};

} // namespace hdskit::chapters
