#include "toolkit/backup/restic_command.hpp"

#include "toolkit/backup/restic_answers.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

constexpr std::array remote_schemes{"sftp:", "rest:", "s3:", "b2:", "azure:", "gs:", "swift:", "rclone:"};

bool is_remote(std::string_view location) {
  return std::ranges::any_of(remote_schemes, [&](std::string_view scheme) { return location.starts_with(scheme); });
}

/// restic works in the workshop: a location that is relative to our folder would be another one there.
std::string location_for_restic(std::string_view location) {
  if (is_remote(location)) return std::string{location};
  constexpr std::string_view scheme = "local:";
  if (location.starts_with(scheme)) location.remove_prefix(scheme.size());
  return std::filesystem::absolute(std::filesystem::path{location}).string();
}

[[noreturn]] void refuse(ProblemKind kind, const SourceAccess& access, std::string sentence, std::string remedy) {
  throw Problem{kind, without_passwords(access.source.location), std::move(sentence), std::move(remedy)};
}

bool names_no_repository(std::string_view said) {
  return says_any(said, {"is there a repository at the following location", "repository does not exist", "unable to open config file"}) &&
         says_any(said, {"no such file or directory", "does not exist", "not a directory"});
}

bool cannot_be_reached(std::string_view said) {
  return says_any(said, {"connection refused", "connection closed", "connection reset", "unable to start the sftp session", "could not resolve", "no such host",
                         "no route to host", "network is unreachable", "i/o timeout", "permission denied (publickey", "host key verification failed",
                         "connection timed out", "executable file not found"});
}

std::string holder_of(const ResticLock& lock) {
  return tr("{1} on {2} (process {3}) since {4}",
            {lock.user.empty() ? "?" : lock.user, lock.host.empty() ? "?" : lock.host, std::to_string(lock.process), lock.since ? lock.since->iso() : "?"});
}

} // namespace

ChildCommand restic_command(const SourceAccess& access, std::vector<std::string> words) {
  if (!access.secret)
    refuse(ProblemKind::refused, access, tr("The source “{1}” has no password, and restic opens no repository without one.", {access.source.reference}),
           tr("Give it a password file or a password command."));
  ChildCommand command;
  command.words = {"restic", "--no-lock", "--password-file", "/dev/fd/" + std::to_string(secret_descriptor)};
  if (const auto location = location_for_restic(access.source.location); without_passwords(location) == location) {
    command.words.insert(command.words.end(), {"--repo", location});
  } else { // rest:https://user:password@server: everybody sees a command line
    const auto file = access.workshop / "restic-location";
    write_file(file, location);
    command.words.insert(command.words.end(), {"--repository-file", file.string()});
  }
  // a remote repository without any cache takes a request a folder; the one in the workshop begins empty, as at a new site
  if (is_remote(access.source.location)) command.words.insert(command.words.end(), {"--cache-dir", (access.workshop / "restic-cache").string()});
  else command.words.emplace_back("--no-cache");
  command.words.insert(command.words.end(), words.begin(), words.end());
  command.path = access.tools.path;
  command.folder = access.workshop;
  command.secret = access.secret;
  if (is_remote(access.source.location) && !access.tools.home.empty()) command.environment.emplace_back("HOME", access.tools.home.string()); // keys of ssh
  return command;
}

void refuse_restic_obstacle(const SourceAccess& access, const ChildResult& result) {
  if (result.status == 0) return;
  const std::string_view said = result.errors;
  const auto location = without_passwords(access.source.location);
  // 10, 11 and 12 are exit codes of restic 0.17 and later, and of no version before
  if (result.status == 12 || says_any(said, {"wrong password or no key found"}))
    refuse(ProblemKind::refused, access, tr("restic does not open “{1}” with the password of the source.", {location}),
           tr("Check the password file or command: a backup whose password is lost is lost too."));
  if (result.status == 11 || says_any(said, {"repository is already locked"}))
    refuse(ProblemKind::busy, access, tr("The restic repository “{1}” is locked.", {location}), tr("Run the test again when nothing changes the repository."));
  if (is_remote(location) && cannot_be_reached(said))
    refuse(ProblemKind::unreachable, access, tr("The restic repository “{1}” cannot be reached.", {location}),
           tr("Check the network, the server, and the key that this machine shows it."));
  if (result.status == 10 || names_no_repository(said))
    refuse(ProblemKind::not_found, access, tr("There is no restic repository at “{1}”.", {location}), tr("Correct the location of the source, or mount it."));
  if (says_any(said, {"no matching id found", "no snapshot found"}))
    refuse(ProblemKind::not_found, access, tr("The restic repository “{1}” no longer has the backup that was chosen.", {location}), tr("Run the test again."));
  if (says_any(said, {": permission denied"}))
    refuse(ProblemKind::refused, access, tr("restic may not read everything in “{1}”, or may not write to the scratch space.", {location}),
           tr("Run the test as a user who may read the repository."));
}

void require_success_of_restic(const SourceAccess& access, const ChildResult& result) {
  if (result.status == 0) return;
  refuse_restic_obstacle(access, result);
  const auto said = restic_words(result.errors);
  refuse(ProblemKind::damaged, access,
         tr("restic cannot read the repository “{1}” ({2}).", {without_passwords(access.source.location), said.empty() ? "?" : said}),
         tr("Put the repository right from another copy; the log of the test holds what restic said."));
}

ToolAnswer ask_restic(const SourceAccess& access, std::vector<std::string> words) {
  auto answer = ask_tool(access, restic_command(access, std::move(words)), restic_package);
  require_success_of_restic(access, answer.result);
  return answer;
}

void require_no_exclusive_restic_lock(const SourceAccess& access) {
  constexpr std::size_t most_looked_at = 32; // each look costs half a second; more locks than that are left-overs of shared ones
  const auto list = ask_restic(access, {"list", "locks"});
  std::size_t looked_at = 0;
  for (const auto id : lines_of(list.text)) {
    if (id.size() != 64 || ++looked_at > most_looked_at) continue;
    const auto answer = ask_tool(access, restic_command(access, {"cat", "lock", std::string{id}}), restic_package);
    if (answer.result.status != 0) continue; // given back meanwhile
    if (const auto lock = read_restic_lock(answer.text); lock.exclusive)
      refuse(ProblemKind::busy, access,
             tr("The restic repository “{1}” is locked for changes by {2}.", {without_passwords(access.source.location), holder_of(lock)}),
             tr("Run the test again later; when nothing runs there any more, `restic unlock` removes the lock that a killed restic left."));
  }
}

std::string restic_words(std::string_view messages) {
  static constexpr std::array<std::string_view, 16> phrases{"ciphertext verification failed",
                                                            "invalid data returned",
                                                            "config or key",
                                                            "config cannot be loaded",
                                                            "config file has zero size",
                                                            "does not exist",
                                                            "no such file or directory",
                                                            "hash does not match",
                                                            "unexpected hash",
                                                            "wrong data returned",
                                                            "unexpected EOF",
                                                            "LoadIndex returned errors",
                                                            "not found in index",
                                                            "is truncated",
                                                            "could not load snapshot",
                                                            "input/output error"};
  return words_said(messages, phrases);
}

} // namespace hdskit
