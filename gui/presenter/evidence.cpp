#include "gui/presenter/evidence.hpp"

#include "gui/presenter/form.hpp"
#include "gui/presenter/shown.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence_store.hpp"

namespace hdskit::gui {
namespace {

constexpr std::int64_t largest_shown = 300'000'000; ///< bytes: a preview keeps the document in memory

std::string shown(Date date) { return shown_date(date.iso()); }

[[noreturn]] void refuse_altered(const Evidence& evidence) {
  throw Problem{ProblemKind::damaged, evidence.code,
                tr("“{1}” has changed since it was filed: its SHA-256 digest is no longer the recorded one.", {evidence.title}),
                tr("Restore the workspace from a backup, or file the document again with “Replace file…”.")};
}

} // namespace

Validity validity_of(const Evidence& evidence, Date today) {
  if (!evidence.valid_until) return Validity::unlimited;
  if (*evidence.valid_until < today) return Validity::expired; // the last day still counts
  return days_between(today, *evidence.valid_until) <= days_of_warning ? Validity::ending : Validity::valid;
}

Cell validity_cell(const Evidence& evidence, Date today) {
  switch (validity_of(evidence, today)) {
    case Validity::valid: return {tr("✔ valid until {1}", {shown(*evidence.valid_until)}), Tone::good};
    case Validity::ending: return {tr("⚠ ends on {1}", {shown(*evidence.valid_until)}), Tone::warning};
    case Validity::expired: return {tr("✖ expired on {1}", {shown(*evidence.valid_until)}), Tone::bad};
    case Validity::unlimited: break;
  }
  return {};
}

EvidenceStanding evidence_standing(const Evidence& evidence, Date today, const EvidenceChecks& checks) {
  using State = EvidenceChecks::State;
  const auto state = checks.state(evidence);
  if (state == State::altered)
    return {
        tr("✖ Altered: its bytes are no longer those that were filed. Restore the workspace from a backup, or file the document again with “Replace file…”."),
        Tone::bad};
  if (state == State::vanished)
    return {tr("✖ Vanished: its bytes are no longer in the vault. Restore the workspace from a backup, or file the document again with “Replace file…”."),
            Tone::bad};
  const auto until = validity_cell(evidence, today);
  switch (validity_of(evidence, today)) {
    case Validity::expired: return {tr("{1}. Replace the file by the renewed document and give its new date.", {until.text}), Tone::bad};
    case Validity::ending: {
      const auto days = days_between(today, *evidence.valid_until);
      const auto left = days == 0 ? tr("today") : trn("in {1} day", "in {1} days", days);
      return {tr("{1}, {2}. Have it renewed in time.", {until.text, left}), Tone::warning};
    }
    case Validity::valid: return {until.text, Tone::good};
    case Validity::unlimited: break;
  }
  return {};
}

std::string format_in_words(std::string_view media_type) {
  if (media_type == "application/pdf") return "PDF";
  if (media_type == "image/png") return tr("PNG image");
  if (media_type == "image/jpeg") return tr("JPEG image");
  if (media_type == "image/tiff") return tr("TIFF image");
  if (media_type == "application/zip") return tr("archive or office document");
  if (media_type == "text/plain") return tr("plain text");
  if (media_type == "application/xml") return "XML";
  if (media_type == "application/pkix-cert") return tr("certificate of a key");
  return tr("unknown format");
}

std::string why_not_shown(const Evidence& evidence, bool can_be_shown) {
  if (!can_be_shown)
    return tr("“{1}” ({2}) cannot be shown here. Choose “Save a copy…” and open the copy with the program that made it.",
              {evidence.file_name, format_in_words(evidence.media_type)});
  if (evidence.size > largest_shown)
    return tr("“{1}” ({2}) is too large to be shown here. Choose “Save a copy…” and open the copy.",
              {evidence.file_name, shown_bytes(static_cast<std::uint64_t>(evidence.size))});
  return {};
}

std::shared_ptr<const std::string> proven_bytes(const Workspace& workspace, const Evidence& evidence, const Progress& progress) {
  const auto digest = Digest::parse(evidence.digest);
  if (!digest) refuse_altered(evidence);
  const auto bytes = std::make_shared<std::string>();
  bytes->reserve(static_cast<std::size_t>(std::clamp<std::int64_t>(evidence.size, 0, largest_shown)));
  Sha256 sha;
  read_document(workspace, *digest, [&](std::string_view piece) {
    progress.stop_if_cancelled();
    sha.update(piece);
    bytes->append(piece);
  });
  if (sha.finish() != *digest) refuse_altered(evidence);
  return bytes;
}

} // namespace hdskit::gui
