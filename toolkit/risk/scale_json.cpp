#include "toolkit/risk/scale_json.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/risk/rating.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace hdskit {
namespace {

namespace json = boost::json;

constexpr std::size_t longest_word = 200, longest_meaning = 4000; // bytes
constexpr int most_grades = 10, most_classes = 6, difficulties = 5;

std::string numbered(const std::string& place, std::size_t i) { return place + "[" + std::to_string(i) + "]"; }

void put_word(json::object& object, const ScaleWord& word) {
  object["fr"] = word.french;
  object["en"] = word.english;
  if (!word.meaning_french.empty()) object["meaning_fr"] = word.meaning_french;
  if (!word.meaning_english.empty()) object["meaning_en"] = word.meaning_english;
}

json::array json_of(const std::vector<ScaleWord>& words) {
  json::array list;
  for (const auto& word : words) {
    json::object object;
    put_word(object, word);
    list.push_back(std::move(object));
  }
  return list;
}

json::array json_of(const std::vector<Threshold>& thresholds) {
  json::array list;
  for (const auto& threshold : thresholds) {
    json::object object{{"from", threshold.from}, {"rank", threshold.rank}};
    put_word(object, threshold.word);
    list.push_back(std::move(object));
  }
  return list;
}

json::array json_of(const std::vector<std::vector<int>>& table) {
  json::array rows;
  for (const auto& row : table) rows.push_back(json::array(row.begin(), row.end()));
  return rows;
}

/// Reads the members in order; what one says of another is compared once both are known.
class Reading {
public:
  Reading(const json::value& value, const std::string& place, JsonDefects& defects)
      : defects_{defects}, root_{value,
                                 place,
                                 defects,
                                 {"format", "version", "id", "title", "gravity", "likelihood", "classes", "acceptable", "matrix", "stakeholder_grades", "zones",
                                  "source_grades", "advanced", "impact_grades", "threat_grades", "vulnerability_grades", "asset_levels"}} {
    if (!value.is_object()) return;
    read_head();
    read_words();
    read_tables();
    read_thresholds();
  }
  RiskScale scale;

private:
  void read_head() {
    if (const auto format = root_.text("format", longest_word); !format.empty() && format != "hdskit-risk-scale")
      defects_.report(root_.place_of("format"), tr("“{1}” is no scale of risks: “hdskit-risk-scale” is expected.", {format}));
    root_.whole_number("version", 1, 1, 1);
    scale.id = root_.needed_text("id", longest_word);
    if (const auto* title = root_.find("title")) scale.title = plain_word_of(*title, root_.place_of("title"));
    else root_.needed_text("title", longest_word);
  }

  static ScaleWord word_of(const JsonObject& object) {
    ScaleWord word{.french = object.needed_text("fr", longest_word),
                   .english = object.text("en", longest_word),
                   .meaning_french = object.text("meaning_fr", longest_meaning),
                   .meaning_english = object.text("meaning_en", longest_meaning)};
    if (word.english.empty()) word.english = word.french; // a hospital words its own scale once
    if (word.meaning_english.empty()) word.meaning_english = word.meaning_french;
    return word;
  }

  ScaleWord plain_word_of(const json::value& value, const std::string& place) {
    return word_of(JsonObject{value, place, defects_, {"fr", "en", "meaning_fr", "meaning_en"}});
  }

  std::vector<ScaleWord> words_of(std::string_view name, int most) {
    std::vector<ScaleWord> words;
    for (const auto& entry : root_.array(name, 2, static_cast<std::size_t>(most)))
      words.push_back(plain_word_of(entry, numbered(root_.place_of(name), words.size())));
    return words;
  }

  void read_words() {
    scale.gravity = words_of("gravity", most_grades);
    scale.likelihood = words_of("likelihood", most_grades);
    scale.classes = words_of("classes", most_classes);
    scale.acceptable = root_.whole_number("acceptable", 1, std::max(1, static_cast<int>(scale.classes.size())), 1);
    scale.stakeholder_grades = root_.whole_number("stakeholder_grades", 2, most_grades, 4);
    scale.source_grades = root_.whole_number("source_grades", 2, most_grades, 4);
    scale.impact_grades = root_.whole_number("impact_grades", 2, most_grades, 4);
    scale.threat_grades = root_.whole_number("threat_grades", 2, most_grades, 4);
    scale.vulnerability_grades = root_.whole_number("vulnerability_grades", 2, most_grades, 5);
  }

  void read_tables() {
    const auto likelihoods = scale.likelihood.size();
    scale.matrix = table_of("matrix", likelihoods, scale.gravity.size(), static_cast<int>(scale.classes.size()));
    check_rising(scale.matrix, root_.place_of("matrix"), true);
    if (!root_.find("advanced")) return;
    scale.advanced = table_of("advanced", likelihoods, difficulties, static_cast<int>(likelihoods));
    check_rising(scale.advanced, root_.place_of("advanced"), false);
  }

  /// Nothing when its form is not as it should be, or not yet known.
  std::vector<std::vector<int>> table_of(std::string_view name, std::size_t rows, std::size_t columns, int most) {
    if (rows == 0 || columns == 0 || most == 0) return {};
    std::vector<std::vector<int>> table;
    bool sound = true;
    for (const auto& entry : root_.array(name, rows, rows)) {
      const auto place = numbered(root_.place_of(name), table.size());
      const auto* cells = entry.if_array();
      if (!cells || cells->size() != columns) {
        defects_.report(place, tr("A row of {1} whole numbers is expected here.", {std::to_string(columns)}));
        sound = false;
      }
      table.emplace_back(columns, 1);
      if (cells && cells->size() == columns) sound = read_row(*cells, place, most, table.back()) && sound;
    }
    return sound ? table : std::vector<std::vector<int>>{};
  }

  bool read_row(const json::array& cells, const std::string& place, int most, std::vector<int>& row) {
    bool sound = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (is_whole_number(cells[i], 1, most, row[i])) continue;
      defects_.report(numbered(place, i), tr("A whole number from {1} to {2} is expected here.", {"1", std::to_string(most)}));
      sound = false;
    }
    return sound;
  }

  /// A higher row never means less; a column further right never means less (`across`), or never means more.
  void check_rising(const std::vector<std::vector<int>>& table, const std::string& place, bool across) {
    for (std::size_t row = 0; row < table.size(); ++row)
      for (std::size_t column = 0; column < table[row].size(); ++column) {
        const auto here = numbered(numbered(place, row), column);
        const int value = table[row][column];
        if (row > 0 && value < table[row - 1][column])
          defects_.report(here,
                          tr("The value falls from {1} to {2} although the grade rises.", {std::to_string(table[row - 1][column]), std::to_string(value)}));
        if (column == 0) continue;
        const int before = table[row][column - 1];
        if (across && value < before)
          defects_.report(here, tr("The value falls from {1} to {2} although the grade rises.", {std::to_string(before), std::to_string(value)}));
        if (!across && value > before)
          defects_.report(here, tr("The likelihood rises from {1} to {2} although the difficulty rises.", {std::to_string(before), std::to_string(value)}));
      }
  }

  void read_thresholds() {
    scale.zones = thresholds_of("zones", most_classes);
    scale.asset_levels = thresholds_of("asset_levels", std::max(1, static_cast<int>(scale.classes.size())));
    if (!scale.asset_levels.empty() && scale.asset_levels.front().from > 0)
      defects_.report(root_.place_of("asset_levels") + "[0].from", tr("The first level must begin at 0."));
  }

  std::vector<Threshold> thresholds_of(std::string_view name, int most) {
    std::vector<Threshold> thresholds;
    for (const auto& entry : root_.array(name, 0, static_cast<std::size_t>(most))) {
      const auto place = numbered(root_.place_of(name), thresholds.size());
      const JsonObject object{entry, place, defects_, {"from", "rank", "fr", "en", "meaning_fr", "meaning_en"}};
      Threshold threshold{.from = object.number("from", 0, 1e6),
                          .rank = object.whole_number("rank", 1, most, static_cast<int>(thresholds.size()) + 1),
                          .word = word_of(object)};
      if (!thresholds.empty() && (threshold.from <= thresholds.back().from || threshold.rank <= thresholds.back().rank))
        defects_.report(place, tr("Thresholds and ranks must rise from one entry to the next."));
      thresholds.push_back(std::move(threshold));
    }
    return thresholds;
  }

  JsonDefects& defects_;
  JsonObject root_;
};

} // namespace

json::value json_of(const RiskScale& scale) {
  json::object title;
  put_word(title, scale.title);
  json::object object{{"format", "hdskit-risk-scale"}, {"version", 1}, {"id", scale.id}};
  object["title"] = std::move(title);
  object["gravity"] = json_of(scale.gravity);
  object["likelihood"] = json_of(scale.likelihood);
  object["classes"] = json_of(scale.classes);
  object["acceptable"] = scale.acceptable;
  object["matrix"] = json_of(scale.matrix);
  object["stakeholder_grades"] = scale.stakeholder_grades;
  object["zones"] = json_of(scale.zones);
  object["source_grades"] = scale.source_grades;
  if (!scale.advanced.empty()) object["advanced"] = json_of(scale.advanced);
  object["impact_grades"] = scale.impact_grades;
  object["threat_grades"] = scale.threat_grades;
  object["vulnerability_grades"] = scale.vulnerability_grades;
  object["asset_levels"] = json_of(scale.asset_levels);
  return object;
}

RiskScale scale_of_json(const json::value& value, const std::string& place, JsonDefects& defects) { return Reading{value, place, defects}.scale; }

} // namespace hdskit
