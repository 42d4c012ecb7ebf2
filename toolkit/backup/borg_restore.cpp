#include "toolkit/backup/borg_restore.hpp"

#include "toolkit/backup/borg_command.hpp"
#include "toolkit/backup/borg_repository.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

namespace fs = std::filesystem;

/// Thrown into the listing once its first line was read: the rest would cost time that is being taken.
struct EnoughRead {};

/// The first entry of the archive, when it is a folder.
std::string first_folder(const SourceAccess& access, const std::string& archive) {
  std::string folder;
  LineCutter lines{"borg", [&](std::string_view line) {
                     if (const auto item = read_borg_item(line); item.folder && item.path != ".") folder = item.path;
                     throw EnoughRead{};
                   }};
  try {
    access.run(borg_command(access, {"list", "--format={type} {size} {bpath!a}{NL}", borg_repository(access) + "::" + archive}), borg_package,
               [&](std::string_view piece) { lines.see(piece); });
  } catch (const EnoughRead&) {}
  return folder;
}

/// Below `into`, when nothing was restored beside it; `into` otherwise. Never through a link.
fs::path tree_of(const fs::path& into, const std::string& root) {
  fs::path tree = into;
  std::error_code error;
  for (const auto& name : root.empty() ? std::vector<std::string>{} : split(root, '/')) {
    const fs::directory_iterator entries{tree, error};
    if (error || std::distance(begin(entries), end(entries)) != 1) return into;
    tree /= name;
    if (fs::symlink_status(tree, error).type() != fs::file_type::directory) return into;
  }
  return tree;
}

ChildResult extract(const SourceAccess& access, const std::string& archive, const fs::path& into, std::span<const std::string> options) {
  std::vector<std::string> words{"extract", "--sparse", "--numeric-ids"};
  words.insert(words.end(), options.begin(), options.end());
  words.push_back(borg_repository(access) + "::" + archive);
  auto command = borg_command(access, std::move(words));
  command.folder = into; // borg restores into its working folder
  return access.run(std::move(command), borg_package);
}

/// Status 1 is a warning to borg, and the only sign that it restored zeros in place of lost data.
NativeCheck check_of(const SourceAccess& access, const ChildResult& result) {
  const auto messages = read_borg_messages(result.errors);
  refuse_borg_obstacle(access, result, messages);
  NativeCheck check;
  check.name = "borg extract";
  check.status = result.status;
  check.passed = result.status == 0;
  if (check.passed) {
    check.sentence = tr("borg restored the backup and raised no objection.");
  } else if (messages.errors == 0 && messages.warnings > 0 && messages.warnings == messages.rights) {
    check.grave = false;
    check.sentence = tr("borg could not set attributes that only an administrator may set.");
  } else {
    require_unchanged_borg_repository(access);
    const auto said = borg_words(messages);
    check.sentence = says_any(said, {"all-zero"}) ? tr("Data of the backup are lost: borg restored zeros in their place ({1}).", {said})
                                                  : tr("borg could not restore everything ({1}).", {said.empty() ? "?" : said});
  }
  return check;
}

struct SamplePatterns {
  std::string file;                 ///< of the pattern file
  std::vector<std::string> options; ///< what no pattern file can hold
  std::string root;
};

SamplePatterns patterns_of_sample(const SourceAccess& access, const std::string& archive, const std::function<bool(std::string_view)>& wanted) {
  SamplePatterns patterns;
  walk_borg_archive(
      access, archive, [&](const std::string& root) { patterns.root = root; },
      [&](const BorgItem& item) {
        const auto path = within_borg_root(patterns.root, item.path);
        if (item.file && !(path && wanted(*path))) return;
        if (fits_pattern_file(item.path)) patterns.file += "+ pf:" + item.path + "\n";
        else patterns.options.push_back("--pattern=+ pf:" + item.path);
      });
  return patterns;
}

/// The pattern file comes in the last run: it holds the folders, which get their times back when all else is in them.
NativeCheck extract_sample(const SourceAccess& access, const std::string& archive, const fs::path& into, const SamplePatterns& patterns) {
  const auto file = fs::absolute(access.workshop / "borg-patterns");
  write_file(file, patterns.file);
  constexpr std::size_t most_patterns = 4096; // each of these is one argument
  auto batches = batches_of_arguments(patterns.options, most_patterns);
  if (batches.empty()) batches.emplace_back();
  NativeCheck check;
  for (auto batch = batches.begin(); batch != batches.end(); ++batch) {
    std::vector<std::string> options{batch->begin(), batch->end()};
    if (std::next(batch) == batches.end()) options.push_back("--patterns-from=" + file.string());
    options.emplace_back("--pattern=- sh:**"); // the first pattern that fits decides
    check = check_of(access, extract(access, archive, into, options));
    if (!check.passed) break;
  }
  return check;
}

} // namespace

bool fits_pattern_file(std::string_view path) {
  const auto is_plain = [](unsigned char byte) { return byte >= 0x20 && byte != 0x7F; };
  const auto last = static_cast<unsigned char>(path.back());
  return last > 0x20 && last < 0x7F && is_utf8(path) && std::ranges::all_of(path, [&](char byte) { return is_plain(static_cast<unsigned char>(byte)); });
}

RestoredState restore_borg(const SourceAccess& access, const BackupPoint& point, const RestoreOrder& order) {
  RestoredState state;
  if (!order.wanted) {
    state.checks.push_back(check_of(access, extract(access, point.id, order.into, {})));
    state.tree = tree_of(order.into, first_folder(access, point.id));
    return state;
  }
  const auto patterns = patterns_of_sample(access, point.id, order.wanted);
  state.checks.push_back(extract_sample(access, point.id, order.into, patterns));
  state.tree = patterns.root.empty() ? order.into : order.into / patterns.root;
  return state;
}

} // namespace hdskit
