#include "toolkit/demonstration/demonstration_backups.hpp"

#include "toolkit/backup/backup_store.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/dossier/file_restore_test.hpp"

namespace hdskit {
namespace {

constexpr const char* repository_source = "DPI-DOSSIERS";
constexpr const char* dump_source = "LABO-EXPORT";
constexpr const char* offline_source = "BANDE-HEBDO";

class BackupsOfDemonstration {
public:
  BackupsOfDemonstration(Workspace& workspace, const std::filesystem::path& folder, const DemonstrationBackups& backups, const Acting& acting,
                         const Progress& progress)
      : workspace_{workspace}, folder_{folder}, backups_{backups}, acting_{acting}, progress_{progress} {}

  std::vector<std::string> make() {
    add_offline_copy();
    try_part([&] { add_repository(); });
    try_part([&] { add_dump(); });
    return std::move(notes_);
  }

private:
  /// A tool that this machine lacks leaves its part out, and is told.
  template <typename Part> void try_part(Part part) {
    try {
      part();
    } catch (const Problem& problem) {
      if (problem.kind() != ProblemKind::not_found && problem.kind() != ProblemKind::unreachable) throw;
      notes_.push_back(std::string{problem.what()} + " " + problem.remedy());
    }
  }

  void add_source(Assignments assignments) {
    workspace_.change(acting_, [&](Change& change) { backup_kind(BackupSource::type().kind).add(change, assignments); });
  }

  /// Recorded and never tested: a gap.
  void add_offline_copy() {
    const auto copy = folder_ / "bande-hebdomadaire";
    make_private_folder(copy);
    write_file(copy / "etiquette.txt", "Jeu 3 de 8, données fictives de démonstration.\n");
    add_source({{"reference", offline_source},
                {"kind", "directory"},
                {"location", copy.string()},
                {"arrangement", "SV8"},
                {"copy", "offline"},
                {"period", "7 j"},
                {"note", "Bande hebdomadaire du coffre Anglin, jamais essayée par l’outil."}});
  }

  void add_repository() {
    const auto made = make_repository(folder_, backups_, Instant{backups_.world.now().seconds() - std::chrono::minutes{25}}, progress_);
    add_source({{"reference", repository_source},
                {"kind", "restic"},
                {"location", made.location.string()},
                {"service", "DPI"},
                {"copy", "other_site"},
                {"password_file", made.password_file.string()},
                {"reference_manifest", made.manifest.string()},
                {"test_every", "90"},
                {"referent", "Lucie Hannebert"},
                {"note", "Documents du dossier patient, données fictives."}});
    test(repository_source);
  }

  /// Cut as a full disk cuts it: the dump looks like one, and lacks its end.
  void add_dump() {
    const auto whole = make_dump(folder_, backups_, progress_);
    const auto cut = folder_ / "laboratoire-tronque.dump";
    write_file(cut, read_start(whole, std::filesystem::file_size(whole) * 3 / 5));
    add_source({{"reference", dump_source},
                {"kind", "postgresql-dump"},
                {"location", cut.string()},
                {"service", "LABO"},
                {"copy", "primary"},
                {"check_query", "select count(*) from resultat"},
                {"newest_query", "select max(rendu_le) from resultat"},
                {"test_every", "90"},
                {"note", "Export tronqué à dessein\u00A0; laboratoire.dump, à côté, est entier."}});
    test(dump_source);
  }

  void test(const std::string& reference) {
    const auto source = find_source(workspace_, reference);
    const ScratchFolder results{backups_.scratch_parent};
    RestoreTestOrder order{.source = source, .objectives = objectives_of(source, read_continuity(workspace_))};
    order.scratch_parent = backups_.scratch_parent;
    order.results = results.path();
    order.host = "sauvegarde-demo";
    order.operator_name = acting_.name;
    order.hdskit_version = backups_.hdskit_version;
    const auto outcome = run_restore_test(order, backups_.world, progress_);
    file_restore_test(workspace_, acting_, outcome, acting_.at.utc_date());
  }

  Workspace& workspace_;
  const std::filesystem::path& folder_;
  const DemonstrationBackups& backups_;
  const Acting& acting_;
  const Progress& progress_;
  std::vector<std::string> notes_;
};

} // namespace

std::filesystem::path backups_folder(const std::filesystem::path& workspace) {
  return std::filesystem::absolute(workspace).lexically_normal().replace_extension().concat("-sauvegardes");
}

void make_private_folder(const std::filesystem::path& folder) {
  std::filesystem::create_directory(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
}

std::vector<std::string> add_demonstration_backups(Workspace& workspace, const std::filesystem::path& folder, const DemonstrationBackups& backups,
                                                   const Acting& acting, const Progress& progress) {
  if (std::filesystem::exists(folder))
    throw Problem{ProblemKind::refused, folder.string(), tr("“{1}” exists already.", {folder.string()}),
                  tr("Choose another name, or make the demonstration without backups: --without-backups")};
  make_private_folder(folder);
  try {
    return BackupsOfDemonstration{workspace, folder, backups, acting, progress}.make();
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    throw;
  }
}

} // namespace hdskit
