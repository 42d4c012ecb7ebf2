#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/press/server_access.hpp"
#include "cli/table.hpp"
#include "toolkit/notify/calendar_store.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::press {
namespace {

constexpr std::string_view fate_words[] = {"unchanged", "created", "updated", "removed", "failed"};
constexpr const char* fate_labels[] = {marked("unchanged"), marked("created"), marked("updated"), marked("removed"), marked("failed")};

std::int64_t count_of(const PushReport& report, PushFate fate) { return std::ranges::count(report.outcomes, fate, &PushOutcome::fate); }

json::object as_json(const PushReport& report) {
  json::object counts;
  json::array events;
  for (int fate = 0; fate < static_cast<int>(std::size(fate_words)); ++fate) counts[fate_words[fate]] = count_of(report, static_cast<PushFate>(fate));
  for (const auto& outcome : report.outcomes)
    events.push_back(json::object{{"uid", outcome.uid}, {"fate", json_text(fate_words[static_cast<int>(outcome.fate)])}, {"reason", outcome.reason}});
  json::object all{{"counts", std::move(counts)}, {"events", std::move(events)}};
  if (report.failure) all["failure"] = json::object{{"sentence", report.failure->what()}, {"remedy", report.failure->remedy()}};
  return all;
}

void print(Context& context, const PushReport& report) {
  Table table{{tr("Deadline"), tr("On the server"), tr("Remark")}};
  for (const auto& outcome : report.outcomes)
    if (outcome.fate != PushFate::unchanged) table.add({outcome.uid, tr(fate_labels[static_cast<int>(outcome.fate)]), outcome.reason});
  if (count_of(report, PushFate::unchanged) != static_cast<std::int64_t>(report.outcomes.size())) table.print(context.out, context.surroundings.output_width);
  context.out << tr("{1} created, {2} updated, {3} removed, {4} unchanged, {5} failed.",
                    {std::to_string(count_of(report, PushFate::created)), std::to_string(count_of(report, PushFate::updated)),
                     std::to_string(count_of(report, PushFate::removed)), std::to_string(count_of(report, PushFate::unchanged)),
                     std::to_string(count_of(report, PushFate::failed))})
              << '\n';
}

} // namespace

int deadline_push(Context& context) {
  const auto url = context.arguments.text("url");
  const auto access = read_access(context, url, context.arguments.text("user"));
  auto workspace = context.open_workspace();
  const auto deadlines = french_deadlines(context, workspace);
  auto look = calendar_look(workspace, context.date_or_today());
  revise_calendar(workspace, context.acting(), deadlines, look);
  const auto known = pushed_events(workspace, url);
  const auto report = push_calendar({deadlines, look, known, context.arguments.has("overwrite")}, access, context.start_progress());
  remember_pushed(workspace, context.acting(), url, report.pushed);
  if (context.json) {
    print_json(context.out, as_json(report));
    if (report.failure) return exit_code(report.failure->kind());
  } else {
    print(context, report);
    if (report.failure) throw *report.failure;
  }
  return count_of(report, PushFate::failed) == 0 ? 0 : 1;
}

} // namespace hdskit::cli::press
