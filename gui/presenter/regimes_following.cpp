#include "gui/presenter/regimes_frameworks.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/framework_store.hpp"

namespace hdskit::gui {
namespace {

void say_ids(std::vector<Cell>& lines, const std::string& label, const std::vector<std::string>& ids, Tone tone = Tone::neutral) {
  if (!ids.empty()) lines.push_back({tr("{1} ({2}): {3}", {label, std::to_string(ids.size()), joined(ids, ", ")}), tone});
}

} // namespace

std::string follow_fault(const KnownRegime& regime) {
  if (regime.use == RegimeUse::main) return tr("It is the main checklist already.");
  return regime.use == RegimeUse::followed ? tr("It is followed already.") : "";
}

std::string stop_fault(const KnownRegime& regime) {
  if (regime.use == RegimeUse::main) return tr("The main checklist is what the dossier is built from: it is not let go.");
  return regime.use == RegimeUse::followed ? "" : tr("It is not followed.");
}

void follow_regime(Session& session, const FollowingOffer& offer, bool take) {
  const auto id = offer.regime->id();
  session.change(tr("Follow {1}", {id}), [&](Change& change) {
    if (framework_if_known(change.workspace(), id)) use_framework(change, id, FrameworkUse::followed, session.today());
    else put_framework(change, {.xml = std::string{shipped_checklist(id)}, .use = FrameworkUse::followed, .applied_on = session.today()});
    if (take) take_over(change, offer.regime->checklist, offer.what);
  });
}

void stop_following(Session& session, const KnownRegime& regime) {
  session.change(tr("Stop following {1}", {regime.id()}), [&](Change& change) { use_framework(change, regime.id(), FrameworkUse::reference, std::nullopt); });
}

std::vector<Cell> upgrade_sentences(const Workspace& workspace, const KnownRegime& regime) {
  const auto newer = checklist_of(shipped_checklist(regime.id()), regime.id());
  const auto difference = upgrade_difference(workspace, newer);
  std::vector<Cell> lines{{tr("{1}: version {2} → {3}", {regime.title(), regime.checklist.version, newer.version})}};
  say_ids(lines, tr("Added"), difference.added);
  say_ids(lines, tr("Removed"), difference.removed);
  say_ids(lines, tr("Reworded"), difference.reworded);
  say_ids(lines, tr("Renumbered"), difference.renumbered);
  say_ids(lines, tr("Asked otherwise"), difference.asked_otherwise);
  say_ids(lines, tr("Answers to removed items, kept"), difference.kept_answers, Tone::warning);
  say_ids(lines, tr("Answers to read again"), difference.answers_to_read, Tone::warning);
  if (difference.none()) lines.push_back({tr("No item changes.")});
  lines.push_back({tr("No answer is touched.")});
  return lines;
}

void upgrade_regime(Session& session, const KnownRegime& regime) {
  session.change(tr("Upgrade {1} to version {2}", {regime.id(), regime.newer}),
                 [&](Change& change) { upgrade_framework(change, {.xml = std::string{shipped_checklist(regime.id())}}); });
}

} // namespace hdskit::gui
