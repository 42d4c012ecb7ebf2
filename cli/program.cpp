#include "cli/program.hpp"

#include "cli/catalogue.hpp"
#include "cli/complaint.hpp"
#include "cli/context.hpp"
#include "cli/help.hpp"
#include "cli/interruption.hpp"
#include "cli/progress_report.hpp"
#include "toolkit/base/problem.hpp"

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <memory>
#include <optional>

namespace hdskit::cli {
namespace {

constexpr int wrong_usage = 2;

bool asks_for(const std::vector<std::string>& words, std::string_view option) {
  const auto end = std::ranges::find(words, "--");
  return std::find(words.begin(), end, option) != end;
}

Progress watched_progress(std::unique_ptr<ProgressReport>& report, const Arguments& arguments, const Surroundings& surroundings, std::ostream& err) {
  catch_interruptions();
  Progress progress;
  progress.cancelled = interrupted;
  if (arguments.has("quiet")) return progress;
  report = std::make_unique<ProgressReport>(err, surroundings.error_width, ProgressReport::Clock::now());
  progress.report = [shown = report.get()](const std::string& step, std::uint64_t done, std::uint64_t total) {
    shown->show(step, done, total, ProgressReport::Clock::now());
  };
  return progress;
}

/// What was wrong with the words of the command line, rather than with what they name.
bool is_about_usage(const Problem& problem) { return problem.kind() == ProblemKind::bad_input && problem.subject().starts_with("--"); }

/// The status of a command whose statuses have their own meaning.
int complain_for(const Command& command, const Problem& problem, bool usage, const std::vector<std::string>& words, std::ostream& out, std::ostream& err) {
  if (command.failure_status == 0 || problem.kind() == ProblemKind::cancelled) throw;
  complain(problem, asks_for(words, "--json"), out, err);
  return usage ? wrong_usage_status : command.failure_status;
}

int run_command(const Request& request, const std::vector<std::string>& words, const Surroundings& surroundings, std::ostream& out, std::ostream& err,
                const Press& press) {
  const auto& command = *request.command;
  std::optional<Arguments> arguments;
  try {
    arguments = parse_arguments(command, request.words);
  } catch (const Problem& problem) { return complain_for(command, problem, true, words, out, err); }
  if (arguments->has("help")) {
    print_help(out, command, text_width(surroundings.output_width));
    return 0;
  }
  std::unique_ptr<ProgressReport> report; // wiped before any complaint is printed
  Context context{words,
                  *arguments,
                  surroundings,
                  out,
                  err,
                  arguments->has("json"),
                  [&] { return watched_progress(report, *arguments, surroundings, err); },
                  press.write_workbook,
                  press.read_table};
  const auto work = std::ranges::find(press.works, command.name, &PressWork::command);
  try {
    return work != press.works.end() ? work->run(context) : command.run(context);
  } catch (const Problem& problem) {
    report.reset();
    return complain_for(command, problem, is_about_usage(problem), words, out, err);
  }
}

int answer(const std::vector<std::string>& words, const Surroundings& surroundings, std::ostream& out, std::ostream& err, const Press& press) {
  auto request = find_request(words);
  if (request.command) return run_command(request, words, surroundings, out, err, press);
  const int width = text_width(surroundings.output_width);
  const bool wanted = asks_for(request.words, "--help");
  if (asks_for(request.words, "--version")) {
    out << "hdskit " HDSKIT_VERSION "\n";
    return 0;
  }
  auto& place = wanted ? out : err;
  if (request.noun.empty()) print_overview(place, width);
  else print_noun(place, request.noun, width);
  return wanted ? 0 : wrong_usage;
}

/// What was printed must have arrived: `hdskit … > /full/disk` may not end with 0. A reader that has gone away (`| head`) is no error.
void finish_output(std::ostream& out) {
  errno = 0;
  if (out.flush() || errno == EPIPE) return;
  throw Problem{ProblemKind::no_space, "", tr("The output could not be written completely."), tr("Check the disk to which it was redirected.")};
}

} // namespace

std::string program_version() { return HDSKIT_VERSION; }

int run_program(const std::vector<std::string>& given, const Surroundings& surroundings, std::ostream& out, std::ostream& err, const Press& press) {
  auto words = given;
  std::replace(words.begin(), std::ranges::find(words, "--"), std::string{"-h"}, std::string{"--help"});
  try {
    use_language(chosen_language(words, surroundings));
    try {
      const int status = answer(words, surroundings, out, err, press);
      finish_output(out);
      return status;
    } catch (const Problem& problem) { return complain(problem, asks_for(words, "--json"), out, err); }
  } catch (const std::exception& defect) { return complain_of_defect(defect, err); }
}

int run_as_main(int argc, char** argv, const Press& press) {
  std::ios::sync_with_stdio(false);
  const int status = run_program({argv + std::min(argc, 1), argv + argc}, real_surroundings(), std::cout, std::cerr, press);
  std::cout.flush();
  return status;
}

} // namespace hdskit::cli
