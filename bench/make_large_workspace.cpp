// make_large_workspace FILE ITEMS DOCUMENTS: a workspace with that many items, each of them answered, and that many small documents.
#include "bench/large_workspace.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/answer_store.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>

namespace {

using namespace hdskit;

Evidence document(int number, int items) {
  const auto day = *Date::of(2026, 11, 22);
  Evidence evidence;
  evidence.code = bench::document_code(number);
  evidence.title = "Relevé de contrôle n° " + std::to_string(number + 1);
  evidence.kind = static_cast<EvidenceKind>(number % static_cast<int>(choices_of(EvidenceKind{}).size()));
  evidence.requirements = {bench::item_id(number % items)};
  if (number % 10 == 0) evidence.requirements.push_back(bench::item_id((number + items / 2) % items));
  evidence.version = std::to_string(number % 4 + 1);
  evidence.author = "Équipe d’exploitation";
  evidence.date = day.plus_days(-(number % 700));
  evidence.valid_until = day.plus_days(number % 900 - 60);
  if (number % 3 == 0) evidence.next_test = day.plus_days(number % 400);
  evidence.state = static_cast<DemonstrationState>(number % 4);
  evidence.file_name = evidence.code + ".txt";
  return evidence;
}

std::string bytes_of(const Evidence& evidence) {
  std::string bytes = evidence.title + "\n";
  for (int line = 1; line <= 6; ++line) bytes += evidence.code + " ligne " + std::to_string(line) + " : contrôle effectué, conforme.\n";
  return bytes;
}

void fill(const std::string& file, int items, int documents) {
  const Acting acting{"Mesure", *Instant::parse("2026-11-22T08:00:00Z")};
  auto workspace = Workspace::create(file, acting);
  workspace.change(acting, [&](Change& change) {
    adopt_checklist(change, bench::large_checklist(items));
    give_answers(change, workspace_checklist(change.workspace()), bench::large_answers(items, documents));
    for (int number = 0; number < documents; ++number) {
      const auto evidence = document(number, items);
      add_evidence_bytes(change, evidence, bytes_of(evidence));
    }
  });
}

} // namespace

int main(int count, char** arguments) {
  if (count != 4 || std::atoi(arguments[2]) < 1 || std::atoi(arguments[3]) < 0) {
    std::fprintf(stderr, "Usage: make_large_workspace FILE ITEMS DOCUMENTS\n");
    return 2;
  }
  try {
    fill(arguments[1], std::atoi(arguments[2]), std::atoi(arguments[3]));
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 1;
  }
}
