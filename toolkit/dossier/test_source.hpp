#pragma once

#include "toolkit/dossier/file_restore_test.hpp"

namespace hdskit {

/// A private folder for what a test leaves behind its scratch space: manifest, differences and log hold names of files, so that what a killed test left is
/// removed as its scratch space is.
class ResultsFolder {
public:
  ResultsFolder(const std::filesystem::path& parent, const std::string& source, const TestWorld& world);
  const std::filesystem::path& path() const { return space_.path(); }

private:
  ScratchSpace space_;
};

/// What a person or a timer asks of a test; the rest comes from the workspace.
struct SourceTestOrder {
  std::string workspace; ///< its location: it is not held open during the restore, which may take hours
  BackupSource source;
  std::optional<std::filesystem::path> reference_tree, reference_manifest; ///< instead of those of the source
  std::string point;                                                       ///< "": the newest
  std::optional<std::string> secret;                                       ///< instead of the source's own way to the password
  std::filesystem::path scratch;                                           ///< the folder in which scratch spaces are made
  RunTrigger trigger = RunTrigger::manual;
  std::string host, person, hdskit_version;
  Date (*day_of)(Instant) = nullptr; ///< in Paris
};

/// What is asked, without what only a workspace knows: objectives and the test before.
RestoreTestOrder restore_order(const SourceTestOrder& asked, const std::filesystem::path& results);

struct SourceTest {
  FiledRestoreTest filed;
  RestoreReport report;
};

/// Removes what killed tests left, tests the source alone (Problem busy when somebody else does), and files the outcome whatever it is.
SourceTest test_source(const SourceTestOrder& order, const TestWorld& world, const Progress& progress);

} // namespace hdskit
