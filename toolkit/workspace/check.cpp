#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/intactness.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/journal_replay.hpp"
#include "toolkit/workspace/journalled_tables.hpp"

namespace hdskit {
namespace {

std::string document_sentence(const std::string& digest, DocumentState state) {
  if (state == DocumentState::altered) return tr("The document {1} was altered.", {digest});
  return tr("The document {1} has vanished, or a part of it.", {digest});
}

void check_references(Dialect& dialect, std::vector<std::string>& defects) {
  const Snapshot snapshot{dialect};
  for (const auto& [table, column, target, key] : record_references) {
    const auto missing =
        dialect.read(std::string{"select distinct "} + column + " from " + table + " where " + column + " <> '' and not exists (select 1 from " + target +
                     " t where cast(t." + key + " as text) = " + table + "." + column + ")");
    for (const auto& row : missing) defects.push_back(tr("A {1} refers to {2} {3}, which does not exist.", {table, target, row[0]}));
  }
}

/// A number given twice would put two records under one history.
void check_counters(Dialect& dialect, std::vector<std::string>& defects) {
  const Snapshot snapshot{dialect};
  for (const auto& counter : dialect.read("select name, value from counter order by name")) {
    if (!dialect.has_table(counter[0])) continue;
    if (!dialect.read("select id from \"" + counter[0] + "\" where id > :p1", {counter[1]}).empty())
      defects.push_back(tr("The counter of {1} stands at {2}, below a number that was given.", {counter[0], counter[1]}));
  }
}

/// The journal knows their digests alone; what stands beside the digest is proven here.
void check_personal_files(Dialect& dialect, std::vector<std::string>& defects) {
  if (!dialect.has_table("personal_file")) return; // of an older format
  dialect.read_each("select name, content, digest from personal_file order by name", {}, [&](const Row& row) {
    if (digest_of(row[1]).hex() != row[2]) defects.push_back(tr("The personal details “{1}” were altered.", {row[0]}));
  });
}

/// What is too damaged to be read is one more defect; the other checks still have their say.
template <typename Check> void gather(std::vector<std::string>& defects, Check check) {
  try {
    check();
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::damaged) throw;
    defects.emplace_back(problem.what());
  }
}

} // namespace

std::vector<std::string> content_defects(const Workspace& workspace, const Progress& progress) {
  std::vector<std::string> defects;
  gather(defects, [&] {
    if (const auto link = verify_journal(workspace, progress)) defects.push_back(link->sentence);
  });
  gather(defects, [&] {
    const auto documents = workspace.read("select digest from document order by digest");
    for (std::size_t i = 0; i < documents.size(); ++i) {
      progress.stop_if_cancelled();
      const auto digest = Digest::parse(documents[i][0]);
      const auto state = digest ? document_state(workspace, *digest) : DocumentState::altered;
      if (state != DocumentState::intact) defects.push_back(document_sentence(documents[i][0], state));
      progress.tell(tr("Verifying the documents"), i + 1, documents.size());
    }
  });
  return defects;
}

void prove_intact(const Workspace& workspace, const std::string& name, const Progress& progress) {
  const auto defects = content_defects(workspace, progress);
  if (defects.empty()) return;
  throw Problem{ProblemKind::damaged, name, tr("“{1}” is damaged: {2}", {name, defects.front()}),
                tr("Run `hdskit workspace check` on it for the whole list, and use another backup.")};
}

std::vector<std::string> check_workspace(const Workspace& workspace, const Progress& progress) {
  auto& dialect = workspace.dialect();
  std::vector<std::string> defects;
  progress.tell(tr("Examining the database"), 0, 0);
  gather(defects, [&] { defects = dialect.engine_defects(); });
  const auto contents = content_defects(workspace, progress);
  defects.insert(defects.end(), contents.begin(), contents.end());
  gather(defects, [&] { check_references(dialect, defects); });
  gather(defects, [&] { check_counters(dialect, defects); });
  gather(defects, [&] { check_personal_files(dialect, defects); });
  gather(defects, [&] {
    const auto beside = records_beside_the_journal(workspace);
    defects.insert(defects.end(), beside.begin(), beside.end());
  });
  return defects;
}

} // namespace hdskit
