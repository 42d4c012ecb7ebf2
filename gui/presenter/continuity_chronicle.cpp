#include "gui/presenter/continuity_chronicle.hpp"

#include "gui/presenter/citable_documents.hpp"
#include "toolkit/base/duration_text.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/organisation/known_references.hpp"

#include <algorithm>
#include <set>

namespace hdskit::gui {
namespace {

bool same(std::string_view one, std::string_view other) { return reference_key(one) == reference_key(other); }

std::string kind_label(ExerciseEntry::Kind kind) { return tr(choices_of(kind)[static_cast<std::size_t>(kind)].label); }
std::string kind_word(ExerciseEntry::Kind kind) { return std::string{choices_of(kind)[static_cast<std::size_t>(kind)].word}; }

Cell kind_cell(ExerciseEntry::Kind kind) {
  using Kind = ExerciseEntry::Kind;
  switch (kind) {
    case Kind::note: return {"– " + kind_label(kind)};
    case Kind::decision: return {"◆ " + kind_label(kind)};
    case Kind::step_done: return {"✔ " + kind_label(kind), Tone::good};
    case Kind::restored: return {"● " + kind_label(kind), Tone::good};
    case Kind::gap: break;
  }
  return {"⚠ " + kind_label(kind), Tone::warning};
}

Exercise exercise_of(const Workspace& workspace, const std::string& reference) {
  return find_record<Exercise>(workspace, ExerciseId{record_referenced(workspace, continuity_kind(Exercise::type().kind), reference)});
}

std::string clock_of(const std::string& at) {
  constexpr std::size_t clock = 11;
  return at.size() > clock ? at.substr(clock) : at;
}

std::string shown(const std::optional<Minutes>& minutes) { return minutes ? duration_text(*minutes) : tr("not told by the chronicle"); }

} // namespace

LiveChronicle::LiveChronicle(Session& session, std::string exercise) : session_{session} {
  exercise_.reference = std::move(exercise);
  reload();
}

void LiveChronicle::reload() {
  exercise_ = exercise_of(session_.workspace(), exercise_.reference);
  lines_.clear();
  for (auto& line : all_records<ExerciseEntry>(session_.workspace()))
    if (same(line.exercise, exercise_.reference)) lines_.push_back(std::move(line));
  std::ranges::stable_sort(lines_, {}, &ExerciseEntry::at);
}

std::string LiveChronicle::title() const { return cited_as(exercise_.reference, exercise_.title).label; }

ListRows LiveChronicle::rows() const {
  std::vector<ListRow> rows;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const auto& line = lines_[i];
    const auto until = stopwatch_of({lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(i) + 1}, moment_seconds(line.at).value_or(0));
    rows.push_back({line.id.text(), {{clock_of(line.at)}, {shown_seconds(until.seconds)}, kind_cell(line.kind), {line.text}, {line.author}}});
  }
  std::ranges::reverse(rows);
  return rows_at_hand({{tr("Clock")}, {tr("Elapsed")}, {tr("Kind")}, {tr("What happened")}, {tr("Author")}}, std::move(rows));
}

Stopwatch LiveChronicle::stopwatch() const { return stopwatch_of(lines_, moment_seconds(local_moment(session_.acting().at)).value_or(0)); }

std::string LiveChronicle::stopwatch_words() const {
  const auto watch = stopwatch();
  if (!watch.started) return tr("Not started: press “Start” when the exercise begins.");
  const auto since = clock_of(lines_.front().at);
  if (watch.running) return tr("Running; the exercise began at {1}.", {since});
  return watch.ended ? tr("Ended; the exercise began at {1}.", {since}) : tr("Stopped; the exercise began at {1}.", {since});
}

bool LiveChronicle::is_told(ExerciseEntry::Kind kind, const std::string& reference) const {
  return std::ranges::any_of(lines_, [&](const ExerciseEntry& line) {
    return line.kind == kind && (kind == ExerciseEntry::Kind::step_done ? same(line.step, reference) : line.text.starts_with(reference));
  });
}

std::vector<FormChoice> LiveChronicle::steps() const {
  std::vector<FormChoice> open, done;
  for (const auto& step : all_records<PlanStep>(session_.workspace())) {
    if (std::ranges::none_of(exercise_.plans, [&](const std::string& plan) { return same(plan, step.plan); })) continue;
    auto choice = cited_as(step.reference, step.title);
    const bool told = is_told(ExerciseEntry::Kind::step_done, step.reference);
    if (told) choice.label = "✔ " + choice.label;
    (told ? done : open).push_back(std::move(choice));
  }
  open.insert(open.end(), done.begin(), done.end());
  return open;
}

std::vector<FormChoice> LiveChronicle::things() const {
  std::set<std::string> wanted;
  for (const auto& reference : exercise_.covers) wanted.insert(reference_key(reference));
  for (const auto& step : all_records<PlanStep>(session_.workspace()))
    if (std::ranges::any_of(exercise_.plans, [&](const std::string& plan) { return same(plan, step.plan); }))
      for (const auto& reference : step.restores) wanted.insert(reference_key(reference));
  std::vector<FormChoice> open, done;
  for (const auto& [reference, name] : citable_in_continuity(session_.workspace(), "service component")) {
    if (!wanted.contains(reference_key(reference))) continue;
    auto choice = cited_as(reference, name == reference ? "" : name);
    const bool told = is_told(ExerciseEntry::Kind::restored, choice.label);
    if (told) choice.label = "✔ " + choice.label;
    (told ? done : open).push_back(std::move(choice));
  }
  open.insert(open.end(), done.begin(), done.end());
  return open;
}

std::string LiveChronicle::text_about(ExerciseEntry::Kind kind, const std::string& about) const {
  for (const auto& choice : kind == ExerciseEntry::Kind::step_done ? steps() : things())
    if (choice.value == about) return choice.label.starts_with("✔ ") ? choice.label.substr(std::string_view{"✔ "}.size()) : choice.label;
  return about;
}

void LiveChronicle::add(Change& change, ExerciseEntry::Kind kind, const std::string& text, const std::string& step) const {
  const auto acting = session_.acting();
  continuity_kind(ExerciseEntry::type().kind)
      .add(change, {{"exercise", exercise_.reference},
                    {"at", local_moment(acting.at)},
                    {"kind", kind_word(kind)},
                    {"text", text},
                    {"step", step},
                    {"author", acting.name}});
}

void LiveChronicle::note(ExerciseEntry::Kind kind, const std::string& text, const std::string& about) {
  std::string words{trimmed(text)};
  if (!about.empty()) words = text_about(kind, about) + (words.empty() ? "" : ": " + words);
  if (words.empty())
    throw Problem{ProblemKind::bad_input, exercise_.reference, tr("There is nothing to note."),
                  tr("Type what happened, then press Enter or one of the buttons.")};
  session_.change(tr("line of the chronicle of {1}", {exercise_.reference}), [&](Change& change) {
    if (lines_.empty()) add(change, ExerciseEntry::Kind::note, std::string{start_sign} + " " + tr("Start of the exercise"), "");
    add(change, kind, words, kind == ExerciseEntry::Kind::step_done ? about : "");
  });
  reload();
}

void LiveChronicle::start_or_pause() {
  const auto watch = stopwatch();
  const auto words = !watch.started  ? std::string{start_sign} + " " + tr("Start of the exercise")
                     : watch.running ? std::string{pause_sign} + " " + tr("Pause")
                                     : std::string{start_sign} + " " + tr("The exercise goes on");
  session_.change(tr("stopwatch of {1}", {exercise_.reference}), [&](Change& change) { add(change, ExerciseEntry::Kind::note, words, ""); });
  reload();
}

std::string LiveChronicle::ending_words() const {
  const auto ending = ending_of(lines_);
  const auto gaps = static_cast<std::int64_t>(ending.gaps.size());
  return tr("Achieved recovery time: {1}. Achieved recovery point: {2}.", {shown(ending.rto), shown(ending.rpo)}) + " " +
         trn("{1} gap becomes a corrective action.", "{1} gaps become corrective actions.", gaps) + " " +
         tr("What is recorded of the exercise already stays as it is.");
}

std::string LiveChronicle::end() {
  const auto ending = ending_of(lines_);
  std::set<std::string> known;
  for (const auto& action : all_records<CorrectiveAction>(session_.workspace()))
    if (same(action.exercise, exercise_.reference)) known.insert(action.gap);
  std::int64_t added = 0;
  session_.change(tr("end of the exercise {1}", {exercise_.reference}), [&](Change& change) {
    if (stopwatch().running) add(change, ExerciseEntry::Kind::note, std::string{end_sign} + " " + tr("End of the exercise"), "");
    Assignments achieved;
    if (const auto day = lines_.empty() ? std::nullopt : Date::parse(lines_.front().at.substr(0, 10)); day && !exercise_.held_on)
      achieved.emplace_back("held_on", day->iso());
    if (ending.rto && !exercise_.achieved_rto) achieved.emplace_back("achieved_rto", to_field_text(ending.rto));
    if (ending.rpo && !exercise_.achieved_rpo) achieved.emplace_back("achieved_rpo", to_field_text(ending.rpo));
    if (!achieved.empty()) continuity_kind(Exercise::type().kind).edit(change, exercise_.id.number(), achieved);
    for (const auto& gap : ending.gaps) {
      if (!known.insert(gap).second) continue;
      continuity_kind(CorrectiveAction::type().kind).add(change, {{"exercise", exercise_.reference}, {"gap", gap}});
      ++added;
    }
  });
  reload();
  return tr("The exercise {1} is recorded.", {exercise_.reference}) + " " +
         trn("{1} corrective action was added: say who sees to it, and until when.", "{1} corrective actions were added: say who sees to them, and until when.",
             added);
}

} // namespace hdskit::gui
