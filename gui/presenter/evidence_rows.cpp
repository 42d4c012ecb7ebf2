#include "gui/presenter/evidence.hpp"
#include "gui/presenter/form.hpp"
#include "gui/presenter/shown.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/framework_store.hpp"
#include "toolkit/workspace/record_window.hpp"

#include <algorithm>
#include <unordered_set>

namespace hdskit::gui {
namespace {

constexpr std::size_t window = 100; ///< records read at once
constexpr std::size_t windows_held = 20;

std::string kind_label(const std::string& word) { return tr(choices_of(EvidenceKind{})[choice_index(word, choices_of(EvidenceKind{}))].label); }

std::string count_of_items(const std::string& items) {
  std::vector<std::string> parts;
  from_field_text(items, parts);
  return std::to_string(parts.size());
}

struct Column {
  const char* heading; ///< marked message
  std::string_view field;
  CellKind kind = CellKind::text;
  /// How people order it, from the text of the field; none: as the workspace orders the field.
  std::string (*order)(const std::string&) = nullptr;
};

std::string padded(const std::string& number) { return std::string(number.size() < 6 ? 6 - number.size() : 0, '0') + number; }

constexpr Column columns[] = {
    {marked("Code"), "code"},
    {marked("Title"), "title", CellKind::text, [](const std::string& title) { return folded(title); }},
    {marked("Valid until"), "valid_until"},
    {marked("Kind"), "kind", CellKind::text, [](const std::string& word) { return folded(kind_label(word)); }},
    {marked("Obligation"), "obligation"},
    {marked("Version"), "version"},
    {marked("Date"), "date"},
    {marked("Items"), "requirements", CellKind::number, [](const std::string& items) { return padded(count_of_items(items)); }},
    {marked("Size"), "size"},
};
constexpr std::size_t place_of_check = 2; ///< a column that is there once documents were read again
constexpr std::string_view searched_fields[] = {"code", "title", "version", "author", "approver", "file_name", "obligation", "requirements"};

template <typename Key> void put_in_order(std::vector<std::int64_t>& ids, std::map<std::int64_t, Key> keys, bool descending) {
  std::ranges::stable_sort(ids, [&](std::int64_t a, std::int64_t b) { return descending ? keys[b] < keys[a] : keys[a] < keys[b]; });
}

std::map<std::int64_t, std::string> texts_in_order(const Workspace& workspace, const Column& column) {
  std::map<std::int64_t, std::string> texts;
  for (const auto& row : workspace.read("select id, " + std::string{column.field} + " from evidence")) texts[std::stoll(row[0])] = column.order(row[1]);
  return texts;
}

/// Damaged ones after the others.
std::map<std::int64_t, EvidenceChecks::State> checked_states(const Workspace& workspace, const EvidenceChecks& checks) {
  std::map<std::int64_t, EvidenceChecks::State> states;
  for (const auto& row : workspace.read("select id, code, digest from evidence")) {
    Evidence evidence;
    evidence.code = row[1];
    evidence.digest = row[2];
    states[std::stoll(row[0])] = checks.state(evidence);
  }
  return states;
}

std::unordered_set<std::int64_t> ids_to_attend(const Workspace& workspace, Date today, const EvidenceChecks& checks) {
  std::unordered_set<std::int64_t> ids;
  const auto last = today.plus_days(days_of_warning).iso();
  for (const auto& row : workspace.read("select id from evidence where valid_until <> '' and valid_until <= :p1", {last})) ids.insert(std::stoll(row[0]));
  for (const auto& code : checks.damaged())
    for (const auto& row : workspace.read("select id from evidence where code = :p1", {code})) ids.insert(std::stoll(row[0]));
  return ids;
}

/// The records that are seen, and their neighbours.
class EvidenceWindows {
public:
  EvidenceWindows(std::vector<std::int64_t> ids, EvidenceList list, EvidenceReader read)
      : ids_{std::move(ids)}, list_{std::move(list)}, read_{std::move(read)} {}

  std::size_t count() const { return ids_.size(); }
  std::string key(std::size_t row) const { return std::to_string(ids_.at(row)); }

  std::vector<Cell> cells(std::size_t row) {
    const auto& lines = lines_at(row / window);
    const auto found = lines.find(ids_.at(row));
    return found == lines.end() ? std::vector<Cell>{} : found->second; // it has gone a moment ago
  }

private:
  using Lines = std::map<std::int64_t, std::vector<Cell>>;

  const Lines& lines_at(std::size_t index) {
    if (const auto held = held_.find(index); held != held_.end()) return held->second;
    if (held_.size() >= windows_held) held_.clear();
    const auto first = ids_.begin() + static_cast<std::ptrdiff_t>(index * window);
    const auto size = std::min(window, ids_.size() - index * window);
    auto& lines = held_[index];
    for (const auto& evidence : read_(std::span{first, size})) lines[evidence.id.number()] = line_of(evidence);
    return lines;
  }

  std::vector<Cell> line_of(const Evidence& evidence) const {
    const auto title = list_.obligations.find(evidence.obligation);
    std::vector<Cell> cells{{evidence.code},
                            {evidence.title},
                            validity(evidence),
                            {kind_label(to_field_text(evidence.kind))},
                            {title == list_.obligations.end() ? evidence.obligation : title->second},
                            {evidence.version},
                            {shown_date(to_field_text(evidence.date))},
                            {std::to_string(evidence.requirements.size()), evidence.requirements.empty() ? Tone::warning : Tone::neutral},
                            {shown_bytes(static_cast<std::uint64_t>(evidence.size))}};
    if (list_.checks.done()) cells.insert(cells.begin() + place_of_check, list_.checks.cell(evidence));
    return cells;
  }

  /// Under the heading “Valid until” fewer words will do.
  Cell validity(const Evidence& evidence) const {
    auto cell = validity_cell(evidence, list_.today);
    if (validity_of(evidence, list_.today) == Validity::valid) cell.text = tr("✔ until {1}", {shown_date(to_field_text(evidence.valid_until))});
    return cell;
  }

  std::vector<std::int64_t> ids_;
  EvidenceList list_;
  EvidenceReader read_;
  std::map<std::size_t, Lines> held_;
};

} // namespace

ObligationTitles obligation_titles(const Workspace& workspace) {
  ObligationTitles titles;
  for (const auto& checklist : all_checklists(workspace))
    for (const auto& obligation : checklist.obligations) titles.try_emplace(obligation.id, obligation.title.in_current_language());
  return titles;
}

ListRows served_item_rows(const Evidence& evidence, const AnsweredFrameworks& frameworks) {
  std::vector<ListRow> rows;
  for (const auto& id : evidence.requirements) {
    if (const auto* item = frameworks.item(id)) rows.push_back({item->id, {{item->label}, {item->title}, {frameworks.all.at(item->framework).id}}});
    else rows.push_back({id, {{id}, {tr("of no framework that is followed"), Tone::faint}, {}}});
  }
  return rows_at_hand({{tr("Item")}, {tr("Title")}, {tr("Framework")}}, std::move(rows));
}

std::size_t column_after_check(std::size_t column) { return column < place_of_check ? column : column + 1; }

std::vector<std::int64_t> evidence_ids(const Workspace& workspace, const EvidenceQuery& query, Date today, const EvidenceChecks& checks) {
  const bool by_check = checks.done() && query.sorted_by == place_of_check;
  const auto index = checks.done() && query.sorted_by > place_of_check ? query.sorted_by - 1 : query.sorted_by;
  const auto& column = columns[std::min(index, std::size(columns) - 1)];
  const bool by_workspace = !by_check && !column.order;
  const RecordOrder order{by_workspace ? column.field : "", by_workspace && query.descending};
  auto ids = query.words.empty() ? record_ids<Evidence>(workspace, order)
                                 : record_ids_holding<Evidence>(workspace, {std::begin(searched_fields), std::end(searched_fields)}, query.words, order);
  if (query.to_attend) std::erase_if(ids, [wanted = ids_to_attend(workspace, today, checks)](std::int64_t id) { return !wanted.contains(id); });
  if (by_check) put_in_order(ids, checked_states(workspace, checks), query.descending);
  else if (column.order) put_in_order(ids, texts_in_order(workspace, column), query.descending);
  return ids;
}

ListRows evidence_rows(std::vector<std::int64_t> ids, EvidenceList list, EvidenceReader read) {
  std::vector<SheetColumn> headings;
  for (const auto& column : columns) headings.push_back({tr(column.heading), column.kind});
  if (list.checks.done()) headings.insert(headings.begin() + place_of_check, {tr("Bytes")});
  const auto windows = std::make_shared<EvidenceWindows>(std::move(ids), std::move(list), std::move(read));
  return {std::move(headings), windows->count(), [windows](std::size_t row) { return windows->cells(row); },
          [windows](std::size_t row) { return windows->key(row); }};
}

} // namespace hdskit::gui
