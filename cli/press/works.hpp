#pragma once

#include "cli/press.hpp"

namespace hdskit::cli::press {

// What the commands that typeset, draw, read a PDF or speak to a server do, one file each; the figures of the risk study in one.
int access_campaign_close(Context& context);
int access_campaign_export(Context& context);
int access_campaign_open(Context& context);
int access_campaign_sign(Context& context);
int access_card(Context& context);
int access_certificates(Context& context);
int access_check(Context& context);
int access_directory_ask(Context& context);
int access_endpoint(Context& context);
int access_expiries(Context& context);
int access_list_fetch(Context& context);
int access_logs(Context& context);
int access_review(Context& context);
int access_target_report(Context& context);
int backup_import(Context& context);
int backup_test(Context& context);
int continuity_booklet(Context& context);
int deadline_export(Context& context);
int deadline_push(Context& context);
int deadline_remind(Context& context);
int demo_create(Context& context);
int dossier_build(Context& context);
int dossier_file(Context& context);
int dossier_sign(Context& context);
int evidence_add(Context& context);
int evidence_edit(Context& context);
int habilitation_notice(Context& context);
int risk_graph(Context& context);
int risk_matrix(Context& context);
int risk_radar(Context& context);
int template_check(Context& context);
int template_export(Context& context);
int template_import(Context& context);
int template_list(Context& context);

} // namespace hdskit::cli::press
