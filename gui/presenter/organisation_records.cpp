#include "gui/presenter/organisation_records.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace hdskit::gui {
namespace {

struct KindWords {
  std::string_view kind;
  const char *plural, *purpose; ///< marked messages
};
constexpr KindWords kind_words[] = {
    {"entity", marked("Legal entities"),
     marked("The hospital that hosts, with its FINESS number and whoever signs the file; then the other members of its group.")},
    {"site", marked("Sites"), marked("Every place where the data are: machine rooms, vaults for backups, offices of the operators.")},
    {"service", marked("Hosted services"), marked("What is hosted, how critical it is, how soon it is to be back (RTO) and how much may be lost (RPO).")},
    {"client", marked("Client establishments"), marked("The establishments that deposit their patients’ data here.")},
    {"contract", marked("Contracts"), marked("The hosting contract of each client, with the services and the clauses that it covers.")},
    {"person", marked("People"), marked("The people whom the file names, before their mandates.")},
    {"mandate", marked("Mandates"),
     marked("Who holds which function, and since when: director, CISO, data protection officer, host’s doctor and quality manager at least.")},
    {"subcontractor", marked("Subcontractors"), marked("The outside providers, what they can see of the data, and until when their certificate holds.")},
};

const KindWords& words_of(const RecordKind& kind) { return *std::ranges::find(kind_words, kind.word, &KindWords::kind); }

/// What each stored value reads like; the names behind references are read once.
class Reading {
public:
  Reading(const Workspace& workspace, const RecordKind& kind) : kind_{kind} {
    for (std::size_t i = 0; i < kind.fields.size(); ++i)
      if (const auto* target = kind_referred_to(kind.fields[i]))
        for (const auto& record : target->all(workspace)) names_[i].emplace(std::to_string(record.id), title_of(*target, record));
  }
  std::vector<std::string> texts_of(const RecordView& record) const {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < record.values.size(); ++i) texts.push_back(text_of(i, record.values[i]));
    return texts;
  }

private:
  std::string text_of(std::size_t field, const std::string& value) const {
    if (const auto names = names_.find(field); names != names_.end()) {
      const auto name = names->second.find(value);
      return name == names->second.end() ? value : name->second;
    }
    const auto& choices = kind_.fields[field].choices;
    const auto choice = std::ranges::find(choices, value, &Choice::word);
    return choice == choices.end() ? value : tr(choice->label);
  }

  const RecordKind& kind_;
  std::map<std::size_t, std::map<std::string, std::string>> names_; ///< by field, then by number
};

CellKind cell_kind(FieldKind kind) { return kind == FieldKind::number ? CellKind::number : kind == FieldKind::date ? CellKind::date : CellKind::text; }

} // namespace

std::string plural_of(const RecordKind& kind) { return tr(words_of(kind).plural); }
std::string purpose_of(const RecordKind& kind) { return tr(words_of(kind).purpose); }

RecordWays organisation_ways() { return {.title = title_of, .cited = {}, .referring = referring_to}; }

ListRows kind_rows(const Workspace& workspace) {
  std::vector<ListRow> rows;
  for (const auto& kind : record_kinds()) {
    const auto count = std::to_string(kind.all(workspace).size());
    rows.push_back({std::string{kind.word}, {{plural_of(kind)}, {count, count == "0" ? Tone::faint : Tone::neutral}}});
  }
  return rows_at_hand({{tr("Records")}, {tr("Number"), CellKind::number}}, std::move(rows));
}

ListRows record_rows_of(const Workspace& workspace, const RecordKind& kind, std::string_view words) {
  std::vector<SheetColumn> columns;
  std::vector<std::size_t> shown;
  for (const auto name : kind.columns) {
    shown.push_back(kind.index_of(name));
    columns.push_back({tr(kind.fields[shown.back()].label), cell_kind(kind.fields[shown.back()].kind)});
  }
  const Reading reading{workspace, kind};
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  for (const auto& record : kind.all(workspace)) {
    const auto texts = reading.texts_of(record);
    if (!sought.are_in(texts)) continue;
    ListRow row{std::to_string(record.id), {}};
    for (const auto field : shown) row.cells.push_back({texts[field]});
    rows.push_back(std::move(row));
  }
  return rows_at_hand(std::move(columns), std::move(rows));
}

std::optional<MeantRecord> record_meant(std::string_view subject) {
  const auto colon = subject.find(':');
  const auto kinds = record_kinds();
  const auto kind = std::ranges::find(kinds, subject.substr(0, colon), &RecordKind::word);
  if (kind == kinds.end()) return std::nullopt;
  MeantRecord meant{&*kind, std::nullopt};
  if (colon == std::string_view::npos) return meant;
  const auto number = subject.substr(colon + 1);
  std::int64_t id = 0;
  if (const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), id); error == std::errc{} && end == number.data() + number.size())
    meant.id = id;
  return meant;
}

} // namespace hdskit::gui
