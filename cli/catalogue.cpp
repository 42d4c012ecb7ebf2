#include "cli/catalogue.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit::cli {

namespace commands {
extern const Command workspace_create, workspace_show, workspace_check, workspace_upgrade, workspace_backup, workspace_restore;
extern const Command workspace_export, workspace_import;
extern const Command journal_list, journal_verify, journal_revert;
extern const Command organisation_list, organisation_show, organisation_fields, organisation_add, organisation_edit, organisation_remove, organisation_export;
extern const Command evidence_add, evidence_list, evidence_show, evidence_edit, evidence_remove, evidence_verify, evidence_export;
extern const Command requirement_list, requirement_show, requirement_answer, requirement_import, requirement_export, requirement_coverage;
extern const Command regime_list, regime_show, regime_apply, regime_compare;
extern const Command framework_list, framework_show, framework_import, framework_upgrade, framework_map, framework_remove;
extern const Command checklist_list, checklist_check, checklist_export, checklist_adopt;
extern const Command template_list, template_export, template_import, template_check;
extern const Command dossier_status, dossier_check, dossier_build, dossier_file, dossier_sign, dossier_verify, dossier_list;
extern const Command risk_list, risk_show, risk_add, risk_edit, risk_remove, risk_fields, risk_catalogue, risk_adopt, risk_grow, risk_coverage, risk_matrix;
extern const Command risk_scale, risk_radar, risk_graph, risk_lint, risk_import, risk_export, risk_freeze, risk_versions, risk_compare, risk_history;
extern const Command risk_study_import, risk_study_export;
extern const Command continuity_list, continuity_show, continuity_add, continuity_edit, continuity_remove, continuity_fields, continuity_check, continuity_plan;
extern const Command continuity_exercise, continuity_note, continuity_care, continuity_import, continuity_export, continuity_booklet;
extern const Command procedure_start, procedure_record, procedure_show, procedure_list, procedure_simulate, procedure_renewal;
extern const Command deadline_list, deadline_explain, deadline_compute, deadline_export, deadline_push, deadline_remind;
extern const Command backup_manifest, backup_verify;
extern const Command backup_source_add, backup_source_list, backup_source_show, backup_source_edit, backup_source_remove, backup_source_fields;
extern const Command backup_source_export, backup_machine_create, backup_machine_add, backup_machine_list, backup_machine_remove;
extern const Command backup_test, backup_due, backup_report, backup_import, backup_history;
extern const Command access_anchors_import, access_anchors_list, access_anchors_show, access_anchors_remove, access_check, access_expiries, access_retention;
extern const Command access_directory_ask;
extern const Command access_list_add, access_list_list, access_list_show, access_list_edit, access_list_remove, access_list_fields, access_list_fetch;
extern const Command access_target_report;
extern const Command access_target_add, access_target_list, access_target_show, access_target_edit, access_target_remove, access_target_fields;
extern const Command access_certificates, access_card, access_endpoint, access_review, access_logs;
extern const Command access_campaign_open, access_campaign_list, access_campaign_show, access_campaign_lines, access_campaign_decide, access_campaign_import;
extern const Command access_campaign_export, access_campaign_sign, access_campaign_close, access_campaign_compare, access_campaign_withdrawals,
    access_campaign_forget;
extern const Command certification_list, certification_show, certification_add, certification_edit, certification_remove, certification_fields;
extern const Command certification_check, certification_scope, certification_transfers;
extern const Command habilitation_list, habilitation_show, habilitation_add, habilitation_edit, habilitation_remove, habilitation_fields;
extern const Command habilitation_check, habilitation_table, habilitation_notice;
extern const Command demo_create;
extern const Command completion_bash, help;
} // namespace commands

namespace {

constexpr const Command* catalogue[] = {
    &commands::workspace_create,
    &commands::workspace_show,
    &commands::workspace_check,
    &commands::workspace_upgrade,
    &commands::workspace_backup,
    &commands::workspace_restore,
    &commands::workspace_export,
    &commands::workspace_import,
    &commands::journal_list,
    &commands::journal_verify,
    &commands::journal_revert,
    &commands::organisation_list,
    &commands::organisation_show,
    &commands::organisation_fields,
    &commands::organisation_add,
    &commands::organisation_edit,
    &commands::organisation_remove,
    &commands::organisation_export,
    &commands::evidence_add,
    &commands::evidence_list,
    &commands::evidence_show,
    &commands::evidence_edit,
    &commands::evidence_remove,
    &commands::evidence_verify,
    &commands::evidence_export,
    &commands::requirement_list,
    &commands::requirement_show,
    &commands::requirement_answer,
    &commands::requirement_import,
    &commands::requirement_export,
    &commands::requirement_coverage,
    &commands::regime_list,
    &commands::regime_show,
    &commands::regime_apply,
    &commands::regime_compare,
    &commands::framework_list,
    &commands::framework_show,
    &commands::framework_import,
    &commands::framework_upgrade,
    &commands::framework_map,
    &commands::framework_remove,
    &commands::checklist_list,
    &commands::checklist_check,
    &commands::checklist_export,
    &commands::checklist_adopt,
    &commands::template_list,
    &commands::template_export,
    &commands::template_import,
    &commands::template_check,
    &commands::dossier_status,
    &commands::dossier_check,
    &commands::dossier_build,
    &commands::dossier_file,
    &commands::dossier_sign,
    &commands::dossier_verify,
    &commands::dossier_list,
    &commands::risk_list,
    &commands::risk_show,
    &commands::risk_add,
    &commands::risk_edit,
    &commands::risk_remove,
    &commands::risk_fields,
    &commands::risk_catalogue,
    &commands::risk_adopt,
    &commands::risk_grow,
    &commands::risk_coverage,
    &commands::risk_matrix,
    &commands::risk_radar,
    &commands::risk_graph,
    &commands::risk_scale,
    &commands::risk_lint,
    &commands::risk_import,
    &commands::risk_export,
    &commands::risk_freeze,
    &commands::risk_versions,
    &commands::risk_compare,
    &commands::risk_history,
    &commands::risk_study_import,
    &commands::risk_study_export,
    &commands::continuity_list,
    &commands::continuity_show,
    &commands::continuity_check,
    &commands::continuity_plan,
    &commands::continuity_exercise,
    &commands::continuity_note,
    &commands::continuity_care,
    &commands::continuity_add,
    &commands::continuity_edit,
    &commands::continuity_remove,
    &commands::continuity_fields,
    &commands::continuity_import,
    &commands::continuity_export,
    &commands::procedure_start,
    &commands::procedure_record,
    &commands::procedure_show,
    &commands::procedure_list,
    &commands::procedure_simulate,
    &commands::procedure_renewal,
    &commands::deadline_list,
    &commands::deadline_explain,
    &commands::deadline_compute,
    &commands::deadline_export,
    &commands::deadline_push,
    &commands::deadline_remind,
    &commands::demo_create,
    &commands::completion_bash,
    &commands::help,
    &commands::continuity_booklet,
    &commands::backup_manifest,
    &commands::backup_verify,
    &commands::backup_source_add,
    &commands::backup_source_list,
    &commands::backup_source_show,
    &commands::backup_source_edit,
    &commands::backup_source_remove,
    &commands::backup_source_fields,
    &commands::backup_source_export,
    &commands::backup_machine_create,
    &commands::backup_machine_add,
    &commands::backup_machine_list,
    &commands::backup_machine_remove,
    &commands::backup_test,
    &commands::backup_due,
    &commands::backup_report,
    &commands::backup_import,
    &commands::backup_history,
    &commands::access_anchors_import,
    &commands::access_anchors_list,
    &commands::access_anchors_show,
    &commands::access_anchors_remove,
    &commands::access_directory_ask,
    &commands::access_list_add,
    &commands::access_list_list,
    &commands::access_list_show,
    &commands::access_list_edit,
    &commands::access_list_remove,
    &commands::access_list_fields,
    &commands::access_list_fetch,
    &commands::access_target_add,
    &commands::access_target_list,
    &commands::access_target_show,
    &commands::access_target_edit,
    &commands::access_target_remove,
    &commands::access_target_report,
    &commands::access_target_fields,
    &commands::access_check,
    &commands::access_expiries,
    &commands::access_retention,
    &commands::access_certificates,
    &commands::access_card,
    &commands::access_endpoint,
    &commands::access_review,
    &commands::access_logs,
    &commands::access_campaign_open,
    &commands::access_campaign_list,
    &commands::access_campaign_show,
    &commands::access_campaign_lines,
    &commands::access_campaign_decide,
    &commands::access_campaign_import,
    &commands::access_campaign_export,
    &commands::access_campaign_sign,
    &commands::access_campaign_close,
    &commands::access_campaign_compare,
    &commands::access_campaign_withdrawals,
    &commands::access_campaign_forget,
    &commands::certification_list,
    &commands::certification_show,
    &commands::certification_add,
    &commands::certification_edit,
    &commands::certification_remove,
    &commands::certification_fields,
    &commands::certification_check,
    &commands::certification_scope,
    &commands::certification_transfers,
    &commands::habilitation_list,
    &commands::habilitation_show,
    &commands::habilitation_add,
    &commands::habilitation_edit,
    &commands::habilitation_remove,
    &commands::habilitation_fields,
    &commands::habilitation_check,
    &commands::habilitation_table,
    &commands::habilitation_notice,
};

std::vector<std::string_view> all_nouns() {
  std::vector<std::string_view> nouns;
  for (const auto group : command_groups())
    if (group.find(' ') == std::string_view::npos) nouns.push_back(group);
  for (const auto* command : catalogue)
    if (command->name.find(' ') == std::string_view::npos) nouns.push_back(command->name);
  return nouns;
}

bool begins_with(const Command& command, std::string_view words) {
  return command.name.starts_with(words) && (command.name.size() == words.size() || command.name[words.size()] == ' ');
}

bool takes_value(const std::string& word) {
  for (const auto& option : global_options())
    if (word == "--" + std::string{option.name}) return option.kind != OptionKind::flag;
  return false;
}

/// An unknown noun is shown with the verb that follows it: both help to guess what was meant.
std::string with_verb(const std::string& name, const std::vector<std::string>& words, std::size_t at) {
  const bool alone = name.find(' ') != std::string::npos || at + 1 == words.size() || words[at + 1].starts_with('-');
  return alone ? name : name + " " + words[at + 1];
}

} // namespace

std::string_view noun_of(const Command& command) { return command.name.substr(0, command.name.find(' ')); }

std::string file_stem_of(const Command& command) {
  std::string stem{command.name};
  std::ranges::replace(stem, ' ', '_');
  return stem;
}

std::span<const Command* const> all_commands() { return catalogue; }

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(catalogue, name, &Command::name);
  return found == std::end(catalogue) ? nullptr : *found;
}

std::vector<const Command*> commands_of(std::string_view words) {
  std::vector<const Command*> found;
  for (const auto* command : catalogue)
    if (begins_with(*command, words)) found.push_back(command);
  return found;
}

std::vector<std::string_view> command_groups() {
  std::vector<std::string_view> groups;
  for (const auto* command : catalogue)
    for (auto space = command->name.find(' '); space != std::string_view::npos; space = command->name.find(' ', space + 1))
      if (const auto group = command->name.substr(0, space); std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
  return groups;
}

void refuse_command(const std::string& typed) {
  std::vector<std::string_view> candidates;
  for (const auto* command : catalogue) candidates.push_back(command->name);
  for (const auto group : command_groups()) candidates.push_back(group);
  const auto by_noun = suggestion(typed.substr(0, typed.find(' ')), all_nouns(), tr("See the list with: hdskit help"), "hdskit ");
  throw Problem{ProblemKind::bad_input, typed, tr("hdskit does not know the command “{1}”.", {typed}), suggestion(typed, candidates, by_noun, "hdskit ")};
}

Request find_request(const std::vector<std::string>& words) {
  Request request;
  std::string name;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    const bool before_command = !request.command && word != "--";
    if (before_command && !word.starts_with('-')) {
      name += (name.empty() ? "" : " ") + word;
      request.command = find_command(name);
      if (!request.command && commands_of(name).empty()) refuse_command(with_verb(name, words, i));
      continue;
    }
    request.words.push_back(word);
    if (before_command && takes_value(word) && i + 1 < words.size()) request.words.push_back(words[++i]);
  }
  if (!request.command) request.noun = name;
  return request;
}

} // namespace hdskit::cli
