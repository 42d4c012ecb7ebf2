#include "toolkit/dossier/item_words.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/procedure/standing.hpp"

namespace hdskit::chapters {
namespace {

std::string day_or_dash(const std::optional<Date>& day) { return day ? day->french() : "–"; }

const char* meaning_of(SilenceRule silence) {
  switch (silence) {
    case SilenceRule::passes_on: return "la procédure se poursuit";
    case SilenceRule::deemed_favourable: return "vaut accord";
    case SilenceRule::deemed_rejected: return "vaut rejet";
    case SilenceRule::none: break;
  }
  return "–";
}

/// The word says what rests on an assumption; the template explains it.
std::string with_doubt(const std::optional<Date>& day, bool assumed) { return assumed && day ? day->french() + " (hypothèse)" : day_or_dash(day); }

Words stage_words(const Regime& regime, const Stage& stage, const StageStanding& here) {
  const bool open = !here.actual;
  return Words{}
      .set("stage_title", stage.title.french)
      .set("stage_owner", stage.owner.french)
      .set("start", with_doubt(here.start, open && here.start_assumed))
      .set("latest", with_doubt(here.latest, open && here.hypothetical))
      .set("ended", day_or_dash(here.actual))
      .set("stage_state", tr(label_of(here.state)))
      .set("silence", meaning_of(stage.silence))
      .set("article", or_dash(shown_article(regime, stage.article)));
}

Words::List stages_of(const ProcedureCase& file, const ProcedureStanding& standing) {
  Words::List rows;
  for (std::size_t i = 0; i < standing.stages.size(); ++i) rows.push_back(stage_words(*file.regime, file.regime->stages[i], standing.stages[i]));
  return rows;
}

Words::List duties_of(const ProcedureCase& file, const ProcedureStanding& standing) {
  Words::List rows;
  for (const auto& duty : standing.duties) {
    const auto& described = *file.regime->find_duty(duty.id);
    rows.push_back(Words{}
                       .set("duty_title", described.title.french)
                       .set("due", duty.due.french())
                       .set("duty_article", or_dash(shown_article(*file.regime, described.article))));
  }
  return rows;
}

bool rests_on_assumptions(const ProcedureStanding& standing) {
  for (const auto& stage : standing.stages)
    if (!stage.actual && (stage.hypothetical || stage.start_assumed)) return true;
  return false;
}

Words procedure_words(const ProcedureCase& file, const ProcedureStanding& standing) {
  const auto& plan = standing.renewal;
  const auto lawful = plan ? plan->lawful_working_day : std::nullopt, prudent = plan ? plan->prudent_working_day : std::nullopt;
  Words words;
  words.set("title", file.procedure.title)
      .set("regime_title", file.regime->title.french)
      .set("regime_version", file.regime->version)
      .set("state", tr(label_of(standing.state)))
      .set("filed", day_or_dash(standing.filed))
      .set("owner", or_dash(file.procedure.owner))
      .set("gap", standing.gap.sentence)
      .flag("has_gap", !standing.gap.sentence.empty())
      .set("term", plan ? plan->term.french() : "–")
      .flag("has_term", plan.has_value())
      .set("lawful", day_or_dash(lawful))
      .flag("has_lawful", lawful.has_value())
      .set("prudent", day_or_dash(prudent))
      .flag("has_prudent", prudent.has_value())
      .flag("assumed", rests_on_assumptions(standing))
      .flag("has_duties", !standing.duties.empty())
      .list("stages", stages_of(file, standing))
      .list("duties", duties_of(file, standing));
  return words;
}

Words gather(const ChapterInput& input) {
  const auto& files = input.facts.procedures;
  const auto standings = standings_of(files, input.day);
  Words::List procedures;
  for (std::size_t i = 0; i < files.size(); ++i) procedures.push_back(procedure_words(files[i], standings[i]));
  return Words{}.set("day", input.day.french()).list("procedures", std::move(procedures));
}

} // namespace

extern const Chapter dates;
const Chapter dates{.id = "echeances",
                    .sentence = "The procedures that are followed: their stages, the limits that the law sets, what happened.",
                    .gather = gather,
                    .present = [](const ChapterInput& input) { return !input.facts.procedures.empty(); }};

} // namespace hdskit::chapters
