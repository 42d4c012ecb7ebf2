#include "tests/support/workspaces.hpp"
#include "toolkit/dossier/build_dossier.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/page/pdf_writer.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <gmock/gmock.h>

#include <set>

using namespace hdskit;
using namespace tests;

namespace {

Date day() { return *Date::of(2026, 11, 22); }

void fill(Workspace& workspace, const std::filesystem::path& folder) {
  page::Document annex{.metadata = {.title = "PSSI", .created = Instant::at_midnight(day())}};
  annex.blocks = {{page::Heading{.text = {{.text = "Politique"}}, .anchor = "a"}}};
  page::write_pdf(annex, folder / "pssi.pdf");
  workspace.change(acting(), [&](Change& change) {
    adopt_checklist(change, std::string{shipped_checklist("agrement-2006")});
    for (const auto* code : {"PSSI", "PCA"}) {
      Evidence evidence;
      evidence.code = code;
      evidence.title = code;
      evidence.requirements = {"R1111-9-2"};
      add_evidence(change, evidence, folder / "pssi.pdf");
    }
  });
}

} // namespace

/// A build lasts; whoever answers meanwhile must not wait for it. Patience of nought finds every lock that is held.
TEST(BuildBesideChanges, holds_nothing_while_it_works) {
  const ScratchFolder folder;
  const auto location = (folder.path() / "w.hds").string();
  auto workspace = Workspace::create(location, acting());
  fill(workspace, folder.path());
  auto beside = Workspace::open(location, std::chrono::milliseconds{0});
  std::set<std::string> steps;
  const Progress progress{.report =
                              [&](const std::string& step, std::uint64_t, std::uint64_t) {
                                steps.insert(step);
                                EXPECT_NO_THROW(beside.change(acting(), [&](Change& change) {
                                  Site site;
                                  site.name = "Salle " + step;
                                  add_record(change, site);
                                })) << step;
                              },
                          .cancelled = {}};
  build_dossier(Workspace::open(location), {.day = day(), .output = folder.path() / "dossier.pdf", .odt = true}, progress);
  EXPECT_GE(steps.size(), 3u) << "annexes, pages and archive at the least";
}
