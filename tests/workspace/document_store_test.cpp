#include "tests/support/golden.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/journal.hpp"

#include <fstream>
#include <sys/stat.h>

using namespace hdskit;
using namespace tests;

namespace {

class Documents : public OnEachEngine {};
INSTANTIATE_ON_BOTH_ENGINES(Documents);

constexpr std::size_t piece = 256 * 1024;

std::string bytes_of(std::size_t size) {
  std::string bytes(size, '\0');
  std::uint32_t state = 7;
  for (auto& byte : bytes) byte = static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
  return bytes;
}

StoredDocument store(Workspace& workspace, const std::string& bytes) {
  std::optional<StoredDocument> stored;
  workspace.change(acting(), [&](Change& change) { stored = store_document_bytes(change, bytes); });
  return *stored;
}

std::string read_back(const Workspace& workspace, const Digest& digest) {
  std::string bytes;
  read_document(workspace, digest, [&](std::string_view part) { bytes += part; });
  return bytes;
}

TEST_P(Documents, come_back_byte_for_byte_whatever_their_size) {
  auto workspace = fresh_workspace();
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, piece - 1, piece, piece + 1, 2 * piece, 4 * piece + 3}) {
    const auto bytes = bytes_of(size);
    const auto file = folder() / "document";
    write_file(file, bytes);
    std::optional<StoredDocument> stored;
    workspace.change(acting(), [&](Change& change) { stored = store_document(change, file); });
    EXPECT_EQ(stored->digest, digest_of(bytes));
    EXPECT_EQ(stored->size, size);
    EXPECT_EQ(read_back(workspace, stored->digest), bytes);
    EXPECT_EQ(document_state(workspace, stored->digest), DocumentState::intact);
    EXPECT_EQ(workspace.read("select count(*) from document_piece where digest = :p1", {stored->digest.hex()})[0][0],
              std::to_string((size + piece - 1) / piece));
  }
}

TEST_P(Documents, are_kept_once_whether_they_came_as_a_file_or_as_bytes) {
  auto workspace = fresh_workspace();
  const auto bytes = bytes_of(piece + 5);
  write_file(folder() / "document", bytes);
  store(workspace, bytes);
  workspace.change(acting(), [&](Change& change) {
    store_document(change, folder() / "document");
    store_document_bytes(change, bytes);
  });
  EXPECT_EQ(workspace.read("select count(*) from document_piece")[0][0], "2");
  const auto entries = journal_entries(workspace, {.kind = "document"});
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0].subject, digest_of(bytes).hex());
  EXPECT_EQ(entries[0].after, R"({"size":"262149"})");
}

TEST_P(Documents, of_2_GiB_are_refused_and_nothing_is_stored) {
  auto workspace = fresh_workspace();
  const auto file = folder() / "document-of-2-GiB";
  write_file(file, "");
  std::filesystem::resize_file(file, 2ull << 30); // sparse: takes no room
  const auto problem = problem_of([&] { workspace.change(acting(), [&](Change& change) { store_document(change, file); }); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_NE(std::string{problem.what()}.find("1,1"), std::string::npos) << problem.what();
  EXPECT_EQ(workspace.read("select count(*) from document_piece")[0][0], "0");
}

TEST_P(Documents, that_are_missing_or_folders_are_refused) {
  auto workspace = fresh_workspace();
  const auto store_path = [&](const std::filesystem::path& path) { workspace.change(acting(), [&](Change& change) { store_document(change, path); }); };
  EXPECT_EQ(problem_of([&] { store_path(folder() / "no-such-file"); }).kind(), ProblemKind::not_found);
  EXPECT_EQ(problem_of([&] { store_path(folder()); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(problem_of([&] { read_back(workspace, digest_of("never stored")); }).kind(), ProblemKind::not_found);
}

TEST_P(Documents, that_change_while_they_are_read_are_refused) {
  auto workspace = fresh_workspace();
  const auto file = folder() / "growing";
  write_file(file, bytes_of(3 << 20));
  Progress progress;
  int pieces = 0;
  progress.report = [&](const std::string&, std::uint64_t, std::uint64_t) {
    if (++pieces == 4) std::ofstream{file, std::ios::binary | std::ios::app} << "one more line"; // three went into the digest, this one is being stored
  };
  EXPECT_EQ(problem_of([&] { workspace.change(acting(), [&](Change& change) { store_document(change, file, progress); }); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(workspace.read("select count(*) from document_piece")[0][0], "0");
}

TEST_P(Documents, leave_nothing_when_the_person_stops_the_storing) {
  auto workspace = fresh_workspace();
  write_file(folder() / "document", bytes_of(3 << 20));
  Progress progress;
  int asked = 0;
  progress.cancelled = [&] { return ++asked > 4; }; // the digest takes three pieces of 1 MiB, so this is the second that is stored
  EXPECT_EQ(problem_of([&] { workspace.change(acting(), [&](Change& change) { store_document(change, folder() / "document", progress); }); }).kind(),
            ProblemKind::cancelled);
  EXPECT_EQ(workspace.read("select count(*) from document_piece")[0][0], "0");
}

TEST_P(Documents, with_one_altered_byte_are_found_and_never_extracted) {
  auto workspace = fresh_workspace();
  auto bytes = bytes_of(2 * piece);
  const auto digest = store(workspace, bytes).digest;
  bytes[piece + 17] = static_cast<char>(bytes[piece + 17] ^ 1);
  auto& dialect = workspace.dialect();
  dialect.execute("update document_piece set bytes = " + dialect.bytes_parameter(":p1") + " where number = 1", {dialect.pack(bytes.substr(piece))});
  EXPECT_EQ(document_state(workspace, digest), DocumentState::altered);
  EXPECT_EQ(problem_of([&] { extract_document(workspace, digest, folder() / "out"); }).kind(), ProblemKind::damaged);
  EXPECT_FALSE(std::filesystem::exists(folder() / "out"));
}

TEST_P(Documents, with_a_vanished_piece_are_found) {
  auto workspace = fresh_workspace();
  const auto digest = store(workspace, bytes_of(3 * piece)).digest;
  workspace.dialect().execute("delete from document_piece where number = 1");
  EXPECT_EQ(document_state(workspace, digest), DocumentState::vanished);
  EXPECT_EQ(problem_of([&] { read_back(workspace, digest); }).kind(), ProblemKind::damaged);
  workspace.dialect().execute("delete from document");
  EXPECT_EQ(document_state(workspace, digest), DocumentState::vanished);
}

TEST_P(Documents, are_extracted_for_their_owner_only) {
  auto workspace = fresh_workspace();
  const auto bytes = bytes_of(piece + 1);
  const auto digest = store(workspace, bytes).digest;
  extract_document(workspace, digest, folder() / "out.pdf");
  EXPECT_EQ(read_bytes((folder() / "out.pdf").string()), bytes);
  struct stat status {};
  ASSERT_EQ(::stat((folder() / "out.pdf").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

} // namespace
