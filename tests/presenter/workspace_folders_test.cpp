#include "gui/presenter/workspace_folders.hpp"

#include "tests/support/workspaces.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using namespace tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

const Date today = *Date::of(2026, 11, 22);

TEST(WorkspaceFolders, propose_a_folder_that_does_not_stand_yet) {
  const ScratchFolder parent;
  const auto name = [&](const std::string& location) { return proposed_export_folder(parent.path(), location, today).filename().string(); };
  EXPECT_EQ(name("/essai/Hôpital Nord.hds"), "hopital-nord-export-2026-11-22");
  EXPECT_EQ(name("postgresql://server/valmont?options=-csearch_path%3Dname"), "valmont-export-2026-11-22");
  EXPECT_EQ(name("/essai/….hds"), "hdskit-export-2026-11-22");
  std::filesystem::create_directory(parent.path() / "valmont-export-2026-11-22");
  std::filesystem::create_directory(parent.path() / "valmont-export-2026-11-22-2");
  EXPECT_EQ(name("valmont.hds"), "valmont-export-2026-11-22-3");
}

TEST(WorkspaceFolders, name_the_new_file_after_the_establishment) {
  EXPECT_EQ(proposed_file_name({.establishment = "Centre hospitalier de l’Étang-Vert"}), "centre-hospitalier-de-l-etang-vert.hds");
  EXPECT_EQ(proposed_file_name({.establishment = "../../etc"}), "etc.hds");
  EXPECT_EQ(proposed_file_name({}), "workspace.hds");
}

TEST(WorkspaceFolders, say_that_an_export_is_not_encrypted_and_what_its_digest_is) {
  const ScratchFolder scratch;
  const auto workspace = Workspace::create((scratch.path() / "w.hds").string(), acting());
  EXPECT_THAT(export_warning(), HasSubstr("not encrypted"));
  const auto folder = scratch.path() / "out";
  const auto exported = export_workspace(workspace, folder, "");
  EXPECT_THAT(told(exported, folder), AllOf(HasSubstr(folder.string()), HasSubstr("1 entries"), HasSubstr(exported.digest.hex())));
}

TEST(WorkspaceFolders, say_what_was_imported_upgraded_and_found_faulty) {
  ImportedWorkspace imported{{.workspace_format = 3}, digest_of(""), 3, {}};
  EXPECT_THAT(told(imported, "new.hds"), AllOf(HasSubstr("“new.hds”"), Not(HasSubstr("format")), Not(HasSubstr("fault"))));
  imported.format = 10;
  imported.defects = {"Site 1 is odd.", "Site 2 is odd."};
  EXPECT_THAT(told(imported, "new.hds"), AllOf(HasSubstr("from format 3 to format 10"), HasSubstr("2 faults"), HasSubstr("Site 1 is odd.")));
}

} // namespace
