#include "toolkit/dossier/restore_figures.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/restore_words.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/page/figure_palette.hpp"
#include "toolkit/page/figure_text.hpp"
#include "toolkit/page/figures.hpp"

#include <algorithm>

namespace hdskit {
namespace {

using Mark = page::TrendSpec::Mark;

Mark mark_of(RunVerdict verdict) {
  switch (verdict) {
    case RunVerdict::proven: return Mark::good;
    case RunVerdict::objective_missed: return Mark::late;
    case RunVerdict::difference:
    case RunVerdict::inconclusive: break;
  }
  return Mark::bad;
}

} // namespace

page::Figure verdict_band(const RestoreReport& report) {
  constexpr double height = 62, pad = 14, sign_size = 26, title_size = 19, line_size = 9.5;
  const double width = page::Style{}.text_width();
  const auto title = verdict_title(report.verdict);
  const auto reason = restore_reason_text(report.reason), level = proof_level_text(report.level);
  page::Figure figure{.drawing = {.width = width, .height = height}, .alternative = title + "\u00A0: " + reason + ". " + level + ".", .caption = {}};
  auto& shapes = figure.drawing.shapes;
  shapes.push_back(page::Box{.x = 0, .y = 0, .width = width, .height = height, .radius = 4, .fill = verdict_colour(report.verdict)});
  shapes.push_back(page::Label{.x = pad + 12,
                               .y = height / 2 + sign_size * 0.36,
                               .size = sign_size,
                               .text = verdict_sign(report.verdict),
                               .align = page::Label::Align::middle,
                               .bold = true,
                               .colour = page::paper_white});
  const double left = pad + 36;
  shapes.push_back(page::Label{.x = left, .y = 25, .size = title_size, .text = title, .bold = true, .colour = page::paper_white});
  double y = 40;
  for (const auto& line : {reason, level}) {
    const auto fitted = page::fitted_text(line, width - left - pad, line_size, false, 1);
    shapes.push_back(page::Label{.x = left, .y = y, .size = fitted.size, .text = fitted.lines.empty() ? "" : fitted.lines[0], .colour = page::paper_white});
    y += 13;
  }
  return figure;
}

page::Figure phase_figure(const RestoreReport& report) {
  page::ChartSpec chart;
  page::Figure figure{.drawing = {}, .alternative = "Durée des phases.", .caption = {}};
  for (const auto& phase : report.phases) {
    const auto title = phase_title(phase.name) + (phase.counts ? "" : " (hors DMIA)");
    const auto time = phase.duration.count() < 1000 ? std::to_string(phase.duration.count()) + "\u00A0ms" : seconds_text((phase.duration.count() + 500) / 1000);
    chart.bars.emplace_back(title, static_cast<double>(phase.duration.count()));
    chart.texts.push_back(time);
    figure.alternative += " " + title + "\u00A0: " + time + ".";
  }
  if (!chart.bars.empty()) figure.drawing = page::draw_chart(chart, page::Style{}.text_width());
  return figure;
}

page::TrendSpec restore_trend(std::string_view source, std::span<const RestoreRun> runs) {
  page::TrendSpec spec{.points = {},
                       .objective = {},
                       .objective_title = {},
                       .good_title = tr("Restored within the objective"),
                       .late_title = tr("Objective missed"),
                       .bad_title = tr("Restored with differences")};
  const auto key = reference_key(source);
  for (const auto& run : runs) {
    const auto started = Instant::parse(run.started);
    if (reference_key(run.source) != key || !run.restore_seconds || !started) continue;
    const auto day = started->utc_date();
    spec.points.push_back({.key = run.reference,
                           .name = run.reference + ", " + tr_date(day) + ", " + seconds_text(*run.restore_seconds) + ", " +
                                   tr(choices_of(run.verdict)[static_cast<std::size_t>(run.verdict)].label),
                           .day = day,
                           .seconds = *run.restore_seconds,
                           .mark = mark_of(run.verdict)});
    if (run.rto) spec.objective = run.rto->count * 60; // the newest promise: runs stand oldest first
  }
  if (spec.objective) spec.objective_title = tr("RTO {1}", {human_duration(*spec.objective / 60)});
  return spec;
}

} // namespace hdskit
