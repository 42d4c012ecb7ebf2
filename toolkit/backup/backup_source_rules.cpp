#include "toolkit/backup/backup_source.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

constexpr AspectSet always{Aspect::content, Aspect::size, Aspect::kind};

/// By the end of the name of a file, or of each file of a pattern.
AspectSet kept_by_archive(std::string_view location) {
  const auto name = folded(location);
  // measured: zip and 7z keep neither owners, lists, extended attributes nor hard links
  if (name.ends_with(".zip") || name.ends_with(".7z")) return always | AspectSet{Aspect::mode, Aspect::time, Aspect::target};
  return AspectSet::all();
}

Aspect aspect_of_word(const std::string& word) {
  for (std::size_t i = 0; i < aspect_count; ++i)
    if (word_of(static_cast<Aspect>(i)) == word) return static_cast<Aspect>(i);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < aspect_count; ++i) words.emplace_back(word_of(static_cast<Aspect>(i)));
  throw Problem{ProblemKind::bad_input, word, tr("A restore cannot be asked to give back “{1}”.", {word}), tr("Choose among: {1}.", {joined(words, ", ")})};
}

} // namespace

AspectSet kept_by(SourceKind kind, std::string_view location, bool as_root) {
  auto kept = AspectSet::all();
  switch (kind) {
    case SourceKind::restic: // 0.14 and borg 1.2 fill holes: measured
    case SourceKind::borg: kept.erase(Aspect::sparse); break;
    case SourceKind::archive: kept = kept_by_archive(location); break;
    case SourceKind::postgresql_dump: return {};
    case SourceKind::postgresql_base:
    case SourceKind::sqlite: return always;
    case SourceKind::directory:
    case SourceKind::command: break;
  }
  if (as_root) return kept;
  return kept.without({Aspect::owner, Aspect::device}); // only root gives files away and makes devices
}

AspectSet must_preserve(const BackupSource& source, bool as_root) {
  auto must = kept_by(source.kind, source.location, as_root);
  if (source.preserve.empty()) { // holes cost room, no data: who wants them back says so
    must.erase(Aspect::sparse);
    return must;
  }
  must = always;
  for (const auto& word : source.preserve) must.insert(aspect_of_word(word));
  return must;
}

bool can_sample(SourceKind kind) {
  return kind == SourceKind::restic || kind == SourceKind::borg || kind == SourceKind::directory || kind == SourceKind::archive;
}

} // namespace hdskit
