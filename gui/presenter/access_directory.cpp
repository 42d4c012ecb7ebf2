#include "gui/presenter/access_directory.hpp"

#include "toolkit/access/review_readers.hpp"
#include "toolkit/access/web_address.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <system_error>

namespace hdskit::gui {
namespace {

constexpr std::uint64_t key_file_limit = 4096; ///< bytes

bool is_file(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

std::string key_in(const std::string& file) {
  const auto text = read_file(file, key_file_limit);
  const auto lines = lines_of(text);
  auto key = lines.empty() ? std::string{} : std::string{trimmed(lines.front())};
  if (const auto defect = directory_key_defect(key); !defect.empty())
    throw Problem{ProblemKind::bad_input, file, defect, tr("The first line of the file is the key, as the portal of the directory gives it.")};
  return key;
}

} // namespace

std::string wish_fault(const DirectoryWish& wish) {
  if (wish.accounts.empty()) return tr("Name the file of the accounts first: it says whom to ask about.");
  for (const auto& file : {wish.accounts, wish.people, wish.extract})
    if (!file.empty() && !is_file(file)) return tr("This file is not there: {1}", {file});
  if (const auto defect = directory_address_defect(wish.address); !defect.empty()) return defect;
  if (wish.key_file.empty()) return tr("Name the file that holds the key of the interface.");
  for (const auto& file : {wish.key_file, wish.ca_file})
    if (!file.empty() && !is_file(file)) return tr("This file is not there: {1}", {file});
  if (!wish.proxy.empty())
    if (const auto defect = proxy_address_defect(wish.proxy); !defect.empty()) return defect;
  return wish.answers.empty() ? tr("Say where the answers are to be kept.") : "";
}

std::string proposed_answers_file(const std::string& accounts) {
  return accounts.empty() ? "" : (std::filesystem::path{accounts}.parent_path() / tr("directory-answers.json")).string();
}

AskedDirectory ask_wished_directory(const DirectoryWish& wish, Instant now, const Progress& progress) {
  AccessReview review{now.utc_date()};
  progress.tell(tr("Accounts"), 0, 0);
  read_accounts(wish.accounts, review);
  if (!wish.people.empty()) read_people(wish.people, review);
  if (!wish.extract.empty()) read_directory(wish.extract, review, progress);
  const auto ids = residue_of(review);
  DirectoryOrder order{.address = wish.address, .access = {}, .day = now.utc_date(), .clock = steady_directory_clock(progress), .progress = progress};
  order.access.key = key_in(wish.key_file);
  order.access.ca_file = wish.ca_file;
  order.access.proxy = wish.proxy;
  auto answers = begin_directory_answers(wish.answers, wish.address, now, false);
  const auto before = answers.asked.size();
  ask_directory_into(wish.answers, order, ids, answers);
  return {wish.answers, answers.asked.size() - before, count_directory_answers(answers)};
}

Cell told_of(const AskedDirectory& asked) {
  const auto& counts = asked.counts;
  const auto number = [](std::size_t count) { return french_number(static_cast<std::int64_t>(count)); };
  return {tr("{1} answers of the directory: {2} registered, {3} registered no more, {4} unknown. Delete them within {5} days.",
             {number(counts.asked), number(counts.active), number(counts.ended), number(counts.unknown), std::to_string(longest_directory_answer_days)}),
          counts.ended + counts.unknown > 0 ? Tone::warning : Tone::good};
}

} // namespace hdskit::gui
