#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/chain_view.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

namespace hdskit {
namespace {

template <typename Record> std::string reference_of(const Record& record) {
  if constexpr (requires { record.reference; }) return record.reference;
  else if constexpr (requires { record.code; }) return record.code;
  else if constexpr (requires { record.activity; }) return record.activity; // of an impact over time
  else if constexpr (requires { record.exercise; }) return record.exercise; // of a line of a chronicle
  else return record.from + " → " + record.to;
}

template <typename Visit> void for_each_list(const Continuity& continuity, Visit visit) {
  visit(continuity.services);
  for_each_continuity_list(continuity, [&](const char*, const auto& list) { visit(list); });
}

template <typename List> using RecordOf = typename List::value_type;

/// Those that dependencies cite share their references; every other kind has its own.
template <typename Record> std::string_view space_of_references() {
  const bool is_node = std::is_same_v<Record, Activity> || std::is_same_v<Record, HostedService> || std::is_same_v<Record, Component> ||
                       std::is_same_v<Record, BackupArrangement>;
  return is_node ? "node" : Record::type().kind;
}

using KnownReferences = std::unordered_map<std::string_view, std::unordered_set<std::string>>; // by kind

KnownReferences known_references(const Continuity& continuity) {
  KnownReferences known;
  for_each_list(continuity, [&](const auto& list) {
    using Record = RecordOf<std::remove_cvref_t<decltype(list)>>;
    if constexpr (
        requires(Record record) { record.reference; } || requires(Record record) { record.code; })
      for (const auto& record : list) known[Record::type().kind].insert(reference_key(reference_of(record)));
  });
  return known;
}

bool exists(const KnownReferences& known, std::string_view kinds, std::string_view reference) {
  const auto key = reference_key(reference);
  return std::ranges::any_of(split(kinds, ' '), [&](const std::string& kind) {
    const auto found = known.find(kind);
    return found != known.end() && found->second.contains(key);
  });
}

/// Minutes of the text of a duration as a field gives it, negative ones too.
std::int64_t minutes_in(std::string_view text) {
  std::int64_t count = 0;
  const auto rest = std::from_chars(text.data(), text.data() + text.size(), count).ptr;
  const std::string_view unit{rest, static_cast<std::size_t>(text.data() + text.size() - rest)};
  const std::int64_t factor = unit == " j" ? 24 * 60 : unit == " h" ? 60 : 1;
  return std::abs(count) > longest_sensible_duration.count ? count : count * factor; // far beyond already: no overflow
}

void tell_lost_end(const ChainView& view, ChainReport& report, const Dependency& dependency) {
  const auto from = view.graph.find(dependency.from), to = view.graph.find(dependency.to);
  const auto subject = reference_of(dependency);
  if (from == DependencyGraph::none)
    report.add(Dependency::type().kind, subject, tr("The dependency {1} begins nowhere: nothing is called “{2}”.", {subject, dependency.from}));
  else if (to == DependencyGraph::none)
    report.add(Dependency::type().kind, subject, tr("The dependency {1} leads nowhere: nothing is called “{2}”.", {subject, dependency.to}));
  else
    report.add(Dependency::type().kind, subject,
               tr("The dependency {1} is the wrong way round: a backup needs nothing, and nothing needs an activity.", {subject}));
}

} // namespace

void find_repeated_references(const ChainView& view, ChainReport& report) {
  std::unordered_map<std::string_view, std::unordered_set<std::string>> seen;
  for_each_list(view.continuity, [&](const auto& list) {
    using Record = RecordOf<std::remove_cvref_t<decltype(list)>>;
    if constexpr (
        requires(Record record) { record.reference; } || requires(Record record) { record.code; })
      for (const auto& record : list)
        if (const auto reference = reference_of(record); !reference.empty() && !seen[space_of_references<Record>()].insert(reference_key(reference)).second)
          report.add(Record::type().kind, reference, tr("“{1}” stands twice: whoever cites it cannot say which one is meant.", {reference}));
  });
}

void find_citations_leading_nowhere(const ChainView& view, ChainReport& report) {
  for (const auto place : view.graph.dangling()) tell_lost_end(view, report, view.continuity.dependencies[place]);
  const auto known = known_references(view.continuity);
  for_each_list(view.continuity, [&](const auto& list) {
    using Record = RecordOf<std::remove_cvref_t<decltype(list)>>;
    if constexpr (!std::is_same_v<Record, Dependency> && !std::is_same_v<Record, HostedService>)
      for (const auto& field : Record::type().fields) {
        if (field.refers_to.empty()) continue;
        for (const auto& record : list)
          for (const auto& cited : split(field.get(record), ';'))
            if (!trimmed(cited).empty() && !exists(known, field.refers_to, cited))
              report.add(Record::type().kind, reference_of(record),
                         tr("“{1}” of {2} cites “{3}”, which does not exist.", {tr(field.label), reference_of(record), trimmed(cited)}));
      }
  });
}

void find_absurd_durations(const ChainView& view, ChainReport& report) {
  for_each_list(view.continuity, [&](const auto& list) {
    using Record = RecordOf<std::remove_cvref_t<decltype(list)>>;
    for (const auto& field : Record::type().fields) {
      if (field.kind != FieldKind::duration) continue;
      for (const auto& record : list) {
        const auto text = field.get(record);
        if (const auto minutes = minutes_in(text); minutes >= 0 && minutes <= longest_sensible_duration.count) continue;
        report.add(Record::type().kind, reference_of(record),
                   tr("“{1}” of {2} is {3}: a length of time from 0 to one year is expected.", {tr(field.label), reference_of(record), text}));
      }
    }
  });
}

} // namespace hdskit
