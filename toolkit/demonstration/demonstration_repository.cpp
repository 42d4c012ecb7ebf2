#include "toolkit/demonstration/demonstration_backups.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <array>
#include <cstdio>

namespace hdskit {
namespace {

constexpr int records = 48; // files: enough for a tree of differences, few enough for a second
constexpr std::array wards = {"cardiologie", "geriatrie", "maternite", "urgences"};

std::string hexadecimal(std::string_view bytes) { return digest_of(bytes).hex(); }

/// Nobody is described: a number, a ward, a value that a rule gives.
std::string record_text(int number) {
  std::string text = "Document fictif de démonstration n°\u00A0" + std::to_string(number) + "\nService : " + wards[number % wards.size()] + "\n\n";
  for (int line = 1; line <= 40; ++line) text += "Mesure " + std::to_string(line) + " : " + std::to_string((number * 37 + line * 13) % 997) + "\n";
  return text;
}

/// Last written before the backup, as data at rest are.
void set_time(const std::filesystem::path& path, Instant at) {
  std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::from_sys(at.seconds()));
}

void write_data(const std::filesystem::path& data, Instant begun) {
  constexpr std::chrono::hours between{7};
  make_private_folder(data);
  for (const auto* ward : wards) make_private_folder(data / ward);
  for (int number = 1; number <= records; ++number) {
    char name[32];
    std::snprintf(name, sizeof name, "document-%03d.txt", number);
    const auto file = data / wards[static_cast<std::size_t>(number) % wards.size()] / name;
    write_file(file, record_text(number));
    set_time(file, Instant{begun.seconds() - std::chrono::minutes{5} - (records - number) * between});
  }
}

void run_restic(std::vector<std::string> words, const std::filesystem::path& folder, const DemonstrationBackups& backups, const std::string& password,
                const Progress& progress) {
  ChildCommand command;
  command.words = {"restic",     "--repo", (folder / "depot-restic").string(), "--password-file", "/dev/fd/" + std::to_string(secret_descriptor),
                   "--no-cache", "--quiet"};
  for (auto& word : words) command.words.push_back(std::move(word));
  command.path = backups.world.tools.path;
  command.environment = {{"TZ", "UTC"}};
  command.folder = folder;
  command.secret = password;
  const auto result = run_child(command, {.time = std::chrono::minutes{5}, .cancelled = progress.cancelled, .objection = {}});
  if (!result.succeeded())
    throw Problem{ProblemKind::unreachable, "restic", tr("restic could not make the repository of the demonstration: {1}", {result.errors}),
                  tr("Make the demonstration without backups: --without-backups")};
}

} // namespace

DemonstrationRepository make_repository(const std::filesystem::path& folder, const DemonstrationBackups& backups, Instant begun, const Progress& progress) {
  if (!find_program("restic", backups.world.tools.path))
    throw Problem{ProblemKind::not_found, "restic", tr("The program restic is not installed."), tr("Install the package {1}.", {"restic"})};
  const DemonstrationRepository made{folder / "depot-restic", folder / "mot-de-passe-restic", folder / "manifeste-donnees.txt"};
  const auto data = folder / "donnees";
  write_data(data, begun);
  const auto password = hexadecimal(backups.world.random(Digest::size));
  write_file(made.password_file, password + "\n");
  write_manifest(data, made.manifest, {.made_at = begun, .host = "dpi-demo", .root = data.string(), .tool = "hdskit " + backups.hdskit_version}, {});
  auto at = begun.iso(); // "2026-11-22T10:15:00Z" → "2026-11-22 10:15:00"
  at[10] = ' ';
  at.pop_back();
  run_restic({"init"}, folder, backups, password, progress);
  run_restic({"backup", "--host", "dpi-demo", "--tag", "nuit", "--time", at, data.string()}, folder, backups, password, progress);
  return made;
}

} // namespace hdskit
