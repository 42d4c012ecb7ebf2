#include "toolkit/access/review.hpp"

#include "embedded/access_catalogues.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <algorithm>
#include <stdexcept>

namespace hdskit {
namespace {

constexpr std::string_view policy_file = "review-policy.json";
constexpr std::size_t policy_size_limit = 1u << 20, longest_word = 200, most_words = 2000;

struct NumberOf {
  const char* name;
  int ReviewPolicy::*place;
  int least, most;
};
constexpr NumberOf numbers[] = {{"departure_grace_days", &ReviewPolicy::departure_grace_days, 0, 365},
                                {"dormancy_days", &ReviewPolicy::dormancy_days, 1, 3650},
                                {"concurrency_minutes", &ReviewPolicy::concurrency_minutes, 1, 1440},
                                {"concurrency_times", &ReviewPolicy::concurrency_times, 1, 1000},
                                {"burst_patients", &ReviewPolicy::burst_patients, 1, 10000},
                                {"log_gap_hours", &ReviewPolicy::log_gap_hours, 1, 8760},
                                {"clock_minutes", &ReviewPolicy::clock_minutes, 0, 1440},
                                {"care_days", &ReviewPolicy::care_days, 0, 365},
                                {"review_months", &ReviewPolicy::review_months, 1, 120},
                                {"withdrawal_days", &ReviewPolicy::withdrawal_days, 0, 365},
                                {"directory_answer_days", &ReviewPolicy::directory_answer_days, 1, longest_directory_answer_days}};

struct WordsOf {
  const char* name;
  std::vector<std::string> ReviewPolicy::*place;
};
constexpr WordsOf word_lists[] = {{"expected_finess", &ReviewPolicy::expected_finess},
                                  {"generic_logins", &ReviewPolicy::generic_logins},
                                  {"technical_logins", &ReviewPolicy::technical_logins},
                                  {"break_glass_modes", &ReviewPolicy::break_glass_modes},
                                  {"withdrawal_words", &ReviewPolicy::withdrawal_words}};

std::vector<std::string> read_words(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  std::vector<std::string> words;
  for (const auto& word : object.array(name, 0, most_words)) {
    if (word.is_string() && !word.get_string().empty() && word.get_string().size() <= longest_word)
      words.push_back(folded_word({word.get_string().data(), word.get_string().size()}));
    else defects.report(object.place_of(name), tr("A word of at most {1} characters is expected.", {std::to_string(longest_word)}));
  }
  return words;
}

void read_e_cps(const JsonObject& root, ReviewPolicy& policy, JsonDefects& defects) {
  const auto word = root.text("e_cps_alone", longest_word);
  if (word == "accepted") policy.e_cps_alone = EcpsAlone::accepted;
  else if (word == "refused") policy.e_cps_alone = EcpsAlone::refused;
  else if (word == "undecided") policy.e_cps_alone = EcpsAlone::undecided;
  else defects.report("e_cps_alone", tr("“accepted”, “refused” or “undecided” is expected."));
}

ReviewPolicy read_policy(std::string_view json, const std::string& name, ReviewPolicy policy) {
  const auto value = parse_foreign_json(json, name, policy_size_limit);
  JsonDefects defects;
  const JsonObject root{
      value, "", defects, {"format",        "departure_grace_days", "dormancy_days",  "concurrency_minutes", "concurrency_times", "burst_patients",
                           "log_gap_hours", "clock_minutes",        "care_days",      "review_months",       "withdrawal_days",   "directory_answer_days",
                           "e_cps_alone",   "expected_finess",      "generic_logins", "technical_logins",    "break_glass_modes", "withdrawal_words",
                           "roles",         "professions"}};
  root.whole_number("format", 1, 1, 1);
  for (const auto& number : numbers) policy.*number.place = root.whole_number(number.name, number.least, number.most, policy.*number.place);
  for (const auto& list : word_lists)
    if (root.find(list.name)) policy.*list.place = read_words(root, list.name, defects);
  if (root.find("e_cps_alone")) read_e_cps(root, policy, defects);
  if (root.find("roles")) {
    policy.roles.clear();
    for (const auto& entry : root.array("roles", 0, most_words)) {
      const JsonObject object{entry, "roles", defects, {"roles", "professions"}};
      policy.roles.push_back({read_words(object, "roles", defects), read_words(object, "professions", defects)});
    }
  }
  if (root.find("professions")) {
    policy.professions.clear();
    for (const auto& entry : root.array("professions", 0, most_words)) {
      const JsonObject object{entry, "professions", defects, {"code", "words"}};
      policy.professions.push_back({object.needed_text("code", longest_word), read_words(object, "words", defects)});
    }
  }
  defects.refuse(name, tr("Begin with the policy that hdskit carries (catalogues/access/review-policy.json) and change what differs in your house."), json);
  policy.sha256 = digest_of(json).hex();
  return policy;
}

} // namespace

std::string_view shipped_review_policy_json() {
  const auto files = embedded::access_catalogues();
  const auto file = std::ranges::find(files, policy_file, &embedded::File::path);
  if (file == files.end()) throw std::logic_error{"the program lacks catalogues/access/review-policy.json"};
  return file->bytes;
}

ReviewPolicy shipped_review_policy() { return read_policy(shipped_review_policy_json(), std::string{policy_file}, {}); }

ReviewPolicy parse_review_policy(std::string_view json, const std::string& name) { return read_policy(json, name, shipped_review_policy()); }

} // namespace hdskit
