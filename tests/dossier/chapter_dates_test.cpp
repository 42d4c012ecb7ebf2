#include "tests/dossier/sample_input.hpp"
#include "tests/procedure/sample_procedure.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/chapter.hpp"
#include "toolkit/dossier/template_filler.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

const Chapter& dates() { return **std::ranges::find(all_chapters(), "echeances", &Chapter::id); }

class ChapterOfDates : public testing::Test {
protected:
  ChapterInput input() const { return {.facts = facts, .annexes = annexes, .gaps = gaps, .day = *Date::of(2026, 11, 22), .version = "1"}; }
  /// Without the strokes that keep Markdown from reading the words.
  std::string printed() const {
    const LanguageScope french{Language::french};
    const auto from_source = [](std::string_view id) { return read_file(SOURCE_DIR "/templates/" + std::string{id} + ".md"); };
    return replaced(fill_template("echeances", from_source, dates().gather(input())), "\\", "");
  }

  DossierInput facts = tests::complete_input();
  std::vector<PlannedAnnex> annexes;
  std::vector<Gap> gaps;
};

} // namespace

TEST_F(ChapterOfDates, is_there_only_when_a_procedure_is_followed) {
  EXPECT_FALSE(dates().present(input()));
  facts.procedures = {tests::procedure_case("agrement-2006", {})};
  EXPECT_TRUE(dates().present(input()));
}

TEST_F(ChapterOfDates, prints_each_stage_with_its_limit_its_article_and_what_silence_means) {
  using tests::event;
  facts.procedures = {tests::procedure_case("agrement-2006", {event(EventKind::filed, "2026-10-05"), event(EventKind::received, "2026-10-08", "cnil")})};
  const auto text = printed();
  EXPECT_THAT(text, AllOf(HasSubstr("Imaging"), HasSubstr("CNIL"), HasSubstr("5\u00A0octobre\u00A02026"), HasSubstr("8\u00A0décembre\u00A02026 |")));
  EXPECT_THAT(text, AllOf(HasSubstr("vaut rejet"), HasSubstr("R. 1111-10"), HasSubstr("(hypothèse)")));
  EXPECT_THAT(text, Not(HasSubstr("prend fin")));
}

TEST_F(ChapterOfDates, says_until_when_an_authorisation_holds_and_when_to_renew_it) {
  using tests::event;
  facts.procedures = {tests::procedure_case("agrement-2006", {event(EventKind::filed, "2026-02-02"), event(EventKind::opinion, "2026-03-02", "cnil"),
                                                              event(EventKind::opinion, "2026-03-20", "committee"),
                                                              event(EventKind::decision, "2026-04-01", "minister", Favour::favourable)})};
  EXPECT_THAT(printed(), AllOf(HasSubstr("prend fin le 1er\u00A0avril\u00A02029"), HasSubstr("2028"), HasSubstr("Revue annuelle des droits d’accès")));
}
