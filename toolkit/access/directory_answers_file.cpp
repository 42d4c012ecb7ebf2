#include "toolkit/access/directory_answers_file.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {

DirectoryAnswers begin_directory_answers(const std::filesystem::path& file, const std::string& address, Instant now, bool anew) {
  DirectoryAnswers fresh;
  fresh.asked_at = now;
  fresh.address = address;
  if (anew || !std::filesystem::exists(file)) return fresh;
  auto answers = directory_answers_of_json(read_file(file, directory_answers_limit), file.string());
  const auto refuse = [&](const std::string& sentence) {
    throw Problem{ProblemKind::refused, file.string(), sentence, tr("Name another file, or ask for all of them anew (--anew); the old answers go then.")};
  };
  if (answers.address != address) refuse(tr("“{1}” holds answers of another interface: {2}", {file.string(), answers.address}));
  if (const auto age = days_between(answers.asked_at.utc_date(), now.utc_date()); age > longest_directory_answer_days)
    refuse(tr("The answers in “{1}” are {2} days old: the directory lets them be kept for {3}.",
              {file.string(), std::to_string(age), std::to_string(longest_directory_answer_days)}));
  return answers;
}

void ask_directory_into(const std::filesystem::path& file, const DirectoryOrder& order, const std::vector<std::string>& ids, DirectoryAnswers& answers) {
  const auto before = answers.asked.size();
  const bool stood = std::filesystem::exists(file);
  if (!stood) write_file(file, directory_answers_json(answers)); // a place that cannot be written is known before anybody is asked
  try {
    ask_directory(order, ids, answers);
  } catch (...) {
    if (answers.asked.size() > before) write_file(file, directory_answers_json(answers));
    else if (!stood) std::filesystem::remove(file);
    throw;
  }
  write_file(file, directory_answers_json(answers));
}

DirectoryAnswerCounts count_directory_answers(const DirectoryAnswers& answers) {
  DirectoryAnswerCounts counts{.asked = answers.asked.size()};
  for (const auto& [id, person] : answers.persons) {
    counts.active += person.active;
    counts.ended += !person.active;
    counts.without_exercise += person.active && person.exercises.empty();
  }
  counts.unknown = counts.asked - answers.persons.size();
  return counts;
}

} // namespace hdskit
