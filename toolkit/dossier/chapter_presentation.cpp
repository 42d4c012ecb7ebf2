#include "toolkit/dossier/item_words.hpp"

#include "toolkit/base/text.hpp"

namespace hdskit::chapters {
namespace {

std::string percent(int part, int whole) { return std::to_string(whole ? 100 * part / whole : 0) + "\u00A0%"; }

Words::List share_rows(const std::vector<Share>& shares) {
  Words::List rows;
  for (const auto& share : shares)
    rows.push_back(Words{}
                       .set("share_title", share.title)
                       .set("share_id", share.id)
                       .set("items", std::to_string(share.items))
                       .set("answered", std::to_string(share.answered))
                       .set("demonstrated", std::to_string(share.demonstrated))
                       .set("answered_share", percent(share.answered, share.items))
                       .set("demonstrated_share", percent(share.demonstrated, share.items))
                       .set("demonstrated_percent", std::to_string(share.items ? 100 * share.demonstrated / share.items : 0)));
  return rows;
}

Words gather(const ChapterInput& input) {
  const auto& organisation = input.facts.organisation;
  const auto* host = input.facts.host();
  const auto summary = summarise(input.facts, input.gaps);
  std::int64_t volume = 0;
  for (const auto& service : organisation.services) volume += service.volume_gb.value_or(0);
  Words words;
  words.set("host", host ? host->name : "–")
      .set("regime", input.facts.checklist.title.french)
      .set("regime_note", input.facts.checklist.note.french)
      .set("date", input.day.french())
      .set("version", input.version)
      .set("item_count", std::to_string(summary.items))
      .set("answered_count", std::to_string(summary.answered))
      .set("demonstrated_count", std::to_string(summary.demonstrated))
      .set("service_count", std::to_string(organisation.services.size()))
      .set("client_count", std::to_string(organisation.clients.size()))
      .set("site_count", std::to_string(organisation.sites.size()))
      .set("annex_count", std::to_string(input.annexes.size()))
      .set("volume", french_number(volume))
      .set("gap_count", std::to_string(input.gaps.size()))
      .flag("has_gaps", !input.gaps.empty())
      .flag("draft", input.draft)
      .list("obligations", share_rows(summary.obligations))
      .list("forms", share_rows(summary.forms));
  return words;
}

} // namespace

extern const Chapter presentation;
const Chapter presentation{
    .id = "presentation", .sentence = "What the file is, how it is laid out, how far it has come.", .gather = gather, .present = nullptr};

} // namespace hdskit::chapters
