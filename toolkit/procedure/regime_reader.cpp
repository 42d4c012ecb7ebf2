#include "toolkit/procedure/regime_reader.hpp"

#include "embedded/regimes.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/markup/markup_document.hpp"
#include "toolkit/procedure/stage_order.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

constexpr std::int64_t largest_count = 1000; // of a length, so that three of them stay among the years that can be computed
constexpr std::size_t most_stages = 200;
constexpr int most_times = 10;

/// Reads the elements in order, then compares what refers to what once all is known.
class Reading {
public:
  explicit Reading(std::string_view xml) : document_{xml} {}

  RegimeReading read() {
    if (const auto root = document_.root("regime")) {
      read_root(root);
      check_references(root);
      if (document_.sound()) put_in_order();
    }
    RegimeReading reading;
    reading.defects = document_.defects();
    if (reading.defects.empty()) reading.regime = std::move(regime_);
    return reading;
  }

private:
  void read_root(pugi::xml_node root) {
    document_.expect(root, {.attributes = {"id", "version"},
                            .optional_attributes = {"decides"},
                            .once = {"title", "note", "filing", "counting"},
                            .many = {"article", "stage", "duty", "term", "renewal"}});
    regime_.id = document_.id(root);
    regime_.version = document_.word(root, "version");
    regime_.decides = document_.id(root, "decides");
    regime_.title = document_.bilingual(root.child("title"));
    regime_.note = document_.bilingual(root.child("note"));
    regime_.filing = document_.bilingual(root.child("filing"));
    if (const auto counting = root.child("counting")) read_counting(counting);
    for (const auto node : root.children("article")) read_article(node);
    for (const auto node : root.children("stage")) read_stage(node);
    for (const auto node : root.children("duty")) read_duty(node);
    regime_.term = read_founded(root, "term");
    regime_.renewal = read_founded(root, "renewal");
    for (const char* name : {"article", "stage"})
      if (!root.child(name)) document_.report(root, tr("“{1}” lacks the element “{2}”.", {"regime", name}));
    if (regime_.stages.size() > most_stages) document_.report(root, tr("The regime has more than {1} stages.", {std::to_string(most_stages)}));
  }

  void read_counting(pugi::xml_node node) {
    static constexpr std::string_view calendars[] = {"NONE", "FR", "FR-ALSACE-MOSELLE"};
    document_.expect(node, {.attributes = {"calendar", "extend"}});
    regime_.calendar = static_cast<HolidayCalendar>(document_.one_of(node, "calendar", calendars));
    regime_.extend = document_.flag(node, "extend", false);
  }

  void read_article(pugi::xml_node node) {
    document_.expect(node, {.attributes = {"id", "label", "version", "confidence"}, .once = {"title"}});
    regime_.articles.push_back({.id = document_.own_id(node, articles_),
                                .label = document_.word(node, "label"),
                                .version = document_.date(node, "version"),
                                .confidence = document_.confidence(node),
                                .title = document_.bilingual(node.child("title"))});
  }

  void read_stage(pugi::xml_node node) {
    static constexpr std::string_view actors[] = {"authority", "host"};
    static constexpr std::string_view silences[] = {"none", "passes_on", "deemed_favourable", "deemed_rejected"};
    document_.expect(node, {.attributes = {"id", "actor", "silence", "article", "confidence"},
                            .optional_attributes = {"optional"},
                            .once = {"title", "owner"},
                            .many = {"trigger", "limit", "extension", "usual"}});
    Stage stage;
    stage.id = document_.own_id(node, steps_);
    if (stage.id == "term" || stage.id == "appeal" || stage.id.starts_with("renewal-") || stage.id.starts_with("duty-")) // their deadlines bear those names
      document_.report(node, tr("“{1}” cannot be the id of a stage: it means something else in lists of deadlines.", {stage.id}));
    stage.title = document_.bilingual(node.child("title"));
    stage.owner = document_.bilingual(node.child("owner"));
    stage.actor = static_cast<StageActor>(document_.one_of(node, "actor", actors));
    stage.silence = static_cast<SilenceRule>(document_.one_of(node, "silence", silences));
    stage.optional = document_.flag(node, "optional", false);
    stage.article = document_.id(node, "article");
    stage.confidence = document_.confidence(node);
    stage.trigger = read_trigger(node);
    if (const auto limit = only(node, "limit")) stage.limit = read_length(limit);
    if (const auto usual = only(node, "usual")) stage.usual = read_length(usual);
    if (const auto extension = only(node, "extension")) stage.extension = read_extension(extension);
    check_limits(node, stage);
    founded_.push_back(node);
    stage_nodes_.push_back(node);
    regime_.stages.push_back(std::move(stage));
  }

  /// The one child of that name; more than one is a defect.
  pugi::xml_node only(pugi::xml_node node, const char* name) {
    const auto child = node.child(name);
    if (const auto second = child.next_sibling(name)) document_.report(second, tr("“{1}” holds the element “{2}” twice.", {document_.called(node), name}));
    return child;
  }

  StageTrigger read_trigger(pugi::xml_node node) {
    const auto child = node.child("trigger");
    if (!child) document_.report(node, tr("The stage “{1}” has no trigger: nothing ever starts it.", {document_.word(node, "id")}));
    if (const auto second = child.next_sibling("trigger"))
      document_.report(second, tr("The stage “{1}” has two triggers: one event starts it.", {document_.word(node, "id")}));
    if (!child) return {};
    document_.expect(child, {.optional_attributes = {"event", "stage", "reception"}});
    static constexpr std::string_view events[] = {"filed"};
    const auto event = document_.word(child, "event");
    document_.one_of(child, "event", events);
    StageTrigger trigger{.stage = document_.id(child, "stage"), .place = {}, .reception = document_.flag(child, "reception", false)};
    if (event.empty() == trigger.stage.empty())
      document_.report(child, tr("The trigger of “{1}” must name either an event or a stage.", {document_.word(node, "id")}));
    return trigger;
  }

  TimeLimit read_length(pugi::xml_node node) {
    document_.expect(node, {.attributes = {"count", "unit"}});
    return read_count(node);
  }

  TimeLimit read_count(pugi::xml_node node) {
    static constexpr std::string_view units[] = {"hours", "days", "working_days", "business_days", "months", "years"};
    const auto unit = document_.one_of(node, "unit", units);
    const bool readable = document_.word(node, "unit") == units[unit];
    return {read_number(node, "count", largest_count), readable ? static_cast<LimitUnit>(unit) : LimitUnit::months};
  }

  std::int64_t read_number(pugi::xml_node node, const char* attribute, std::int64_t most) {
    const auto word = document_.word(node, attribute);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool sound = error == std::errc{} && end == word.data() + word.size() && number >= 0 && number <= most;
    if (!word.empty() && !sound)
      document_.report(
          node, tr("The attribute “{1}” of “{2}” is “{3}”: a whole number from 0 to {4} is expected.", {attribute, node.name(), word, std::to_string(most)}));
    return sound ? number : 1; // reported: what is said of the value itself would be noise
  }

  StageExtension read_extension(pugi::xml_node node) {
    document_.expect(node, {.attributes = {"count", "unit", "times", "decision"}});
    const auto times = static_cast<int>(read_number(node, "times", most_times));
    return {.length = read_count(node), .times = times, .needs_decision = document_.flag(node, "decision", false)};
  }

  void check_limits(pugi::xml_node node, const Stage& stage) {
    const bool hours = (stage.limit && stage.limit->unit == LimitUnit::hours) || (stage.extension && stage.extension->length.unit == LimitUnit::hours);
    if (stage.extension && !stage.limit) document_.report(node, tr("The stage “{1}” extends a limit that it does not have.", {stage.id}));
    if (stage.extension && hours) document_.report(node, tr("The stage “{1}” extends a limit in hours, which no one can compute.", {stage.id}));
    if (stage.silence != SilenceRule::none && !stage.limit) document_.report(node, tr("Silence cannot decide the stage “{1}”: it has no limit.", {stage.id}));
    if (stage.limit && stage.usual)
      document_.report(node, tr("The stage “{1}” has a limit: how long it usually takes is said for stages without one.", {stage.id}));
  }

  void read_duty(pugi::xml_node node) {
    document_.expect(node, {.attributes = {"id", "count", "unit", "article", "confidence"}, .once = {"title"}});
    Duty duty{.id = document_.own_id(node, steps_),
              .title = document_.bilingual(node.child("title")),
              .every = read_count(node),
              .article = document_.id(node, "article"),
              .confidence = document_.confidence(node)};
    if (duty.every.count == 0 || duty.every.unit == LimitUnit::hours)
      document_.report(node, tr("The duty “{1}” must come back after some days, months or years.", {duty.id}));
    founded_.push_back(node);
    regime_.duties.push_back(std::move(duty));
  }

  std::optional<FoundedLength> read_founded(pugi::xml_node root, const char* name) {
    const auto node = only(root, name);
    if (!node) return std::nullopt;
    document_.expect(node, {.attributes = {"count", "unit", "article", "confidence"}});
    founded_.push_back(node);
    FoundedLength founded{.length = read_count(node), .article = document_.id(node, "article"), .confidence = document_.confidence(node)};
    if (founded.length.count == 0 || (founded.length.unit != LimitUnit::months && founded.length.unit != LimitUnit::years))
      document_.report(node, tr("“{1}” is counted in months or years.", {name}));
    return founded;
  }

  void check_references(pugi::xml_node root) {
    for (const auto node : founded_)
      if (const auto id = document_.word(node, "article"); !id.empty() && !regime_.find_article(id))
        document_.report(node, tr("“{1}” names the article “{2}”, which the regime does not hold.", {document_.called(node), id}));
    if (!regime_.decides.empty() && !regime_.find_stage(regime_.decides))
      document_.report(root, tr("“{1}” is said to decide, but is no stage.", {regime_.decides}));
    if (regime_.term && regime_.decides.empty()) document_.report(root, tr("There is a term, but no stage decides."));
    if (regime_.renewal && !regime_.term) document_.report(root, tr("There is a renewal, but no term."));
    if (regime_.stages.size() <= most_stages) check_order();
  }

  std::optional<std::size_t> place_of(const std::string& stage) const {
    const auto found = std::ranges::find(regime_.stages, stage, &Stage::id);
    if (stage.empty() || found == regime_.stages.end()) return std::nullopt;
    return static_cast<std::size_t>(found - regime_.stages.begin());
  }

  void check_order() {
    Waits waits;
    for (std::size_t i = 0; i < regime_.stages.size(); ++i) {
      const auto& stage = regime_.stages[i];
      waits.push_back(place_of(stage.trigger.stage));
      if (!stage.trigger.stage.empty() && !waits.back())
        document_.report(stage_nodes_[i], tr("The stage “{1}” waits for the stage “{2}”, which the regime does not hold.", {stage.id, stage.trigger.stage}));
    }
    order_ = stage_order(waits);
    for (const auto& circle : order_.circles) {
      std::vector<std::string> names;
      for (const auto place : circle) names.push_back(regime_.stages[place].id);
      document_.report(stage_nodes_[circle.front()], tr("These stages wait for each other in a circle: {1}.", {joined(names, ", ")}));
    }
    for (const auto place : order_.unreachable)
      document_.report(stage_nodes_[place], tr("Nothing ever reaches the stage “{1}”: what it waits for goes in a circle.", {regime_.stages[place].id}));
  }

  void put_in_order() {
    std::vector<Stage> sorted;
    for (const auto place : order_.order) sorted.push_back(std::move(regime_.stages[place]));
    regime_.stages = std::move(sorted);
    for (auto& stage : regime_.stages) stage.trigger.place = place_of(stage.trigger.stage);
  }

  MarkupDocument document_;
  Regime regime_;
  StageOrder order_;
  MarkupDocument::Places articles_, steps_; ///< steps: stages and duties, which events name alike
  std::vector<pugi::xml_node> stage_nodes_, founded_;
};

std::string id_of(const embedded::File& file) { return std::string{file.path.substr(0, file.path.rfind('.'))}; }

} // namespace

RegimeReading read_regime(std::string_view xml) { return Reading{xml}.read(); }

Regime regime_of(std::string_view xml, const std::string& name) {
  auto reading = read_regime(xml);
  if (reading.regime) return std::move(*reading.regime);
  auto sentence = trn("The regime “{2}” has {1} defect:", "The regime “{2}” has {1} defects:", static_cast<std::int64_t>(reading.defects.size()));
  refuse_markup(name, replaced(std::move(sentence), "{2}", name), reading.defects,
                tr("Correct the file and start again; nothing was changed. docs/formats/regime.md explains the format."));
}

std::string_view shipped_regime(std::string_view id) {
  const auto ids = shipped_regime_ids();
  for (const auto& file : embedded::regimes())
    if (id_of(file) == id) return file.bytes;
  throw Problem{ProblemKind::not_found, std::string{id}, tr("No regime “{1}” comes with the program.", {id}),
                suggestion(id, {ids.begin(), ids.end()}, tr("These do: {1}.", {joined(ids, ", ")}))};
}

std::vector<std::string> shipped_regime_ids() {
  std::vector<std::string> ids;
  for (const auto& file : embedded::regimes()) ids.push_back(id_of(file));
  return ids;
}

} // namespace hdskit
