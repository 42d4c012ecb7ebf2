#pragma once

#include "gui/presenter/backups_map.hpp"
#include "gui/presenter/cell.hpp"
#include "toolkit/dossier/file_restore_test.hpp"

#include <filesystem>
#include <string>

namespace hdskit::gui {

/// What the person wishes of a test, as the dialog “Test a restore” asks it.
struct TestWish {
  std::string source;         ///< reference
  std::string manifest, tree; ///< to compare with, instead of those of the source; at most one
  std::string point;          ///< id of the backup to restore; "": the newest
  std::string scratch;        ///< folder in which the scratch space is made
  std::string password;       ///< only when the source has neither file nor command; kept in memory only
};

/// Whether the person has to be asked for the password: the kind of source has one, and nothing says where to find it.
bool asks_password(const BackupSource& source);

/// What must be mended before the test can begin; "" when it can.
std::string wish_fault(const BackupsMap& map, const TestWish& wish);

/// “12,4 Go are free there.”, or that the folder cannot be used.
Cell scratch_sentence(const std::filesystem::path& folder);

/// What the source itself says it is compared with, in words.
std::string own_reference_sentence(const BackupSource& source);

/// Where the test runs: the world, the name of this machine, the version of this program.
struct TestPlace {
  TestWorld world;
  std::string host, version;
};

/// The real one. `version`: of this program.
TestPlace this_place(std::string_view version);
std::string usual_scratch(); ///< the folder in which scratch spaces are made unless somebody says otherwise

/// Runs and files the test as the command does. For a thread in the background, with a workspace of its own.
FiledRestoreTest run_wished_test(const std::string& location, const std::string& person, const TestWish& wish, const TestPlace& place,
                                 const Progress& progress);

/// Writes the report of a test: the PDF that was filed or, to a name that ends in ".json", its canonical JSON. Throws Problem not_found, damaged, and what
/// writing a file throws.
void export_run_report(const Workspace& workspace, const RestoreRun& run, const std::filesystem::path& file);

/// Takes in signed results, each once; a sentence for each file. Throws Problem of the first one that is refused: those before it stay.
std::vector<std::string> import_result_files(const std::string& location, const Acting& acting, const std::vector<std::filesystem::path>& files, Date today,
                                             const Progress& progress);

/// “TR12: proven …”: what is told once it is over.
Cell told_of(const RestoreRun& run);

} // namespace hdskit::gui
