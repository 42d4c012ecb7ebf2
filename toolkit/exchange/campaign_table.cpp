#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/campaign_sheet.hpp"
#include "toolkit/exchange/import_columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace hdskit {
namespace {

enum Column : std::size_t { number, application, login, decision, reason, reviewer, reviewer_id, day, evidence, until, column_count };

/// Both languages stand in the code and not in a catalogue: a file written in one must be readable in the other.
constexpr std::array<std::string_view, column_count> headings = {
    "N°|Numéro|Ligne|No.|Number|Line|N",
    "Application|Logiciel",
    "Login|Identifiant|Compte|Account|Identifiant de connexion",
    "Décision|Decision|Avis",
    "Motif|Raison|Justification|Reason|Commentaire|Comment",
    "Relecteur|Réviseur|Décidé par|Reviewer|Decided by|Valideur",
    "Identifiant du relecteur|Identifier of the reviewer|Identifiant national du relecteur|RPPS du relecteur",
    "Décidé le|Date de la décision|Decided on|Date",
    "Preuve|Pièce|Evidence",
    "Exception jusqu’au|Exception until|Fin de l’exception|Dérogation jusqu’au"};

/// How campaign_sheet() heads them, in the order of Column.
constexpr std::array<const char*, column_count> own_headings = {marked("No."),
                                                                marked("Application"),
                                                                marked("Login"),
                                                                marked("Decision"),
                                                                marked("Reason"),
                                                                marked("Reviewer"),
                                                                marked("Identifier of the reviewer"),
                                                                marked("Decided on"),
                                                                marked("Evidence"),
                                                                marked("Exception until")};

struct DecisionWords {
  LineDecision decision;
  std::string_view words;
};
constexpr DecisionWords decision_words[] = {
    {LineDecision::undecided, "undecided|to be decided|à décider|à statuer"},
    {LineDecision::keep, "keep|maintenir|maintenu|maintien|conserver|garder|ok"},
    {LineDecision::change, "change|modifier|modification|à modifier|changer"},
    {LineDecision::withdraw, "withdraw|retirer|retrait|à retirer|supprimer|fermer|révoquer|remove|revoke"},
    {LineDecision::justify, "justify|keep as a justified exception|exception|exception justifiée|justifier|dérogation|maintenir par exception justifiée"}};

bool among(std::string_view words, const std::string& key) {
  const auto known = split(words, '|');
  return std::ranges::any_of(known, [&](const auto& word) { return name_key(word) == key; });
}

std::optional<LineDecision> decision_of(const std::string& cell) {
  const auto key = name_key(cell);
  for (const auto& [decided, words] : decision_words)
    if (among(words, key)) return decided;
  const auto choices = choices_of(LineDecision{});
  for (const auto language : {Language::french, Language::english}) {
    const LanguageScope scope{language};
    for (std::size_t i = 0; i < choices.size(); ++i)
      if (name_key(tr(choices[i].label)) == key) return static_cast<LineDecision>(i);
  }
  return std::nullopt;
}

/// In whichever language the table was written.
bool is_heading_of(std::size_t column, const std::string& key) {
  if (among(headings[column], key)) return true;
  for (const auto language : {Language::french, Language::english}) {
    const LanguageScope scope{language};
    if (name_key(tr(own_headings[column])) == key) return true;
  }
  return false;
}

using Places = std::array<int, column_count>;

Places places_of(const CsvTable& table, std::vector<CsvDefect>& refused) {
  Places places{};
  places.fill(-1);
  for (std::size_t i = 0; i < table.headings.size(); ++i)
    for (std::size_t column = 0; column < column_count; ++column)
      if (places[column] < 0 && is_heading_of(column, name_key(table.headings[i]))) places[column] = static_cast<int>(i);
  const auto need = [&](bool there, const std::string& what) {
    if (!there) refused.push_back({table.heading_line, 0, tr("The table has no column for: {1}.", {what})});
  };
  need(places[number] >= 0 || places[login] >= 0, tr("No.") + ", " + tr("Login"));
  need(places[decision] >= 0, tr("Decision"));
  return places;
}

/// One row as it is read, with the places of its cells for the sentences.
class TableRow {
public:
  TableRow(const CsvRow& row, const Places& places, std::vector<CsvDefect>& refused) : row_{row}, places_{places}, refused_{refused} {}
  std::string cell(Column column) const {
    const auto at = places_[column];
    return at < 0 || static_cast<std::size_t>(at) >= row_.cells.size() ? std::string{} : std::string{trimmed(row_.cells[static_cast<std::size_t>(at)])};
  }
  void refuse(Column column, const std::string& sentence) { refused_.push_back({row_.line, places_[column] < 0 ? 0 : places_[column] + 1, sentence}); }
  std::optional<Date> date(Column column) {
    const auto text = cell(column);
    const auto parsed = Date::parse(text);
    if (!parsed && !text.empty()) refuse(column, tr("“{1}” is no date.", {text}));
    return parsed;
  }

private:
  const CsvRow& row_;
  const Places& places_;
  std::vector<CsvDefect>& refused_;
};

class DecisionReader {
public:
  DecisionReader(const FrozenCampaign& frozen, const std::string& reviewer, Date day) : frozen_{frozen}, reviewer_{reviewer}, day_{day}, check_{frozen.lines} {
    for (const auto& line : frozen.lines) by_login_[key(line.application, line.login)].push_back(&line);
  }

  /// Nothing when the row is refused, or decides nothing.
  std::optional<CampaignDecision> read(TableRow& row) {
    const auto* line = line_of(row);
    if (!line) return std::nullopt;
    const auto text = row.cell(decision);
    if (text.empty()) return std::nullopt; // others may have decided meanwhile: what is left out takes nothing back
    const auto decided = decision_of(text);
    if (!decided) {
      row.refuse(decision, tr("“{1}” is no decision. These are: {2}.", {text, "maintenir, modifier, retirer, exception"}));
      return std::nullopt;
    }
    CampaignDecision read{.line = line->number, .decision = *decided};
    if (*decided == LineDecision::undecided) return read;
    read.reason = row.cell(reason);
    read.reviewer = row.cell(reviewer).empty() ? reviewer_ : row.cell(reviewer);
    read.reviewer_id = row.cell(reviewer_id);
    const auto said = row.date(day);
    read.day = said ? *said : day_;
    read.evidence = row.cell(evidence);
    read.justified_until = row.date(until);
    for (const auto& sentence : decision_defects(read, *line, check_)) row.refuse(decision, tr("{1}: {2}", {subject_of(*line), sentence}));
    return read;
  }

private:
  static std::string key(std::string_view application, std::string_view name) { return folded_word(application) + "\n" + folded_word(name); }

  const CampaignLine* line_of(TableRow& row) {
    const auto text = row.cell(number), name = row.cell(login);
    if (text.empty()) return line_of_login(row, name);
    std::size_t at = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), at);
    if (error != std::errc{} || end != text.data() + text.size() || at == 0 || at > frozen_.lines.size()) {
      row.refuse(number, tr("There is no line {1}.", {text}));
      return nullptr;
    }
    const auto& line = frozen_.lines[at - 1];
    if (!name.empty() && folded_word(name) != folded_word(line.login)) {
      row.refuse(login, tr("Line {1} is the account {2}, not {3}: the rows of the table slipped.", {text, line.login, name}));
      return nullptr;
    }
    return &line;
  }

  const CampaignLine* line_of_login(TableRow& row, const std::string& name) {
    const auto found = by_login_.find(key(row.cell(application), name));
    if (found != by_login_.end() && found->second.size() == 1) return found->second.front();
    row.refuse(login, found == by_login_.end() ? tr("There is no account {1}.", {name})
                                               : tr("Several lines have the account {1}: the number of the line is needed.", {name}));
    return nullptr;
  }

  const FrozenCampaign& frozen_;
  const std::string& reviewer_;
  Date day_;
  ReviewerCheck check_;
  std::map<std::string, std::vector<const CampaignLine*>> by_login_;
};

bool same(const CampaignDecision& a, const CampaignDecision& b) {
  return a.decision == b.decision && a.reason == b.reason && a.reviewer == b.reviewer && a.reviewer_id == b.reviewer_id && a.day == b.day &&
         a.evidence == b.evidence && a.justified_until == b.justified_until;
}

} // namespace

DecisionImport preview_decisions(const FrozenCampaign& frozen, const std::vector<CampaignDecision>& decisions, const CsvReading& reading,
                                 const std::string& reviewer_name, Date today) {
  DecisionImport import{{}, 0, 0, reading.defects};
  const auto places = places_of(reading.table, import.refused);
  if (!import.refused.empty()) return import;
  std::map<std::int64_t, const CampaignDecision*> before;
  for (const auto& one : decisions) before[one.line] = &one;
  std::map<std::int64_t, int> seen; // line of the campaign, line of the file
  DecisionReader reader{frozen, reviewer_name, today};
  for (const auto& csv_row : reading.table.rows) {
    TableRow row{csv_row, places, import.refused};
    if (row.cell(decision).empty()) ++import.left_open;
    auto read = reader.read(row);
    if (!read) continue;
    const auto [first, is_new] = seen.emplace(read->line, csv_row.line);
    if (!is_new) {
      row.refuse(number, tr("The line {1} stands in this table twice (line {2}).", {std::to_string(read->line), std::to_string(first->second)}));
      continue;
    }
    const auto known = before.find(read->line);
    if (read->decision == LineDecision::undecided && known == before.end()) ++import.unchanged;
    else if (known != before.end() && same(*known->second, *read)) ++import.unchanged;
    else import.taken.push_back(std::move(*read));
  }
  return import;
}

} // namespace hdskit
