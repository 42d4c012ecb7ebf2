#include "toolkit/continuity/care_programme.hpp"

#include "embedded/continuity_catalogues.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/care_judgement.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <algorithm>
#include <stdexcept>

namespace hdskit {
namespace {

constexpr std::string_view catalogue_file = "care-domain-2.json";
constexpr std::size_t catalogue_size_limit = 1u << 20, longest_text = 1000; // bytes

std::vector<CareObjective> read_objectives(const std::string& name, std::string_view bytes) {
  const auto value = parse_foreign_json(bytes, name, catalogue_size_limit);
  JsonDefects defects;
  const JsonObject root{value, "", defects, {"format", "version", "objectives"}};
  std::vector<CareObjective> objectives;
  for (const auto& entry : root.array("objectives", 1, 100)) {
    const JsonObject object{entry, "objectives", defects, {"id", "fr", "en", "source", "proof_fr", "proof_en"}};
    objectives.push_back({.id = object.needed_text("id", longest_text),
                          .title_french = object.needed_text("fr", longest_text),
                          .title_english = object.needed_text("en", longest_text),
                          .source = object.needed_text("source", longest_text),
                          .proof_french = object.needed_text("proof_fr", longest_text),
                          .proof_english = object.needed_text("proof_en", longest_text)});
  }
  defects.refuse(name, {});
  return objectives;
}

const std::vector<CareObjective>& shipped_objectives() {
  static const auto objectives = [] {
    const auto files = embedded::continuity_catalogues();
    const auto file = std::ranges::find(files, catalogue_file, &embedded::File::path);
    if (file == files.end()) throw std::logic_error{"the program lacks catalogues/continuity/care-domain-2.json"};
    return read_objectives(std::string{catalogue_file}, file->bytes);
  }();
  return objectives;
}

} // namespace

const std::string& CareObjective::title() const { return current_language() == Language::french ? title_french : title_english; }
const std::string& CareObjective::proof() const { return current_language() == Language::french ? proof_french : proof_english; }

std::vector<CareObjective> care_objectives(const Continuity& continuity, Date today) {
  const CareView view{continuity, today};
  auto objectives = shipped_objectives();
  for (auto& objective : objectives) {
    if (auto judgement = judge_care_objective(view, objective.id)) {
      objective.computed = true;
      objective.verdict = judgement->verdict;
      objective.sentence = std::move(judgement->sentence);
    } else {
      objective.sentence = care_remark(view, objective.id);
      if (objective.sentence.empty()) objective.sentence = objective.proof();
    }
  }
  return objectives;
}

} // namespace hdskit
