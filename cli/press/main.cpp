#include "cli/press/works.hpp"
#include "cli/program.hpp"
#include "toolkit/exchange/sheet.hpp"
#include "toolkit/exchange/table_reader.hpp"

namespace {

using namespace hdskit::cli;

constexpr PressWork works[] = {
    {"access check", press::access_check},
    {"access directory ask", press::access_directory_ask},
    {"access list fetch", press::access_list_fetch},
    {"access campaign close", press::access_campaign_close},
    {"access campaign export", press::access_campaign_export},
    {"access campaign open", press::access_campaign_open},
    {"access campaign sign", press::access_campaign_sign},
    {"dossier sign", press::dossier_sign},
    {"access card", press::access_card},
    {"access certificates", press::access_certificates},
    {"access endpoint", press::access_endpoint},
    {"access expiries", press::access_expiries},
    {"access logs", press::access_logs},
    {"access review", press::access_review},
    {"access target report", press::access_target_report},
    {"backup import", press::backup_import},
    {"backup test", press::backup_test},
    {"continuity booklet", press::continuity_booklet},
    {"deadline export", press::deadline_export},
    {"deadline push", press::deadline_push},
    {"deadline remind", press::deadline_remind},
    {"demo create", press::demo_create},
    {"dossier build", press::dossier_build},
    {"dossier file", press::dossier_file},
    {"evidence add", press::evidence_add},
    {"evidence edit", press::evidence_edit},
    {"habilitation notice", press::habilitation_notice},
    {"risk graph", press::risk_graph},
    {"risk matrix", press::risk_matrix},
    {"risk radar", press::risk_radar},
    {"template check", press::template_check},
    {"template export", press::template_export},
    {"template import", press::template_import},
    {"template list", press::template_list},
};

} // namespace

int main(int argc, char** argv) { return run_as_main(argc, argv, {works, hdskit::write_xlsx, hdskit::read_table}); }
