#include "cli/press/works.hpp"

#include "cli/complaint.hpp"
#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/press/secret_option.hpp"
#include "cli/table.hpp"
#include "toolkit/access/directory_answers_file.hpp"
#include "toolkit/access/review_readers.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <ostream>

namespace hdskit::cli::press {
namespace {

[[noreturn]] void reject(const char* option, const std::string& what) {
  throw Problem{ProblemKind::bad_input, option, what, tr("See: hdskit help {1}", {"access directory ask"})};
}

AccessReview read_whom(const Context& context, const Progress& progress) {
  const auto& arguments = context.arguments;
  AccessReview review{context.today()};
  read_accounts(arguments.text("accounts"), review);
  if (arguments.has("people")) read_people(arguments.text("people"), review);
  if (arguments.has("directory")) read_directory(arguments.text("directory"), review, progress);
  return review;
}

std::string address_of(const Arguments& arguments) {
  const auto address = arguments.has("url") ? arguments.text("url") : std::string{usual_directory_address};
  if (const auto defect = directory_address_defect(address); !defect.empty()) reject("--url", defect);
  return address;
}

DirectoryOrder order_of(const Context& context, const std::string& address, const Progress& progress) {
  const auto& arguments = context.arguments;
  DirectoryAccess access;
  access.key = secret_of_options(arguments, {"key-file", "key-fd", "key-command"});
  if (access.key.empty()) reject("--key-file", tr("There is no key: give it with --key-file, --key-fd or --key-command."));
  if (const auto defect = directory_key_defect(access.key); !defect.empty()) reject("--key-file", defect);
  access.ca_file = arguments.text("ca");
  access.proxy = arguments.text("proxy");
  const auto rate = arguments.number("rate").value_or(usual_directory_rate);
  if (rate < 1 || rate > most_directory_rate) reject("--rate", tr("A number from {1} to {2} is expected.", {"1", std::to_string(most_directory_rate)}));
  return {.address = address,
          .access = std::move(access),
          .rate = static_cast<int>(rate),
          .day = context.today(),
          .clock = steady_directory_clock(progress),
          .progress = progress};
}

struct Asking {
  std::string file, address;
  std::size_t before = 0, to_ask = 0; ///< answered in an earlier run; asked in this one
};

void tell(Context& context, const Asking& asking, const DirectoryAnswers& answers, bool dry) {
  const auto counts = count_directory_answers(answers);
  if (context.json) {
    print_json(context.out, json::object{{"file", asking.file},
                                         {"address", asking.address},
                                         {"answered_before", asking.before},
                                         {"to_ask", asking.to_ask},
                                         {"calls_at_least", fewest_directory_calls(asking.to_ask)},
                                         {"dry_run", dry},
                                         {"asked_at", answers.asked_at.iso()},
                                         {"complete", answers.complete},
                                         {"asked", counts.asked},
                                         {"active", counts.active},
                                         {"without_exercise", counts.without_exercise},
                                         {"ended", counts.ended},
                                         {"unknown", counts.unknown}});
    return;
  }
  const auto number = [](std::size_t count) { return french_number(static_cast<std::int64_t>(count)); };
  Sheet sheet;
  if (dry) {
    sheet.add(tr("Interface"), asking.address);
    sheet.add(tr("Persons to ask for"), number(asking.to_ask));
    sheet.add(tr("Calls, at least"), number(fewest_directory_calls(asking.to_ask)));
    sheet.add(tr("Answered already"), number(asking.before));
    return sheet.print(context.out, context.surroundings.output_width);
  }
  sheet.add(tr("Answers in the file"), number(counts.asked));
  sheet.add(tr("Registered"), number(counts.active));
  sheet.add(tr("of them without an open exercise"), number(counts.without_exercise));
  sheet.add(tr("Registered no more"), number(counts.ended));
  sheet.add(tr("Unknown to the directory"), number(counts.unknown));
  sheet.print(context.out, context.surroundings.output_width);
  context.out << (answers.complete ? tr("Delete the file within {1} days: {2}", {std::to_string(longest_directory_answer_days), asking.file})
                                   : tr("Not everybody was asked for: the same command goes on with those who lack."))
              << '\n';
}

} // namespace

int access_directory_ask(Context& context) {
  const auto& arguments = context.arguments;
  const auto address = address_of(arguments);
  const std::filesystem::path file = arguments.text("output");
  const auto progress = context.start_progress();
  const auto ids = residue_of(read_whom(context, progress));
  auto answers = begin_directory_answers(file, address, context.surroundings.now, arguments.has("anew"));
  const Asking asking{file.string(), address, answers.asked.size(), still_to_ask(ids, answers).size()};
  if (arguments.has("dry-run")) {
    tell(context, asking, answers, true);
    return 0;
  }
  const auto order = order_of(context, address, progress);
  if (asking.to_ask > 0) context.err << tr("Asking {1} and nothing else.", {address}) << '\n';
  try {
    ask_directory_into(file, order, ids, answers);
  } catch (const Problem& problem) {
    if (answers.asked.size() == asking.before || problem.kind() == ProblemKind::cancelled) throw;
    complain(problem, false, context.out, context.err);
    tell(context, asking, answers, false);
    return 1;
  }
  tell(context, asking, answers, false);
  return 0;
}

} // namespace hdskit::cli::press
