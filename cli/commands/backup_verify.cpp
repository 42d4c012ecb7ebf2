#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/reading_rate.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/verification/comparison.hpp"
#include "toolkit/verification/escaped_path.hpp"
#include "toolkit/verification/manifest.hpp"

#include <array>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

/// The words of Aspect, in its order.
constexpr std::string_view aspect_words[] = {"content", "size", "kind", "mode", "owner", "time", "target", "twin", "attributes", "acl", "sparse", "device"};
static_assert(std::size(aspect_words) == aspect_count);

constexpr Option operands[] = {
    {.name = "folder", .placeholder = marked("DIR"), .help = marked("The folder to compare: what was restored."), .kind = OptionKind::path, .required = true},
};

constexpr Option options[] = {
    {.name = "manifest", .placeholder = marked("FILE"), .help = marked("What it ought to be."), .kind = OptionKind::path, .required = true},
    {.name = "ignore",
     .placeholder = marked("ASPECT"),
     .help = marked("Do not compare this."),
     .kind = OptionKind::choice,
     .repeatable = true,
     .choices = aspect_words},
};

ComparisonPolicy policy_of(const Arguments& arguments) {
  ComparisonPolicy policy;
  for (const auto& word : arguments.all("ignore")) policy.comparable.erase(static_cast<Aspect>(std::ranges::find(aspect_words, word) - aspect_words));
  return policy;
}

std::vector<Aspect> list_of(AspectSet set) {
  std::vector<Aspect> aspects;
  for (std::size_t i = 0; i < aspect_count; ++i)
    if (set.has(static_cast<Aspect>(i))) aspects.push_back(static_cast<Aspect>(i));
  return aspects;
}

/// The lists of the JSON answer.
class Answer {
public:
  void take(const Difference& difference) {
    const auto path = escaped_path(difference.path);
    list_for(difference.verdict).emplace_back(path);
    if (difference.aspects.empty()) return;
    json::array words;
    for (const auto aspect : list_of(difference.aspects)) words.emplace_back(word_of(aspect));
    aspects_[path] = std::move(words);
  }
  json::object object(std::uint64_t same) {
    return {{"same", same},
            {"changed", std::move(changed_)},
            {"missing", std::move(missing_)},
            {"extra", std::move(extra_)},
            {"unreadable", std::move(unreadable_)},
            {"aspects", std::move(aspects_)}};
  }

private:
  json::array& list_for(EntryVerdict verdict) {
    switch (verdict) {
      case EntryVerdict::missing: return missing_;
      case EntryVerdict::extra: return extra_;
      case EntryVerdict::unreadable: return unreadable_;
      default: return changed_; // truncated too
    }
  }
  json::array changed_, missing_, extra_, unreadable_;
  json::object aspects_;
};

void print_line(std::ostream& out, const Difference& difference) {
  std::vector<std::string> why;
  for (const auto aspect : list_of(difference.aspects)) why.push_back(label_of(aspect));
  if (!difference.failure.empty()) why.push_back(difference.failure);
  out << label_of(difference.verdict) << "  " << escaped_path(difference.path) << (why.empty() ? "" : "  (" + joined(why, ", ") + ")") << '\n';
}

void print_totals(std::ostream& out, const ComparisonTotals& totals) {
  if (totals.differences() == 0)
    out << tr("Equal: {1} entries, of which {2} files.", {std::to_string(totals.same), std::to_string(totals.found_files)}) << '\n';
  else
    out << tr("{1} the same, {2} changed, {3} truncated, {4} missing, {5} extra, {6} unreadable.",
              {std::to_string(totals.same), std::to_string(totals.changed), std::to_string(totals.truncated), std::to_string(totals.missing),
               std::to_string(totals.extra), std::to_string(totals.unreadable)})
        << '\n';
}

int run(Context& context) {
  const std::filesystem::path manifest = context.arguments.text("manifest");
  const auto policy = policy_of(context.arguments);
  TreeReading reading;
  reading.progress = with_reading_rate(context.start_progress());
  reading.expected_bytes = examine_manifest(manifest).bytes; // a damaged one is told before hours of reading
  if (!policy.comparable.has(Aspect::content)) reading.wants_content = [](const TreeEntry&) { return false; };
  ManifestReader reader{manifest};
  Answer answer;
  TreeComparison comparison{[&](TreeEntry& entry) { return reader.next(entry); }, policy,
                            [&](const Difference& difference) {
                              if (context.json) answer.take(difference);
                              else print_line(context.out, difference);
                            }};
  read_tree(context.arguments.text("folder"), reading, [&](const TreeEntry& entry) { comparison.found(entry); });
  const auto totals = comparison.finish();
  if (context.json) print_json(context.out, answer.object(totals.same));
  else print_totals(context.out, totals);
  return totals.differences() == 0 ? 0 : 1;
}

} // namespace

extern const Command backup_verify;
const Command backup_verify{
    .name = "backup verify",
    .summary = marked("Compare a folder with a manifest, byte for byte"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
