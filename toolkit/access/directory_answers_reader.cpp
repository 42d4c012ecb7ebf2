#include "toolkit/access/review_readers.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"

namespace hdskit {
namespace {

/// An exercise that tells no profession of its own stands for each profession of the person.
void put_entries(const DirectoryPerson& person, std::vector<DirectoryEntry>& entries) {
  for (const auto& exercise : person.exercises) {
    const auto put = [&](const std::string& profession) { entries.push_back({person.national_id, profession, exercise.finess_site, exercise.finess_entity}); };
    if (!exercise.profession.empty() || person.professions.empty()) put(exercise.profession);
    else
      for (const auto& profession : person.professions) put(profession);
  }
}

} // namespace

void read_directory_answers(const std::filesystem::path& file, AccessReview& review) {
  const auto bytes = read_file(file, directory_answers_limit);
  auto& replies = review.directory_replies;
  replies.answers = directory_answers_of_json(bytes, file.string());
  for (const auto& [id, person] : replies.answers.persons) {
    if (person.active) put_entries(person, replies.entries);
    for (const auto& card : person.cards)
      replies.cards.push_back({.national_id = id,
                               .number = card.number,
                               .type = card.type,
                               .profession = {},
                               .from = card.from,
                               .until = card.until,
                               .opposed = {},
                               .told_by_directory = true});
  }
  review.inputs.push_back(
      {ReviewSource::directory_answers,
       {.file = file.string(), .sha256 = digest_of(bytes).hex(), .lines = replies.answers.asked.size(), .dated = replies.answers.asked_at.utc_date()}});
}

} // namespace hdskit
