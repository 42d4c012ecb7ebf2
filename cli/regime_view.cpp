#include "cli/regime_view.hpp"

#include "cli/framework_options.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/procedure/framework_procedures.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli {
namespace {

std::string shown_limit(TimeLimit limit) {
  if (limit.count == 0) return tr("without delay");
  switch (limit.unit) {
    case LimitUnit::hours: return trn("{1} hour", "{1} hours", limit.count);
    case LimitUnit::days: return trn("{1} day", "{1} days", limit.count);
    case LimitUnit::working_days: return trn("{1} working day", "{1} working days", limit.count);
    case LimitUnit::business_days: return trn("{1} business day", "{1} business days", limit.count);
    case LimitUnit::months: return trn("{1} month", "{1} months", limit.count);
    case LimitUnit::years: return trn("{1} year", "{1} years", limit.count);
  }
  return {};
}

std::string shown_silence(SilenceRule silence) {
  switch (silence) {
    case SilenceRule::none: return {};
    case SilenceRule::passes_on: return tr("silence: the file goes on");
    case SilenceRule::deemed_favourable: return tr("silence: favourable");
    case SilenceRule::deemed_rejected: return tr("silence: rejected");
  }
  return {};
}

std::int64_t counted(const Checklist& checklist, bool Item::*member) {
  return std::ranges::count_if(checklist.items, [&](const Item& item) { return item.*member; });
}

json::object item_json(const Item& item) {
  json::object object{{"item", item.id},
                      {"number", item.number},
                      {"title", item.title.in_current_language()},
                      {"mandatory", item.mandatory},
                      {"demonstration", item.demonstration},
                      {"may_be_excluded", item.choosable}};
  if (!item.part_of.empty()) object["part_of"] = item.part_of;
  if (!item.activities.empty()) object["activities"] = json::array(item.activities.begin(), item.activities.end());
  return object;
}

json::array plan_json(const Checklist& checklist) {
  json::array forms;
  for (const auto& form : checklist.forms) {
    json::array sections;
    for (const auto& section : form.sections)
      sections.push_back(json::object{{"id", section.id}, {"title", section.title.in_current_language()}, {"items", text_array(section.items)}});
    forms.push_back(json::object{{"id", form.id}, {"title", form.title.in_current_language()}, {"sections", std::move(sections)}});
  }
  return forms;
}

void print_plan(Context& context, const Checklist& checklist) {
  context.out << '\n' << tr("Plan of the dossier") << '\n';
  for (const auto& form : checklist.forms) {
    context.out << "  " << form.id << "  " << form.title.in_current_language() << '\n';
    for (const auto& section : form.sections)
      context.out << "    " << section.id << "  " << section.title.in_current_language() << " : " << joined(section.items, ", ") << '\n';
  }
}

} // namespace

std::string asked_by(const Checklist& checklist) {
  std::vector<std::string> parts{trn("{1} requirement", "{1} requirements", static_cast<std::int64_t>(checklist.requirement_count()))};
  if (const auto demonstrated = counted(checklist, &Item::demonstration))
    parts.push_back(trn("{1} to be demonstrated", "{1} to be demonstrated", demonstrated));
  if (const auto choosable = counted(checklist, &Item::choosable)) parts.push_back(trn("{1} may be excluded", "{1} may be excluded", choosable));
  return joined(parts, ", ");
}

std::string asked_by(const Regime& regime) {
  std::vector<std::string> parts{trn("{1} stage", "{1} stages", static_cast<std::int64_t>(regime.stages.size()))};
  if (regime.term) parts.push_back(tr("granted for {1}", {shown_limit(regime.term->length)}));
  if (regime.renewal) parts.push_back(tr("renewal asked for {1} before", {shown_limit(regime.renewal->length)}));
  return joined(parts, ", ");
}

json::object framework_json(const Checklist& checklist) {
  json::array themes;
  for (const auto& obligation : checklist.obligations) {
    json::array items;
    for (const auto& item : checklist.items)
      if (item.obligation == obligation.id) items.push_back(item_json(item));
    themes.push_back(json::object{{"id", obligation.id}, {"title", obligation.title.in_current_language()}, {"items", std::move(items)}});
  }
  json::array procedures;
  for (const auto regime : procedures_of_framework(checklist.id)) procedures.push_back(json_text(regime));
  return {{"id", checklist.id},
          {"kind", "framework"},
          {"version", checklist.version},
          {"title", checklist.title.in_current_language()},
          {"note", checklist.note.in_current_language()},
          {"publisher", checklist.publisher},
          {"published", checklist.published ? json::value(checklist.published->iso()) : json::value()},
          {"asks", asked_by(checklist)},
          {"items", checklist.items.size()},
          {"requirements", checklist.requirement_count()},
          {"themes", std::move(themes)},
          {"plan", plan_json(checklist)},
          {"procedures", std::move(procedures)}};
}

json::object procedure_regime_json(const Regime& regime) {
  json::array stages;
  for (const auto& stage : regime.stages)
    stages.push_back(json::object{{"id", stage.id},
                                  {"title", stage.title.in_current_language()},
                                  {"owner", stage.owner.in_current_language()},
                                  {"limit", stage.limit ? json::value(shown_limit(*stage.limit)) : json::value()},
                                  {"silence", json_text(word_of(stage.silence))}});
  return {{"id", regime.id},
          {"kind", "procedure"},
          {"version", regime.version},
          {"title", regime.title.in_current_language()},
          {"note", regime.note.in_current_language()},
          {"asks", asked_by(regime)},
          {"stages", std::move(stages)}};
}

void print_framework(Context& context, const Checklist& checklist) {
  Sheet sheet;
  sheet.add(tr("Framework"), tr("{1}, version {2}", {checklist.id, checklist.version}));
  sheet.add(tr("Title"), checklist.title.in_current_language());
  if (!checklist.publisher.empty()) sheet.add(tr("Publisher"), checklist.publisher);
  if (checklist.published) sheet.add(tr("Published"), tr_date(*checklist.published));
  sheet.add(tr("Asks"), asked_by(checklist));
  sheet.add(tr("Note"), checklist.note.in_current_language());
  sheet.print(context.out, context.surroundings.output_width);
  for (const auto& obligation : checklist.obligations) {
    context.out << '\n' << obligation.title.in_current_language() << '\n';
    for (const auto& item : checklist.items)
      if (item.obligation == obligation.id)
        context.out << (item.part_of.empty() ? "  " : "    ") << item.id << "  " << item.title.in_current_language() << '\n';
  }
  print_plan(context, checklist);
}

void print_procedure_regime(Context& context, const Regime& regime) {
  context.out << '\n' << tr("Procedure {1}: {2}", {regime.id, regime.title.in_current_language()}) << '\n' << "  " << asked_by(regime) << '\n';
  Table table{{tr("Stage"), tr("By"), tr("Limit"), tr("Silence")}};
  for (const auto& stage : regime.stages)
    table.add(
        {stage.title.in_current_language(), stage.owner.in_current_language(), stage.limit ? shown_limit(*stage.limit) : "–", shown_silence(stage.silence)});
  table.print(context.out, context.surroundings.output_width);
}

} // namespace hdskit::cli
