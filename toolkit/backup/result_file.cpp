#include "toolkit/backup/result_file.hpp"

#include "toolkit/backup/file_lock.hpp"
#include "toolkit/backup/restore_report_json.hpp"
#include "toolkit/backup/result_heading.hpp"
#include "toolkit/backup/signing_key.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::string_view state_word = "hdskit-restore-state 1";
constexpr std::uint64_t longest_state = 1024, longest_report = 1u << 20;

// What a machine remembers between two results

struct MachineState {
  std::int64_t number = 0;
  std::string digest;
};

std::string state_text(const std::string& fingerprint, const MachineState& state) {
  return std::string{state_word} + "\nkey " + fingerprint + "\nnumber " + std::to_string(state.number) + "\ndigest " + state.digest + "\n";
}

MachineState read_state(const std::filesystem::path& file, const std::string& fingerprint) {
  if (!std::filesystem::exists(file)) return {};
  const auto text = read_file(file, longest_state);
  const auto lines = lines_of(text);
  MachineState state;
  const bool readable = lines.size() == 4 && lines[0] == state_word && lines[2].starts_with("number ") && lines[3].starts_with("digest ");
  if (readable) {
    from_field_text(lines[2].substr(7), state.number);
    state.digest = lines[3].substr(7);
  }
  if (!readable || lines[1] != "key " + fingerprint || state.number < 1 || !Digest::parse(state.digest))
    throw Problem{ProblemKind::bad_input, file.string(), tr("“{1}” does not say where the results of this key stand.", {file.string()}),
                  tr("Put it back from a copy. Without it results would bear numbers that were given, which importing tells of.")};
  return state;
}

// Writing

std::vector<std::pair<std::string_view, std::filesystem::path>> files_of(const RestoreTestOutcome& outcome) {
  std::vector<std::pair<std::string_view, std::filesystem::path>> files;
  const std::filesystem::path* paths[] = {&outcome.manifest, &outcome.differences, &outcome.log};
  for (std::size_t i = 0; i < std::size(paths); ++i)
    if (!paths[i]->empty()) files.emplace_back(result_part_names[i + 1], *paths[i]);
  return files;
}

/// Copies a part that was measured before: it must be the same still.
void append(PendingFile& result, const std::filesystem::path& file, const ResultPart& part) {
  Sha256 sha;
  read_in_pieces(file, [&](std::string_view bytes) {
    sha.update(bytes);
    result.write(bytes);
  });
  if (sha.finish() == part.digest) return;
  throw Problem{ProblemKind::damaged, file.string(), tr("“{1}” changed while it was being read.", {file.string()}), tr("Run the test again.")};
}

// Opening

[[noreturn]] void refuse_damaged(const std::filesystem::path& file, const std::string& sentence) {
  throw Problem{ProblemKind::damaged, file.string(), sentence, tr("Fetch the result from the machine again; nothing was imported.")};
}

const BackupMachine& machine_of(const std::string& fingerprint, std::span<const BackupMachine> machines, const std::filesystem::path& file) {
  const auto found = std::ranges::find(machines, fingerprint, &BackupMachine::fingerprint);
  if (found != machines.end()) return *found;
  throw Problem{ProblemKind::refused, file.string(), tr("“{1}” is signed with a key that nobody recorded here: {2}", {file.string(), fingerprint}),
                tr("If it is one of yours, compare this fingerprint with the machine’s, then: hdskit backup machine add")};
}

/// Writes each part to its file in `folder`, proving its digest before any of it is believed.
class PartExtraction {
public:
  PartExtraction(const std::filesystem::path& file, const ResultLines& lines, const std::filesystem::path& folder)
      : file_{file}, lines_{lines}, folder_{folder} {}

  void run() {
    std::uint64_t skip = lines_.size;
    begin();
    read_in_pieces(file_, [&](std::string_view bytes) {
      const auto passed = std::min<std::uint64_t>(skip, bytes.size());
      skip -= passed;
      take(bytes.substr(passed));
    });
    if (part_ != lines_.parts.size()) refuse_damaged(file_, tr("“{1}” is cut: its part “{2}” is not all there.", {file_.string(), lines_.parts[part_].name}));
  }

private:
  void begin() {
    while (part_ < lines_.parts.size()) {
      output_.emplace(folder_ / lines_.parts[part_].name);
      sha_ = Sha256{};
      left_ = lines_.parts[part_].length;
      if (left_ > 0) return;
      finish(); // an empty part
    }
  }
  void finish() {
    const auto& part = lines_.parts[part_];
    if (sha_.finish() != part.digest)
      refuse_damaged(file_, tr("“{1}” was altered: its part “{2}” is not what the machine signed.", {file_.string(), part.name}));
    output_->commit();
    output_.reset();
    ++part_;
  }
  void take(std::string_view bytes) {
    while (!bytes.empty()) {
      if (part_ == lines_.parts.size()) refuse_damaged(file_, tr("“{1}” goes on after its end.", {file_.string()}));
      const auto piece = bytes.substr(0, std::min<std::uint64_t>(left_, bytes.size()));
      sha_.update(piece);
      output_->write(piece);
      left_ -= piece.size();
      bytes.remove_prefix(piece.size());
      if (left_ > 0) continue;
      finish();
      begin();
    }
  }

  const std::filesystem::path& file_;
  const ResultLines& lines_;
  const std::filesystem::path& folder_;
  std::size_t part_ = 0;
  std::uint64_t left_ = 0;
  std::optional<PendingFile> output_;
  Sha256 sha_;
};

} // namespace

void write_result(const RestoreTestOutcome& outcome, const std::filesystem::path& key, const std::filesystem::path& state, const std::filesystem::path& file,
                  const std::string& mark) {
  const auto keys = read_signing_key(key);
  const FileLock lock{state.string() + ".lock", tr("the results of this machine"), FileLock::Wait::yes};
  ResultHeading heading{.key_fingerprint = key_fingerprint(keys.public_pem), .run_id = outcome.report.run_id, .workspace = mark};
  const auto last = read_state(state, heading.key_fingerprint);
  heading.number = last.number + 1;
  heading.previous = last.digest;

  const auto report = report_text(outcome.report);
  std::vector<ResultPart> parts{{result_part_names.front(), report.size(), digest_of(report)}};
  const auto files = files_of(outcome);
  for (const auto& [name, path] : files) parts.push_back({name, std::filesystem::file_size(path), digest_of_file(path)});

  const auto lines = signed_lines(heading, parts);
  PendingFile result{file};
  result.write(lines);
  result.write(signature_line(sign(lines, keys.private_pem)));
  result.write(report);
  for (std::size_t i = 0; i < files.size(); ++i) append(result, files[i].second, parts[i + 1]);
  result.commit();
  write_file(state, state_text(heading.key_fingerprint, {heading.number, digest_of(lines).hex()}));
}

OpenedResult open_result(const std::filesystem::path& file, std::span<const BackupMachine> machines, const std::filesystem::path& folder) {
  const auto lines = parse_result_heading(read_start(file, longest_result_heading), file.string());
  const auto& machine = machine_of(lines.heading.key_fingerprint, machines, file);
  if (!signature_matches(lines.signed_text, lines.signature, machine.public_key))
    refuse_damaged(file, tr("The signature of “{1}” is not that of the machine {2} on what it says.", {file.string(), machine.reference}));
  if (lines.parts.front().length > longest_report) refuse_damaged(file, tr("The report in “{1}” is too long.", {file.string()}));
  PartExtraction{file, lines, folder}.run();

  OpenedResult opened{.heading = lines.heading, .outcome = {}};
  opened.outcome.report = parse_report(read_file(folder / result_part_names.front(), longest_report), file.string());
  if (opened.outcome.report.run_id != lines.heading.run_id) refuse_damaged(file, tr("“{1}” holds the report of another test than it says.", {file.string()}));
  std::filesystem::path* paths[] = {&opened.outcome.manifest, &opened.outcome.differences, &opened.outcome.log};
  for (const auto& part : lines.parts)
    for (std::size_t i = 0; i < std::size(paths); ++i)
      if (part.name == result_part_names[i + 1]) *paths[i] = folder / part.name;
  opened.outcome.result = MachineResult{machine.reference, lines.heading.number, lines.heading.previous, lines.heading.digest};
  return opened;
}

} // namespace hdskit
