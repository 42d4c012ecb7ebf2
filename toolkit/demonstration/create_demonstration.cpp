#include "toolkit/demonstration/create_demonstration.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/continuity_json.hpp"
#include "toolkit/demonstration/demonstration_access.hpp"
#include "toolkit/demonstration/demonstration_answers.hpp"
#include "toolkit/demonstration/demonstration_documents.hpp"
#include "toolkit/demonstration/demonstration_files.hpp"
#include "toolkit/demonstration/demonstration_regimes.hpp"
#include "toolkit/demonstration/load_study.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/procedure/procedure_store.hpp"
#include "toolkit/procedure/regime_reader.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/framework_store.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace hdskit {
namespace {

constexpr const char* regime = "agrement-2006";
constexpr const char* continuity_file = "continuity/continuity.json";

bool is_database(const std::string& location) { return location.starts_with("postgres"); }

void complete(auto&) {}
void complete(Procedure& procedure) { procedure.regime_xml = shipped_regime(procedure.regime); }

/// References between records are positions in their lists, which a new workspace gives back as numbers.
template <typename Record> void load(Change& change, const boost::json::object& organisation) {
  const auto kind = Record::type().kind;
  for (const auto& described : organisation.at(kind).as_array()) {
    Record record;
    for (const auto& [name, value] : described.as_object()) {
      const auto* field = Record::type().find(name);
      if (!field) throw std::logic_error{"demonstration/organisation.json: " + std::string{kind} + " has no field “" + std::string{name} + "”"};
      field->set(record, value.as_string());
    }
    complete(record);
    add_record(change, record);
  }
}

void load_organisation(Change& change) {
  const auto text = demonstration_file("organisation.json");
  const auto json = boost::json::parse({text.data(), text.size()});
  const auto& organisation = json.as_object();
  load<LegalEntity>(change, organisation);
  load<Site>(change, organisation);
  load<HostedService>(change, organisation);
  load<Client>(change, organisation);
  load<Contract>(change, organisation);
  load<Person>(change, organisation);
  load<Mandate>(change, organisation);
  load<Subcontractor>(change, organisation);
  load<Procedure>(change, organisation);
  load<ProcedureEvent>(change, organisation);
}

void load_answers(Change& change, const Checklist& checklist) {
  for (const auto& text : demonstration_texts("answers")) {
    Answer answer;
    answer.item = text.name;
    answer.statement = text.body;
    answer.owner = text.value("owner");
    from_field_text(text.value("state"), answer.state);
    from_field_text(text.value("due"), answer.due);
    give_answer(change, checklist, answer);
  }
}

/// Each document says itself which items of the main checklist it serves; the answers to the other frameworks name theirs.
void link_documents(std::vector<PreparedEvidence>& documents, const std::vector<FrameworkAnswer>& answers) {
  for (const auto& each : answers)
    for (const auto& code : each.documents) {
      const auto found = std::ranges::find(documents, code, [](const PreparedEvidence& prepared) { return prepared.description.code; });
      if (found == documents.end()) throw std::logic_error{"demonstration/frameworks: " + each.answer.item + " names " + code};
      found->description.requirements.push_back(each.answer.item);
    }
}

void give(Change& change, const Checklist& checklist, const std::vector<FrameworkAnswer>& described) {
  std::vector<Answer> answers;
  for (const auto& each : described) answers.push_back(each.answer);
  give_answers(change, checklist, answers);
}

void fill(Workspace& workspace, std::vector<PreparedEvidence> documents, const Acting& acting, const Progress& progress) {
  const std::string xml{shipped_checklist(regime)};
  const auto answered = framework_answers();
  for (const auto& each : answered) link_documents(documents, each.answers);
  workspace.change(acting, [&](Change& change) {
    adopt_checklist(change, xml);
    load_organisation(change);
    load_answers(change, checklist_of(xml, regime));
    for (const auto& document : documents) add_evidence(change, document.description, document.file, progress);
    import_continuity(change, parse_continuity(demonstration_file(continuity_file), continuity_file));
    load_regimes(change);
    for (const auto& each : answered) give(change, framework_checklist(workspace, each.framework), each.answers);
  });
  load_study(workspace, acting.at);
}

} // namespace

std::vector<std::string> create_demonstration(const std::string& location, const Acting& acting, const Progress& progress,
                                              const std::optional<DemonstrationBackups>& backups, DemonstrationPart access) {
  const ScratchFolder folder;
  auto workspace = Workspace::create(location, acting);
  try {
    auto documents = prepare_documents(folder.path(), progress);
    fill(workspace, std::move(documents), acting, progress);
    if (access == DemonstrationPart::made && !is_database(location)) add_demonstration_access(workspace, access_folder(location), acting, progress);
    if (!backups) return {};
    if (is_database(location)) return {tr("A database has no folder beside it: the demonstration was made without backups.")};
    return add_demonstration_backups(workspace, backups_folder(location), *backups, acting, progress);
  } catch (...) {
    { const auto closing = std::move(workspace); }
    if (!is_database(location)) {
      std::error_code ignored;
      std::filesystem::remove(location, ignored);
    }
    throw;
  }
}

} // namespace hdskit
