#include "toolkit/notify/calendar_store.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/settings.hpp"

#include <array>
#include <charconv>

namespace hdskit {
namespace {

const std::string versions_setting = "calendar.versions"; // a line an event: uid, digest, sequence, modified

std::string text_of(const EventVersions& versions) {
  std::string text;
  for (const auto& [uid, version] : versions)
    text += uid + "\t" + version.digest + "\t" + std::to_string(version.sequence) + "\t" + version.modified.iso() + "\n";
  return text;
}

/// A line an event: uid, ETag, digest.
std::string pushed_setting(std::string url) {
  if (url.ends_with('/')) url.pop_back();
  return "calendar.pushed." + digest_of(url).hex().substr(0, 16);
}

[[noreturn]] void refuse_line(std::string_view line) {
  throw Problem{ProblemKind::damaged, "calendar", tr("What the workspace remembers of its calendar cannot be read: “{1}”.", {line}),
                tr("Check the workspace with: hdskit workspace check")};
}

EventVersions read_versions(const std::string& text) {
  EventVersions versions;
  for (const auto line : lines_of(text)) {
    if (line.empty()) continue;
    const auto parts = split(line, '\t');
    if (parts.size() != 4) refuse_line(line);
    const auto modified = Instant::parse(parts[3]);
    int sequence = 0;
    const auto [end, error] = std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), sequence);
    if (!modified || error != std::errc{} || end != parts[2].data() + parts[2].size()) refuse_line(line);
    versions.emplace(parts[0], EventVersion{parts[1], sequence, *modified});
  }
  return versions;
}

} // namespace

std::string calendar_domain(const Workspace& workspace) {
  constexpr std::array<std::int64_t, 1> first = {1};
  const auto entries = journal_entries_numbered(workspace, first);
  if (entries.empty())
    throw Problem{ProblemKind::damaged, workspace.location(), tr("The journal of the workspace has lost its first entry."),
                  tr("Check the workspace with: hdskit workspace check")};
  return entries.front().digest.substr(0, 16) + ".hdskit";
}

CalendarLook calendar_look(const Workspace& workspace, Date today) {
  return {.domain = calendar_domain(workspace), .today = today, .versions = read_versions(setting(workspace, versions_setting).value_or(""))};
}

void revise_calendar(Workspace& workspace, const Acting& acting, std::span<const Deadline> deadlines, CalendarLook& look) {
  auto revised = revised_versions(deadlines, look, acting.at);
  if (revised != look.versions) workspace.change(acting, [&](Change& change) { set_setting(change, versions_setting, text_of(revised)); });
  look.versions = std::move(revised);
}

PushedEvents pushed_events(const Workspace& workspace, const std::string& url) {
  PushedEvents pushed;
  const auto text = setting(workspace, pushed_setting(url)).value_or("");
  for (const auto line : lines_of(text)) {
    if (line.empty()) continue;
    const auto parts = split(line, '\t');
    if (parts.size() != 3) refuse_line(line);
    pushed.emplace(parts[0], PushedEvent{parts[1], parts[2]});
  }
  return pushed;
}

void remember_pushed(Workspace& workspace, const Acting& acting, const std::string& url, const PushedEvents& pushed) {
  if (pushed == pushed_events(workspace, url)) return;
  std::string text;
  for (const auto& [uid, event] : pushed) text += uid + "\t" + event.etag + "\t" + event.digest + "\n";
  workspace.change(acting, [&](Change& change) { set_setting(change, pushed_setting(url), text); });
}

} // namespace hdskit
