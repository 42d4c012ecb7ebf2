#include "gui/presenter/regimes_pairs.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/known_frameworks.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

bool own(const RequirementPair& pair) { return static_cast<bool>(pair.id); }

std::string title_of_item(const RegimesMap& map, std::string_view framework, std::string_view item) {
  const auto* regime = map.regime(framework);
  const auto* found = regime ? regime->checklist.find_item(item) : nullptr;
  return found ? found->title.in_current_language() : "";
}

/// Read from `from` to `to`; nothing when it joins others.
std::optional<RequirementPair> read_from(const RequirementPair& pair, std::string_view from, std::string_view to) {
  const auto fits = [](const std::string& framework, std::string_view wanted) { return wanted.empty() || folded(framework) == folded(wanted); };
  if (fits(pair.from_framework, from) && fits(pair.to_framework, to)) return pair;
  if (fits(pair.to_framework, from) && fits(pair.from_framework, to)) return reversed(pair);
  return std::nullopt;
}

std::string whose(const RequirementPair& pair) {
  if (!own(pair)) return tr("shipped");
  return pair.origin.empty() ? tr("the hospital’s own") : tr("imported: {1}", {pair.origin});
}

Cell confidence_cell(Confidence confidence) {
  return {tr(choices_of(Confidence{})[static_cast<std::size_t>(confidence)].label), confidence == Confidence::high ? Tone::neutral : Tone::warning};
}

std::string pair_title(const RecordKind& kind, const RecordView& record) {
  return record.values[kind.index_of("from_item")] + " → " + record.values[kind.index_of("to_item")];
}

void refine(const Workspace& workspace, const RecordKind&, std::vector<FormField>& fields) {
  std::vector<FormChoice> frameworks;
  for (const auto& id : known_framework_ids(workspace)) frameworks.push_back({id, id + " – " + known_framework(workspace, id).title.in_current_language()});
  for (auto& field : fields) {
    if (field.name == "from_framework" || field.name == "to_framework") field.choices = frameworks;
    if (field.name == "from_item" || field.name == "to_item") field.hint = tr("the id of the item, such as EXI-05");
    if (field.name == "strength") {
      for (auto& choice : field.choices) {
        MappingStrength strength{};
        from_field_text(choice.value, strength);
        choice.label = strength_words(strength);
      }
    }
    if (field.name == "origin") field.read_only = true;
  }
}

} // namespace

std::string strength_words(MappingStrength strength) {
  switch (strength) {
    case MappingStrength::equal: return "= " + tr("each answers the other whole");
    case MappingStrength::covers: return "⊇ " + tr("answers it whole, and asks more");
    case MappingStrength::covered: return "⊆ " + tr("answers a part of it");
    case MappingStrength::overlaps: return "∩ " + tr("each answers a part of the other");
    case MappingStrength::related: return "~ " + tr("worth reading, answers nothing");
  }
  return {};
}

std::string key_of_pair(const RequirementPair& pair) {
  return own(pair) ? std::to_string(pair.id.number()) : pair.from_framework + "|" + pair.from_item + "|" + pair.to_framework + "|" + pair.to_item;
}

const RequirementPair* pair_of_key(const RegimesMap& map, std::string_view key) {
  const auto found = std::ranges::find_if(map.pairs, [&](const RequirementPair& pair) { return key_of_pair(pair) == key; });
  return found == map.pairs.end() ? nullptr : &*found;
}

ListRows pair_rows(const RegimesMap& map, std::string_view from, std::string_view to, std::string_view words) {
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  for (const auto& pair : map.pairs) {
    const auto read = read_from(pair, from, to);
    if (!read) continue;
    const std::string texts[] = {read->from_item, title_of_item(map, read->from_framework, read->from_item), read->to_item,
                                 title_of_item(map, read->to_framework, read->to_item), read->note};
    if (!sought.are_in(texts)) continue;
    rows.push_back({key_of_pair(pair),
                    {{texts[0]}, {texts[1]}, {strength_words(read->strength)}, {texts[2]}, {texts[3]}, confidence_cell(read->confidence), {whose(pair)}}});
  }
  return rows_at_hand({{tr("From")}, {tr("Title")}, {tr("What it says")}, {tr("To")}, {tr("Title")}, {tr("Confidence")}, {tr("Whose")}}, std::move(rows));
}

std::vector<Cell> pair_sentences(const RegimesMap& map, const RequirementPair& pair) {
  std::vector<Cell> lines;
  const auto tell = [&](const std::string& framework, const std::string& item) {
    const auto* regime = map.regime(framework);
    const auto* found = regime ? regime->checklist.find_item(item) : nullptr;
    lines.push_back({item + " (" + framework + ") – " + (found ? found->title.in_current_language() : "⚠ " + tr("no item of a framework that is known"))});
    if (found) lines.push_back({found->wording.in_current_language()});
  };
  tell(pair.from_framework, pair.from_item);
  lines.push_back({strength_words(pair.strength) + (pair.note.empty() ? "" : " – " + pair.note)});
  tell(pair.to_framework, pair.to_item);
  lines.push_back(
      own(pair) ? Cell{tr("This pair is the hospital’s own; removed, the shipped one counts again.")}
                : Cell{tr("This pair comes with the program: it is not changed, and “Overrule…” records one of your own that goes before it."), Tone::faint});
  return lines;
}

Cell pairs_sentence(const RegimesMap& map, std::string_view from, std::string_view to) {
  std::size_t all = 0, owned = 0;
  for (const auto& pair : map.pairs) {
    if (!read_from(pair, from, to)) continue;
    ++all;
    if (own(pair)) ++owned;
  }
  if (all == 0) return {tr("Nothing says yet which items of these two frameworks answer each other: “New pair” records the first."), Tone::faint};
  return {tr("Pairs: {1}, of which {2} of your own.", {std::to_string(all), std::to_string(owned)})};
}

Assignments overruling(const RequirementPair& shipped) {
  return {{"from_framework", shipped.from_framework},
          {"from_item", shipped.from_item},
          {"to_framework", shipped.to_framework},
          {"to_item", shipped.to_item},
          {"strength", to_field_text(shipped.strength)},
          {"confidence", to_field_text(shipped.confidence)},
          {"note", shipped.note}};
}

RecordWays pair_ways() { return {.title = pair_title, .refine = refine}; }

} // namespace hdskit::gui
