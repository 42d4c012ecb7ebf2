#pragma once

#include "toolkit/markup/bilingual.hpp"
#include "toolkit/procedure/time_limit.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hdskit {

// A procedure as data: who must say what by when, what silence means, what must be done again every year, when to ask for renewal. Files:
// checklists/regimes/*.xml, schema beside them, explained in docs/formats/regime.md.

/// Who acts in a stage: an authority whose answer is awaited, or the hospital itself.
enum class StageActor { authority, host };

/// What it means that a limit runs out without an answer.
enum class SilenceRule { none, passes_on, deemed_favourable, deemed_rejected };
std::string_view word_of(SilenceRule silence); ///< "passes_on"
std::string_view word_of(LimitUnit unit);      ///< "working_days"

/// What starts the clock of a stage.
struct StageTrigger {
  std::string stage;                ///< the outcome of that stage; "": the filing
  std::optional<std::size_t> place; ///< where that stage stands in Regime::stages, always before the one that waits for it
  bool reception = false;           ///< the clock starts when the actor of this stage received the file; unknown yet, on the day of the trigger
};

struct StageExtension {
  TimeLimit length;
  int times = 1;
  bool needs_decision = false; ///< by a decision that is told to the applicant; otherwise it may be asked for
};

struct Stage {
  std::string id;
  Bilingual title, owner;
  StageActor actor = StageActor::authority;
  StageTrigger trigger;
  std::optional<TimeLimit> limit; ///< none: no text sets one. A count of 0: without delay
  std::optional<TimeLimit> usual; ///< how long it takes in practice, where no text sets a limit: for planning alone
  std::optional<StageExtension> extension;
  SilenceRule silence = SilenceRule::none;
  bool optional = false; ///< may turn out not to be needed: corrections, when nothing is to be corrected
  std::string article;
  Confidence confidence = Confidence::high;
};

/// What must be done again and again as long as the authorisation holds.
struct Duty {
  std::string id;
  Bilingual title;
  TimeLimit every;
  std::string article;
  Confidence confidence = Confidence::high;
};

struct RegimeArticle {
  std::string id, label;
  Date version; ///< of the text that is meant
  Confidence confidence = Confidence::high;
  Bilingual title;
};

/// A length with the article that sets it.
struct FoundedLength {
  TimeLimit length;
  std::string article;
  Confidence confidence = Confidence::high;
};

struct Regime {
  std::string id, version;
  Bilingual title, note, filing; ///< filing: what the first event is, “Filing of the dossier”, “Knowledge of the incident”
  HolidayCalendar calendar = HolidayCalendar::france;
  bool extend = false; ///< a limit that ends on a day off moves to the next working day
  std::vector<RegimeArticle> articles;
  std::vector<Stage> stages; ///< each after the one it waits for
  std::vector<Duty> duties;
  std::string decides;                  ///< the stage whose outcome grants or refuses; "" when nothing is granted
  std::optional<FoundedLength> term;    ///< for how long it is granted; none: without end
  std::optional<FoundedLength> renewal; ///< how long before the term, at the latest, renewal is asked for; none: no text says so

  const Stage* find_stage(std::string_view stage) const;
  const Duty* find_duty(std::string_view duty) const;
  const RegimeArticle* find_article(std::string_view article) const;
};

/// “R. 1111-10, version of 5 January 2006”, in the current language; "" when the regime holds no such article.
std::string shown_article(const Regime& regime, std::string_view article);

} // namespace hdskit
