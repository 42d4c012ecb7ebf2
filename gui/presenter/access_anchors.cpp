#include "gui/presenter/access_anchors.hpp"

#include "gui/presenter/access_words.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr std::size_t fingerprint_digits = 64; // SHA-256 in hexadecimal

std::string use_label(AnchorUse use) { return tr(choices_of(use)[static_cast<std::size_t>(use)].label); }

Cell offered_state(const OfferedAnchor& offered) {
  if (!offered.known_as.empty()) return {"✔ " + tr("trusted already, as {1}", {offered.known_as}), Tone::good};
  if (offered.legacy) return {"✖ " + tr("closed in 2021"), Tone::bad};
  if (offered.test_hierarchy) return {"⚠ " + tr("test hierarchy"), Tone::warning};
  return {"○ " + tr("not trusted yet"), Tone::neutral};
}

} // namespace

ListRows anchor_rows(const AccessMap& map) {
  std::vector<ListRow> rows;
  for (const auto& anchor : map.records.anchors)
    rows.push_back(
        {anchor.id.text(), {{anchor.reference}, {anchor.subject}, {use_label(anchor.use)}, {grouped_fingerprint(anchor.fingerprint)}, {anchor.imported_from}}});
  return rows_at_hand({{tr("Name")}, {tr("Subject")}, {tr("How it is trusted")}, {tr("SHA-256 fingerprint")}, {tr("Imported from")}}, std::move(rows));
}

Cell anchors_sentence(const AccessMap& map) {
  if (map.records.anchors.empty())
    return {"⚠ " + tr("No authority is trusted yet. Press “Import…” with the file that the authority publishes, and have its fingerprint at hand from another "
                      "source: a page of the authority or a signed letter."),
            Tone::warning};
  const auto roots = std::ranges::count(map.records.anchors, AnchorUse::anchor, &TrustAnchor::use);
  return {tr("Trusted for themselves: {1}; proven by them: {2}.",
             {std::to_string(roots), std::to_string(map.records.anchors.size() - static_cast<std::size_t>(roots))})};
}

ListRows offered_rows(std::span<const OfferedAnchor> offered) {
  std::vector<ListRow> rows;
  for (const auto& one : offered)
    rows.push_back({std::to_string(rows.size()), {offered_state(one), {one.subject}, {use_label(one.use)}, {grouped_fingerprint(one.fingerprint)}}});
  return rows_at_hand({{tr("State")}, {tr("Subject")}, {tr("How it is trusted")}, {tr("SHA-256 fingerprint")}}, std::move(rows));
}

std::vector<Cell> offered_sentences(const OfferedAnchor& offered) {
  std::vector<Cell> lines{{offered.subject}, {tr("Fingerprint of the file: {1}", {grouped_fingerprint(offered.fingerprint)})}};
  if (!offered.known_as.empty()) lines.push_back({"✔ " + tr("It is trusted already, as {1}.", {offered.known_as}), Tone::good});
  if (offered.test_hierarchy)
    lines.push_back({"⚠ " + tr("This authority is of the test hierarchy: its cards open no door of production, and are counted as faults."), Tone::warning});
  if (offered.use == AnchorUse::intermediate) lines.push_back({tr("It is believed only once an authority that is trusted for itself proves it.")});
  return lines;
}

std::string proposed_name(const OfferedAnchor& offered) {
  constexpr std::string_view common_name = "CN";
  constexpr std::size_t longest = 40;
  const auto& subject = offered.subject;
  auto at = subject.rfind(common_name);
  if (at == std::string::npos) return "";
  at = subject.find_first_not_of(" =", at + common_name.size());
  if (at == std::string::npos) return "";
  auto name = std::string{trimmed(subject.substr(at, subject.find_first_of(",+/\n", at) - at))};
  for (char& c : name)
    if (std::string_view{"-_."}.find(c) == std::string_view::npos && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) c = '-';
  return name.size() > longest ? "" : name;
}

std::string anchor_fault(const AccessMap& map, const OfferedAnchor& offered, const AnchorWish& wish) {
  if (!offered.known_as.empty()) return tr("It is trusted already, as {1}.", {offered.known_as});
  if (offered.legacy) return tr("This is an authority of GIP-CPS, closed in 2021: it is not trusted any more.");
  if (offered.test_hierarchy && !wish.accept_test)
    return tr("This is the test hierarchy: say below that you want it all the same, or choose another authority.");
  if (trimmed(wish.name).empty()) return tr("Give it a name.");
  for (const auto& anchor : map.records.anchors)
    if (reference_key(anchor.reference) == reference_key(wish.name)) return tr("“{1}” is the name of another authority.", {anchor.reference});
  const auto typed = plain_fingerprint(wish.fingerprint);
  if (typed.empty()) return tr("Paste or type the fingerprint as the authority publishes it, never as this window shows it.");
  const bool digits = std::ranges::all_of(typed, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (!digits || typed.size() != fingerprint_digits)
    return tr("A SHA-256 fingerprint has 64 digits from 0 to 9 and A to F; {1} were typed.", {std::to_string(typed.size())});
  if (typed != plain_fingerprint(offered.fingerprint))
    return tr("This is not the fingerprint of the file: the authority in the file is not the one that was published. It is not trusted.");
  return "";
}

} // namespace hdskit::gui
