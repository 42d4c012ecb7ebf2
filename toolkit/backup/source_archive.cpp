#include "toolkit/backup/archive_account.hpp"
#include "toolkit/backup/backup_files.hpp"
#include "toolkit/backup/source_driver.hpp"
#include "toolkit/backup/tool_answer.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::string_view endings[] = {".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".tzst", ".zip", ".7z"};
constexpr std::string_view package = "hdskit";

std::vector<BackupPoint> inventory(const SourceAccess& access) { return backup_files(access.source.location, access.source.selection, endings); }

ChildCommand unpacker(const SourceAccess& access, const std::filesystem::path& archive) {
  ChildCommand command;
  command.words = {access.tools.unpacker.empty() ? std::string{"hdskit-unpack"} : access.tools.unpacker.string(), "--archive", archive.string()};
  if (access.secret) {
    command.secret = access.secret;
    command.words.emplace_back("--secret");
  }
  return command;
}

std::vector<ToolVersion> versions(const SourceAccess& access) {
  ChildCommand command;
  command.words = {access.tools.unpacker.empty() ? std::string{"hdskit-unpack"} : access.tools.unpacker.string(), "--version"};
  const auto result = access.run(std::move(command), package);
  const auto words = split(std::string{trimmed(result.output)}, ' ');
  std::vector<ToolVersion> versions;
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) versions.push_back({words[i], words[i + 1]});
  return versions;
}

struct Unpacking {
  ArchiveAccount account;
  int status = 0;
};

/// Runs the program; each line but the last is a member.
Unpacking run_unpacker(const SourceAccess& access, ChildCommand command, const std::function<void(const ArchiveMember&)>& take) {
  std::string last;
  LineCutter lines{"hdskit-unpack", [&](std::string_view line) {
                     if (!last.empty() && take) take(parse_archive_member(last));
                     last = line;
                   }};
  const auto result = access.run(std::move(command), package, [&](std::string_view piece) { lines.see(piece); });
  lines.finish();
  if (result.status != 0 && result.status != 1 && last.empty())
    throw Problem{ProblemKind::unreachable, "hdskit-unpack", tr("The program “{1}” failed (status {2}).", {"hdskit-unpack", std::to_string(result.status)}),
                  tr("See the log of the test.")};
  Unpacking done{parse_archive_account(last), result.status};
  if (!access.log) return done;
  access.log("  archive: " + done.account.format + ", confined by: " + joined(done.account.confined_by, ", "));
  for (const auto& refused : done.account.refused_paths) access.log("  refused: " + refused);
  return done;
}

bool is_file(const ArchiveMember& member) { return member.kind == "file" || member.kind == "hard_link"; }

void list_files(const SourceAccess& access, const BackupPoint& point, const std::function<void(std::string_view path, std::uint64_t size)>& take) {
  const auto archive = file_of(access.source.location, point);
  const auto done = run_unpacker(access, unpacker(access, archive), [&](const ArchiveMember& member) {
    if (is_file(member)) take(member.path, member.size);
  });
  refuse_stopped(done.account, point.id);
}

/// The paths that are wanted, each ended by a zero byte. The bytes of a hard link are those of the member that it names, which has to come along.
std::filesystem::path write_wanted(const SourceAccess& access, const std::filesystem::path& archive, const RestoreOrder& order) {
  const auto path = access.workshop / "wanted";
  PendingFile list{path};
  const auto add = [&](const std::string& wanted) { list.write(wanted + '\0'); };
  run_unpacker(access, unpacker(access, archive), [&](const ArchiveMember& member) {
    if (member.kind == "folder" || !order.wanted(member.path)) return;
    add(member.path);
    if (member.kind == "hard_link") add(member.target);
  });
  list.commit();
  return path;
}

Digest digest_of_archive(const SourceAccess& access, const std::filesystem::path& archive) {
  Sha256 digest;
  read_in_pieces(archive, [&](std::string_view piece) {
    digest.update(piece);
    access.go_on();
  });
  return digest.finish();
}

std::uint64_t room_for(const SourceAccess& access, const std::filesystem::path& folder) {
  constexpr std::uint64_t gigabyte = 1'000'000'000;
  const auto free = std::max<std::uintmax_t>(1, std::filesystem::space(folder).available);
  return access.source.space_gb ? std::min<std::uint64_t>(free, static_cast<std::uint64_t>(*access.source.space_gb) * gigabyte) : free;
}

RestoredState restore(const SourceAccess& access, const BackupPoint& point, const RestoreOrder& order) {
  const auto archive = file_of(access.source.location, point);
  auto command = unpacker(access, archive);
  const auto add = [&](std::initializer_list<std::string> words) { command.words.insert(command.words.end(), words); };
  add({"--into", order.into.string(), "--most-bytes", std::to_string(room_for(access, order.into)), "--special"});
  if (access.tools.as_root) add({"--owners"});
  if (order.wanted) add({"--wanted", write_wanted(access, archive, order).string()});
  const auto done = run_unpacker(access, std::move(command), {});
  refuse_stopped(done.account, point.id);
  RestoredState state;
  state.tree = order.into;
  state.checks = checks_of(done.account, done.status);
  state.files = done.account.written;
  state.bytes = done.account.bytes;
  state.artefact = digest_of_archive(access, archive);
  return state;
}

} // namespace

extern const SourceDriver archive_driver;
const SourceDriver archive_driver{SourceKind::archive, {}, inventory, versions, nullptr, restore, list_files};

} // namespace hdskit
