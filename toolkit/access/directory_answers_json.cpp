#include "toolkit/access/directory_answers.hpp"
#include "toolkit/access/review.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/json_reading.hpp"
#include "toolkit/workspace/json_writing.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace hdskit {
namespace {

namespace json = boost::json;

constexpr std::size_t longest_word = 200, longest_address = 2000, most_of_one = 200; ///< bytes; of lists of one person

json::array array_of(const std::vector<std::string>& texts) {
  json::array array;
  for (const auto& text : texts) array.emplace_back(text);
  return array;
}

std::string iso_of(const std::optional<Date>& day) { return day ? day->iso() : std::string{}; }

json::object object_of(const DirectoryPerson& person) {
  json::array exercises, cards;
  for (const auto& [profession, site, entity] : person.exercises)
    exercises.push_back(json::object{{"profession", profession}, {"finess_site", site}, {"finess_entity", entity}});
  for (const auto& [type, number, from, until] : person.cards)
    cards.push_back(json::object{{"type", type}, {"number", number}, {"from", iso_of(from)}, {"until", iso_of(until)}});
  return {{"national_id", person.national_id},
          {"active", person.active},
          {"professions", array_of(person.professions)},
          {"exercises", std::move(exercises)},
          {"cards", std::move(cards)}};
}

bool needed_truth(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  const auto* value = object.find(name);
  if (value && value->is_bool()) return value->as_bool();
  defects.report(object.place_of(name), tr("true or false is expected."));
  return false;
}

std::optional<Date> day_of(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  const auto text = object.text(name, longest_word);
  const auto day = Date::parse(text);
  if (!day && !text.empty()) defects.report(object.place_of(name), tr("“{1}” is no date.", {text}));
  return day;
}

void check_id(const std::string& id, const std::string& place, JsonDefects& defects) {
  if (id.empty() || national_id_of(id) != id) defects.report(place, tr("It is no national identifier with a right key."));
}

std::vector<std::string> words_of(const JsonObject& object, std::string_view name, std::size_t most, JsonDefects& defects) {
  std::vector<std::string> words;
  for (const auto& word : object.array(name, 0, most))
    if (word.is_string() && word.get_string().size() <= longest_word) words.emplace_back(word.get_string());
    else defects.report(object.place_of(name), tr("A word of at most {1} characters is expected.", {std::to_string(longest_word)}));
  return words;
}

/// Reads the objects of a list, one after the other, with the place of each.
void each_object(const JsonObject& object, std::string_view name, std::size_t most, const auto& take) {
  const auto& array = object.array(name, 0, most);
  for (std::size_t i = 0; i < array.size(); ++i) take(array[i], object.place_of(name) + "[" + std::to_string(i) + "]");
}

DirectoryPerson person_of(const json::value& value, const std::string& place, JsonDefects& defects) {
  const JsonObject object{value, place, defects, {"national_id", "active", "professions", "exercises", "cards"}};
  DirectoryPerson person;
  person.national_id = object.needed_text("national_id", longest_word);
  check_id(person.national_id, object.place_of("national_id"), defects);
  person.active = needed_truth(object, "active", defects);
  person.professions = words_of(object, "professions", most_of_one, defects);
  each_object(object, "exercises", most_of_one, [&](const json::value& exercise, const std::string& where) {
    const JsonObject one{exercise, where, defects, {"profession", "finess_site", "finess_entity"}};
    person.exercises.push_back({one.text("profession", longest_word), one.text("finess_site", longest_word), one.text("finess_entity", longest_word)});
  });
  each_object(object, "cards", most_of_one, [&](const json::value& card, const std::string& where) {
    const JsonObject one{card, where, defects, {"type", "number", "from", "until"}};
    person.cards.push_back({one.text("type", longest_word), one.text("number", longest_word), day_of(one, "from", defects), day_of(one, "until", defects)});
  });
  return person;
}

void read_asked(const JsonObject& root, DirectoryAnswers& answers, JsonDefects& defects) {
  answers.asked = words_of(root, "asked", most_directory_persons, defects);
  for (const auto& id : answers.asked) check_id(id, "asked", defects);
  std::ranges::sort(answers.asked);
  answers.asked.erase(std::unique(answers.asked.begin(), answers.asked.end()), answers.asked.end());
}

} // namespace

const DirectoryPerson* DirectoryAnswers::person(std::string_view national_id) const {
  const auto found = persons.find(national_id);
  return found == persons.end() ? nullptr : &found->second;
}

bool DirectoryAnswers::has_asked(std::string_view national_id) const {
  return std::binary_search(asked.begin(), asked.end(), national_id, [](std::string_view a, std::string_view b) { return a < b; });
}

void DirectoryAnswers::add_asked(const std::vector<std::string>& ids) {
  asked.insert(asked.end(), ids.begin(), ids.end());
  std::ranges::sort(asked);
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
}

std::string directory_answers_json(const DirectoryAnswers& answers) {
  json::array persons;
  for (const auto& [id, person] : answers.persons) persons.push_back(object_of(person));
  return readable_json(json::object{{"format", 1},
                                    {"asked_at", answers.asked_at.iso()},
                                    {"address", answers.address},
                                    {"complete", answers.complete},
                                    {"asked", array_of(answers.asked)},
                                    {"persons", std::move(persons)}});
}

DirectoryAnswers directory_answers_of_json(std::string_view text, const std::string& name) {
  const auto value = parse_foreign_json(text, name, directory_answers_limit);
  JsonDefects defects;
  const JsonObject root{value, "", defects, {"format", "asked_at", "address", "complete", "asked", "persons"}};
  if (!root.find("format")) defects.report("format", tr("It is missing."));
  root.whole_number("format", 1, 1, 1);
  DirectoryAnswers answers;
  const auto moment = root.needed_text("asked_at", longest_word);
  if (const auto at = Instant::parse(moment)) answers.asked_at = *at;
  else defects.report("asked_at", tr("“{1}” is no moment such as 2026-11-22T10:15:00Z.", {moment}));
  answers.address = root.needed_text("address", longest_address);
  answers.complete = needed_truth(root, "complete", defects);
  read_asked(root, answers, defects);
  each_object(root, "persons", most_directory_persons, [&](const json::value& one, const std::string& place) {
    auto person = person_of(one, place, defects);
    if (!answers.has_asked(person.national_id)) defects.report(place, tr("This person is not among those who were asked."));
    else if (!answers.persons.emplace(person.national_id, person).second) defects.report(place, tr("This person stands there twice."));
  });
  defects.refuse(name, tr("Ask the directory again (hdskit access directory ask)."), text);
  return answers;
}

} // namespace hdskit
