#include "cli/room_records.hpp"

#include "cli/field_list.hpp"
#include "cli/record_changes.hpp"
#include "cli/table.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/organisation/cited_records.hpp"

#include <algorithm>

namespace hdskit::cli {
namespace {

ReferencedRecord find_in_room(const Workspace& workspace, const Context& context, RoomKinds kinds) {
  const auto* asked = context.arguments.has("kind") ? &chosen_room_kind(context, kinds) : nullptr;
  return find_referenced(workspace, kinds(), asked, nullptr, context.arguments.text("reference"));
}

/// The reference first: it is what other commands are told.
std::vector<std::size_t> columns_of(const RecordKind& kind) {
  std::vector<std::size_t> places{kind.index_of("reference")};
  for (const auto column : kind.columns)
    if (column != "reference") places.push_back(kind.index_of(column));
  return places;
}

} // namespace

const RecordKind& chosen_room_kind(const Context& context, RoomKinds kinds) {
  if (!context.arguments.has("kind")) return kinds().front();
  const auto wanted = replaced(context.arguments.text("kind"), "-", "_");
  std::vector<std::string_view> words;
  for (const auto& kind : kinds()) {
    if (kind.word == wanted) return kind;
    words.push_back(kind.word);
  }
  throw Problem{ProblemKind::bad_input, "--kind", tr("“{1}” is no kind of record here.", {wanted}),
                suggestion(wanted, words, tr("These are: {1}", {joined({words.begin(), words.end()}, ", ")}))};
}

int add_to_room(Context& context, RoomKinds kinds) {
  const auto& kind = chosen_room_kind(context, kinds);
  auto workspace = context.open_workspace();
  add_and_report(context, workspace, kind, read_assignments(workspace, kind, context.arguments.all("set")));
  return 0;
}

int edit_in_room(Context& context, RoomKinds kinds) {
  auto workspace = context.open_workspace();
  const auto found = find_in_room(workspace, context, kinds);
  edit_and_report(context, workspace, found, read_assignments(workspace, found.kind, context.arguments.all("set")));
  return 0;
}

int remove_from_room(Context& context, RoomKinds kinds) {
  auto workspace = context.open_workspace();
  remove_and_report(context, workspace, find_in_room(workspace, context, kinds));
  return 0;
}

int list_room(Context& context, RoomKinds kinds) {
  const auto& kind = chosen_room_kind(context, kinds);
  const auto workspace = context.open_workspace();
  const auto records = kind.all(workspace);
  if (context.json) {
    JsonArrayPrinter printer{context.out};
    for (const auto& record : records) printer.add(record_json(kind, record));
    printer.end();
    return 0;
  }
  const auto places = columns_of(kind);
  std::vector<std::string> headings;
  for (const auto place : places) headings.push_back(tr(kind.fields[place].label));
  Table table{headings};
  for (const auto& record : records) {
    std::vector<std::string> row;
    for (const auto place : places) row.push_back(shown_value(workspace, kind.fields[place], record.values[place]));
    table.add(std::move(row));
  }
  table.print(context.out, context.surroundings.output_width);
  return 0;
}

int show_of_room(Context& context, RoomKinds kinds) {
  const auto workspace = context.open_workspace();
  const auto found = find_in_room(workspace, context, kinds);
  const auto citing = citing_records(workspace, kinds(), found.kind, found.key());
  if (context.json) {
    auto object = record_json(found.kind, found.record);
    object["kind_of_record"] = json_text(found.kind.word);
    json::array names;
    for (const auto& name : citing) names.push_back(json_text(name));
    object["cited_by"] = std::move(names);
    print_json(context.out, object);
    return 0;
  }
  Sheet sheet;
  for (std::size_t i = 0; i < found.kind.fields.size(); ++i)
    if (!found.record.values[i].empty()) sheet.add(tr(found.kind.fields[i].label), shown_value(workspace, found.kind.fields[i], found.record.values[i]));
  for (const auto& name : citing) sheet.add(tr("Cited by"), name);
  sheet.print(context.out, context.surroundings.output_width);
  return 0;
}

int fields_of_room(Context& context, RoomKinds kinds) {
  static RoomKinds of_room = nullptr; // what a field accepts is asked by a plain function
  of_room = kinds;
  print_fields(context, chosen_room_kind(context, kinds),
               [](const RecordKind&, const FieldView& field) { return field.refers_to.empty() ? expected_value(field) : expected_citation(of_room(), field); });
  return 0;
}

} // namespace hdskit::cli
