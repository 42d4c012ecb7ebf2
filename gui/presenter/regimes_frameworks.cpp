#include "gui/presenter/regimes_frameworks.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

const ItemStanding* standing_of(const RegimesMap& map, const Item& item) {
  const auto found = map.standings.find(folded(item.id));
  return found == map.standings.end() ? nullptr : &found->second;
}

struct Progress {
  std::size_t items = 0, answered = 0, demonstrated = 0;
};
Progress progress_of(const RegimesMap& map, const Checklist& checklist, std::string_view obligation = {}) {
  Progress progress;
  for (const auto& item : checklist.items) {
    if (!obligation.empty() && item.obligation != obligation) continue;
    ++progress.items;
    const auto* standing = standing_of(map, item);
    if (!standing) continue;
    if (standing->answered || standing->excluded) ++progress.answered;
    if (standing->demonstrated()) ++progress.demonstrated;
  }
  return progress;
}

Cell share(std::size_t done, std::size_t all) {
  const auto words = tr("{1} of {2}", {std::to_string(done), std::to_string(all)});
  return done == all && all > 0 ? Cell{"✔ " + words, Tone::good} : Cell{words, done == 0 ? Tone::faint : Tone::neutral};
}

Cell use_cell(RegimeUse use) {
  switch (use) {
    case RegimeUse::main: return {"✔ " + tr("main checklist"), Tone::good};
    case RegimeUse::followed: return {"✔ " + tr("followed"), Tone::good};
    case RegimeUse::not_followed: return {"○ " + tr("not followed"), Tone::faint};
  }
  return {};
}

Confidence weakest(const Checklist& checklist) {
  auto confidence = Confidence::high;
  for (const auto& item : checklist.items) confidence = std::max(confidence, item.confidence);
  return confidence;
}

Cell confidence_cell(Confidence confidence) {
  const auto label = tr(choices_of(Confidence{})[static_cast<std::size_t>(confidence)].label);
  return {label, confidence == Confidence::high ? Tone::neutral : Tone::warning};
}

std::size_t document_count(const Checklist& checklist) {
  std::size_t count = 0;
  for (const auto& item : checklist.items) count += item.evidence.size();
  return count;
}

ListRow row_of(const KnownRegime& regime) {
  const auto& checklist = regime.checklist;
  auto version = checklist.version;
  if (!regime.newer.empty()) version = "⚠ " + tr("{1}; {2} is there", {version, regime.newer});
  return {regime.id(),
          {{regime.id() + " – " + regime.title()},
           use_cell(regime.use),
           {std::to_string(checklist.requirement_count())},
           {std::to_string(checklist.obligations.size())},
           {std::to_string(document_count(checklist))},
           {version, regime.newer.empty() ? Tone::neutral : Tone::warning},
           {checklist.publisher},
           confidence_cell(weakest(checklist))}};
}

TakeOverOffer what_to_take_over(const RegimesMap& map, const Checklist& to) {
  std::vector<const Checklist*> followed;
  for (const auto* regime : map.followed()) followed.push_back(&regime->checklist);
  return offer_of({.followed = std::move(followed), .pairs = map.pairs, .answers = map.answers, .documents = map.documents, .reports = map.reports}, to);
}

ListRow offered_row(const Checklist& checklist, const std::string& key, const std::string& id, const std::string& origin, const std::string& documents) {
  const auto* item = checklist.find_item(id);
  return {key, {{id}, {item ? item->title.in_current_language() : ""}, {origin}, {documents}}};
}

} // namespace

ListRows regime_rows(const RegimesMap& map, std::string_view words) {
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  for (const auto& regime : map.regimes) {
    const std::string texts[] = {regime.id(), regime.title(), regime.checklist.publisher, regime.checklist.note.in_current_language()};
    if (sought.are_in(texts)) rows.push_back(row_of(regime));
  }
  return rows_at_hand({{tr("Framework")},
                       {tr("Use")},
                       {tr("Requirements"), CellKind::number},
                       {tr("Themes"), CellKind::number},
                       {tr("Documents"), CellKind::number},
                       {tr("Version")},
                       {tr("Publisher")},
                       {tr("Confidence")}},
                      std::move(rows));
}

Cell regimes_sentence(const RegimesMap& map) {
  const auto followed = map.followed().size();
  if (followed == 0) return {tr("No framework is followed yet: choose one below, read what it will ask, then press “Follow…”."), Tone::faint};
  const auto newer = std::ranges::count_if(map.regimes, [](const KnownRegime& regime) { return !regime.newer.empty(); });
  if (newer > 0)
    return {"⚠ " + tr("Frameworks with a newer version: {1}. “Upgrade…” shows what changes; no answer is touched.", {std::to_string(newer)}), Tone::warning};
  return {tr("Frameworks that are followed: {1} of {2}.", {std::to_string(followed), std::to_string(map.regimes.size())})};
}

std::vector<Cell> regime_sentences(const RegimesMap& map, const KnownRegime& regime) {
  const auto& checklist = regime.checklist;
  const auto progress = progress_of(map, checklist);
  std::vector<Cell> lines{{regime.title()}};
  const auto use = use_cell(regime.use);
  const bool since = regime.use == RegimeUse::followed && regime.kept && regime.kept->applied_on;
  lines.push_back(since ? Cell{use.text + " – " + tr("since {1}", {tr_date(*regime.kept->applied_on)}), use.tone} : use);
  if (regime.use != RegimeUse::not_followed)
    lines.push_back({tr("Answered: {1} of {2}; demonstrated: {3}.",
                        {std::to_string(progress.answered), std::to_string(progress.items), std::to_string(progress.demonstrated)})});
  if (!regime.newer.empty()) lines.push_back({"⚠ " + tr("Version {1} comes with the program; {2} is kept.", {regime.newer, checklist.version}), Tone::warning});
  if (const auto confidence = weakest(checklist); confidence != Confidence::high) lines.push_back({"⚠ " + sentence_of(confidence), Tone::warning});
  if (const auto note = checklist.note.in_current_language(); !note.empty()) lines.push_back({note});
  return lines;
}

ListRows asked_rows(const RegimesMap& map, const KnownRegime& regime) {
  std::vector<ListRow> rows;
  for (const auto& obligation : regime.checklist.obligations) {
    const auto progress = progress_of(map, regime.checklist, obligation.id);
    rows.push_back({obligation.id,
                    {{obligation.title.in_current_language()},
                     {std::to_string(progress.items)},
                     share(progress.answered, progress.items),
                     share(progress.demonstrated, progress.items)}});
  }
  return rows_at_hand({{tr("Theme")}, {tr("Items"), CellKind::number}, {tr("Answered")}, {tr("Demonstrated")}}, std::move(rows));
}

FollowingOffer following_offer(const RegimesMap& map, const KnownRegime& regime) {
  FollowingOffer offer{&regime, what_to_take_over(map, regime.checklist), {}};
  const auto progress = progress_of(map, regime.checklist);
  offer.sentences.push_back(
      {tr("{1} asks {2} requirements ({3} items).", {regime.title(), std::to_string(regime.checklist.requirement_count()), std::to_string(progress.items)})});
  for (const auto* from : map.followed()) {
    if (from == &regime) continue;
    const auto coverage = coverage_of(from->checklist, regime.checklist, map.pairs, map.standings);
    offer.sentences.push_back({tr("{1} covers {2} of them whole and {3} in part; {4} would still be asked.",
                                  {from->title(), std::to_string(coverage.count(CoverageState::whole)), std::to_string(coverage.count(CoverageState::part)),
                                   std::to_string(coverage.remaining())})});
  }
  offer.sentences.push_back(offer.what.answers.empty() ? Cell{tr("No answer can be taken over as it is."), Tone::faint}
                                                       : Cell{"✔ " + trn("{1} answer that you gave already answers an item of it whole.",
                                                                         "{1} answers that you gave already answer items of it whole.",
                                                                         static_cast<std::int64_t>(offer.what.answers.size())),
                                                              Tone::good});
  if (!offer.what.reports.empty())
    offer.sentences.push_back(
        {"✔ " + trn("{1} report of restore tests or reviews serves items of it as well.", "{1} reports of restore tests or reviews serve items of it as well.",
                    static_cast<std::int64_t>(offer.what.reports.size())),
         Tone::good});
  return offer;
}

ListRows offered_rows(const FollowingOffer& offer) {
  std::vector<ListRow> rows;
  const auto& checklist = offer.regime->checklist;
  for (const auto& one : offer.what.answers) {
    const auto& item = one.taken.answer.item;
    rows.push_back(offered_row(checklist, item, item, tr("{1} ({2})", {one.taken.item, one.taken.framework}), joined(one.documents, ", ")));
  }
  for (const auto& report : offer.what.reports)
    for (const auto& item : report.items) rows.push_back(offered_row(checklist, report.code + " " + item, item, tr("report"), report.code));
  return rows_at_hand({{tr("Item")}, {tr("Title")}, {tr("Answered as")}, {tr("Documents")}}, std::move(rows));
}

} // namespace hdskit::gui
