#include "gui/presenter/new_workspace.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr std::size_t offered_services = 4;
constexpr int names_tried = 99;

bool blank_text(std::string_view text) { return trimmed(text).empty(); }
std::string clean(std::string_view text) { return std::string{trimmed(text)}; }
bool stands(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

LegalEntity host_of(const NewWorkspace& draft) {
  LegalEntity host;
  host.name = clean(draft.name);
  host.legal_form = clean(draft.legal_form);
  from_field_text(trimmed(draft.finess), host.finess);
  from_field_text(trimmed(draft.siren), host.siren);
  host.city = clean(draft.city);
  host.representative = clean(draft.representative);
  host.representative_title = clean(draft.representative_title);
  return host;
}

std::vector<SiteId> add_sites(Change& change, const NewWorkspace& draft, EntityId host) {
  std::vector<SiteId> ids;
  for (const auto& asked : draft.sites) {
    if (blank_text(asked.name)) continue;
    Site site;
    site.kind = asked.kind;
    site.name = clean(asked.name);
    site.city = clean(asked.city);
    site.entity = host;
    ids.push_back(add_record(change, site).id);
  }
  return ids;
}

void add_services(Change& change, const NewWorkspace& draft, const std::vector<SiteId>& sites) {
  for (const auto& asked : draft.services) {
    if (blank_text(asked.name)) continue;
    HostedService service;
    service.name = clean(asked.name);
    service.code = clean(asked.code);
    service.criticality = asked.criticality;
    if (!sites.empty()) service.primary_site = sites.front();
    add_record(change, service);
  }
}

/// One who holds two functions is one person.
void add_people(Change& change, const NewWorkspace& draft, EntityId host) {
  std::vector<Person> known;
  for (const auto& asked : draft.people) {
    if (blank_text(asked.name)) continue;
    const auto name = clean(asked.name), email = clean(asked.email);
    auto person = std::ranges::find_if(known, [&](const Person& one) { return folded(one.name) == folded(name) && (email.empty() || one.email == email); });
    if (person == known.end()) {
      Person added;
      added.name = name;
      added.email = email;
      const LanguageScope of_the_file{Language::french}; // it will stand in the file
      added.position = tr(choices_of(asked.role)[static_cast<std::size_t>(asked.role)].label);
      added.entity = host;
      known.push_back(add_record(change, added));
      person = known.end() - 1;
    }
    Mandate mandate;
    mandate.role = asked.role;
    mandate.person = person->id;
    mandate.starts_on = Date::parse(trimmed(asked.since));
    add_record(change, mandate);
  }
}

void fill(Workspace& workspace, const NewWorkspace& draft, const std::string& checklist, const Acting& acting) {
  workspace.change(acting, [&](Change& change) {
    adopt_checklist(change, checklist);
    const auto host = add_record(change, host_of(draft)).id;
    add_services(change, draft, add_sites(change, draft, host));
    add_people(change, draft, host);
  });
}

} // namespace

NewWorkspace NewWorkspace::blank(const std::filesystem::path& documents, std::string author, Date today) {
  NewWorkspace draft;
  auto file = documents / (tr("hospital") + ".hds");
  for (int number = 2; number <= names_tried && stands(file); ++number) file = documents / (tr("hospital") + "-" + std::to_string(number) + ".hds");
  draft.location = file.string();
  draft.author = std::move(author);
  const auto iso = today.iso(), day = iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
  for (int role = 0; role < compulsory_mandates; ++role) draft.people.push_back({static_cast<MandateRole>(role), "", "", day});
  draft.sites = {{SiteKind::primary_room, "", ""}, {SiteKind::secondary_room, "", ""}};
  draft.services.resize(offered_services);
  draft.checklist = shipped_checklist_ids().front();
  return draft;
}

std::filesystem::path completed_location(const NewWorkspace& draft) {
  std::filesystem::path file{clean(draft.location)};
  if (file.extension() != ".hds") file += ".hds";
  return file;
}

std::vector<OfferedChecklist> offered_checklists() {
  std::vector<OfferedChecklist> offered;
  for (const auto& id : shipped_checklist_ids()) {
    const auto checklist = checklist_of(shipped_checklist(id), id);
    offered.push_back({id, checklist.title.in_current_language(), checklist.note.in_current_language()});
  }
  return offered;
}

std::string create_workspace(const NewWorkspace& draft, const Acting& acting) {
  for (const auto step : {AssistantStep::place, AssistantStep::hospital, AssistantStep::people, AssistantStep::services, AssistantStep::regime})
    if (const auto faults = faults_of(draft, step); !faults.empty())
      throw Problem{ProblemKind::bad_input, faults.front().field, faults.front().sentence, tr("Go back to “{1}” and correct it.", {title_of(step)})};
  const auto location = completed_location(draft).string();
  const std::string checklist{shipped_checklist(draft.checklist)};
  auto workspace = Workspace::create(location, acting);
  try {
    fill(workspace, draft, checklist, acting);
  } catch (...) {
    { const auto closing = std::move(workspace); }
    std::error_code ignored;
    std::filesystem::remove(location, ignored);
    throw;
  }
  return location;
}

} // namespace hdskit::gui
