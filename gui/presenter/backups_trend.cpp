#include "gui/presenter/backups_trend.hpp"

#include "gui/presenter/backups_words.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/restore_figures.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

const RecoveryObjectives& objectives_in(const BackupsMap& map, const BackupSource& source) {
  return map.objectives.at(static_cast<std::size_t>(&source - map.backups.sources.data()));
}

} // namespace

page::MappedDrawing trend_picture(const BackupsMap& map, const BackupSource& source, double width) {
  return page::draw_trend(restore_trend(source.reference, map.backups.runs), width);
}

Cell trend_sentence(const BackupsMap& map, const BackupSource* source) {
  if (!source) return {tr("No backup source is recorded yet."), Tone::faint};
  std::int64_t measured = 0;
  const RestoreRun* last = nullptr;
  for (const auto* run : map.runs_of(source->reference)) {
    if (!run->restore_seconds) continue;
    if (!last) last = run;
    ++measured;
  }
  if (!last) return {tr("No restore of this source was measured yet."), Tone::faint};
  const auto cell = measure_cell(last->restore_seconds, objectives_in(map, *source).rto);
  return {trn("{1} restore measured", "{1} restores measured", measured) + " – " + tr("the last: {1}", {cell.text}), cell.tone};
}

std::string most_tested_source(const BackupsMap& map) {
  const BackupSource* most = nullptr;
  std::size_t count = 0;
  for (const auto& source : map.backups.sources)
    if (const auto tests = map.runs_of(source.reference).size(); !most || tests > count) {
      most = &source;
      count = tests;
    }
  return most ? most->reference : "";
}

} // namespace hdskit::gui
