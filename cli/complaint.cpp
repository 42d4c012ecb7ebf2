#include "cli/complaint.hpp"

#include "cli/json.hpp"
#include "toolkit/base/translate.hpp"

#include <ostream>

namespace hdskit::cli {

std::string_view word_of(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::bad_input: return "bad-input";
    case ProblemKind::not_found: return "not-found";
    case ProblemKind::busy: return "busy";
    case ProblemKind::newer_format: return "newer-format";
    case ProblemKind::older_format: return "older-format";
    case ProblemKind::damaged: return "damaged";
    case ProblemKind::refused: return "refused";
    case ProblemKind::no_space: return "no-space";
    case ProblemKind::unreachable: return "unreachable";
    case ProblemKind::cancelled: return "cancelled";
  }
  return "unknown";
}

int complain(const Problem& problem, bool as_json, std::ostream& out, std::ostream& err) {
  if (as_json) {
    json::object error{
        {"kind", json_text(word_of(problem.kind()))}, {"subject", problem.subject()}, {"sentence", problem.what()}, {"remedy", problem.remedy()}};
    print_json(out, json::object{{"error", std::move(error)}});
  } else {
    err << tr("hdskit: {1}", {problem.what()}) << '\n';
    if (!problem.remedy().empty()) err << problem.remedy() << '\n';
  }
  return exit_code(problem.kind());
}

int complain_of_defect(const std::exception& defect, std::ostream& err) {
  constexpr int defect_status = 70;
  err << tr("hdskit: this is a defect of the program: {1}", {defect.what()}) << '\n'
      << tr("Nothing half done was kept. Please report it with the command that you typed.") << '\n';
  return defect_status;
}

} // namespace hdskit::cli
