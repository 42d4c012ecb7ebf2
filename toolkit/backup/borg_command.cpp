#include "toolkit/backup/borg_command.hpp"

#include "toolkit/backup/borg_repository.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

[[noreturn]] void refuse(ProblemKind kind, const SourceAccess& access, std::string sentence, std::string remedy) {
  throw Problem{kind, without_passwords(access.source.location), std::move(sentence), std::move(remedy)};
}

bool any_named(const BorgMessages& messages, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names, [&](std::string_view name) { return messages.named(name); });
}

/// A key that lies outside the repository is looked for where borg of that person keeps it.
void show_keys(const SourceAccess& access, ChildCommand& command) {
  if (access.tools.home.empty()) return;
  const auto keys = access.tools.home / ".config" / "borg" / "keys";
  std::error_code error;
  if (std::filesystem::is_directory(keys, error)) command.environment.emplace_back("BORG_KEYS_DIR", keys.string());
  if (!is_remote_borg(access.source.location)) return;
  command.environment.emplace_back("HOME", access.tools.home.string()); // keys of ssh
  command.environment.emplace_back("BORG_RSH", "ssh -o BatchMode=yes"); // never waits for a person
}

} // namespace

ChildCommand borg_command(const SourceAccess& access, std::vector<std::string> words) {
  ChildCommand command;
  command.words = {"borg", "--log-json", "--bypass-lock"};
  command.words.insert(command.words.end(), words.begin(), words.end());
  command.path = access.tools.path;
  command.folder = access.workshop;
  command.environment = {{"BORG_BASE_DIR", std::filesystem::absolute(access.workshop / "borg").string()},
                         {"BORG_RELOCATED_REPO_ACCESS_IS_OK", "yes"},
                         {"BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK", "yes"},
                         {"TZ", "UTC"}};
  if (access.secret) {
    command.secret = access.secret;
    command.environment.emplace_back("BORG_PASSPHRASE_FD", std::to_string(secret_descriptor));
  } else {
    command.environment.emplace_back("BORG_PASSPHRASE", ""); // a key without one; borg would ask a person
  }
  show_keys(access, command);
  return command;
}

void refuse_borg_obstacle(const SourceAccess& access, const ChildResult& result, const BorgMessages& messages) {
  if (result.status == 0) return;
  const auto location = without_passwords(access.source.location);
  if (any_named(messages, {"PassphraseWrong", "NoPassphraseFailure", "PasswordRetriesExceeded"}))
    refuse(ProblemKind::refused, access, tr("borg does not open “{1}” with the password of the source.", {location}),
           tr("Check the password file or command: a backup whose password is lost is lost too."));
  if (any_named(messages, {"KeyfileNotFoundError", "KeyfileInvalidError", "KeyfileMismatchError"}))
    refuse(ProblemKind::refused, access, tr("The key of the borg repository “{1}” lies outside it, and this machine does not have it.", {location}),
           tr("Import the key with `borg key import`, and keep a copy of it elsewhere: without it the backups are lost."));
  if (any_named(messages, {"LockTimeout", "LockError", "LockErrorT", "LockFailed"}))
    refuse(ProblemKind::busy, access, tr("The borg repository “{1}” is locked.", {location}), tr("Run the test again when nothing changes the repository."));
  if (any_named(messages, {"ConnectionClosed", "ConnectionClosedWithHint", "ConnectionBrokenWithHint"}))
    refuse(ProblemKind::unreachable, access, tr("The borg repository “{1}” cannot be reached.", {location}),
           tr("Check the network, the server, borg on it, and the key that this machine shows it."));
  if (any_named(messages, {"Repository.DoesNotExist", "Repository.ParentPathDoesNotExist"}))
    refuse(ProblemKind::not_found, access, tr("There is no borg repository at “{1}”.", {location}), tr("Correct the location of the source, or mount it."));
  if (any_named(messages, {"Archive.DoesNotExist"}))
    refuse(ProblemKind::not_found, access, tr("The borg repository “{1}” no longer has the backup that was chosen.", {location}), tr("Run the test again."));
  if (any_named(messages, {"PathNotAllowed", "Repository.PathPermissionDenied"}) || says_any(messages.text, {"PermissionError: [Errno 13]"}))
    refuse(ProblemKind::refused, access, tr("borg may not read everything in “{1}”, or may not write to the scratch space.", {location}),
           tr("Run the test as a user who may read the repository."));
}

void require_success_of_borg(const SourceAccess& access, const ChildResult& result) {
  if (result.status == 0) return;
  const auto messages = read_borg_messages(result.errors);
  refuse_borg_obstacle(access, result, messages);
  require_unchanged_borg_repository(access);
  const auto said = borg_words(messages);
  refuse(ProblemKind::damaged, access,
         tr("borg cannot read the repository “{1}” ({2}).", {without_passwords(access.source.location), said.empty() ? "?" : said}),
         tr("Put the repository right from another copy; the log of the test holds what borg said."));
}

ToolAnswer ask_borg(const SourceAccess& access, std::vector<std::string> words) {
  auto answer = ask_tool(access, borg_command(access, std::move(words)), borg_package);
  require_success_of_borg(access, answer.result);
  return answer;
}

std::string borg_words(const BorgMessages& messages) {
  static constexpr std::array<std::string_view, 17> phrases{"segment entry checksum mismatch",
                                                            "segment entry data short read",
                                                            "invalid segment",
                                                            "index object count mismatch",
                                                            "repository index missing or corrupted",
                                                            "damaged (all-zero) chunks",
                                                            "data integrity error",
                                                            "object with key",
                                                            "authentication failed",
                                                            "hash mismatch",
                                                            "no such file or directory",
                                                            "does not have a valid configuration",
                                                            "is not a valid repository",
                                                            "has no section headers",
                                                            "no option",
                                                            "incorrect padding",
                                                            "input/output error"};
  return words_said(messages.text, phrases);
}

} // namespace hdskit
