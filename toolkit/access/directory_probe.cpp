#include "toolkit/access/directory_probe.hpp"

#include "toolkit/access/directory_search.hpp"
#include "toolkit/access/fhir_value.hpp"
#include "toolkit/access/review_joins.hpp"
#include "toolkit/access/web_address.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <thread>

namespace hdskit {
namespace {

constexpr std::size_t longest_key = 1000; ///< bytes

using Ids = std::vector<std::string>;

Ids part_of(const Ids& ids, std::size_t from) {
  return {ids.begin() + static_cast<std::ptrdiff_t>(from), ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), from + directory_batch))};
}

/// What one batch of persons gave: resources of all its pages.
struct FoundResources {
  std::vector<FhirPractitioner> practitioners;
  std::vector<FhirRole> roles;
};

class DirectoryQuestion {
public:
  DirectoryQuestion(const DirectoryOrder& order, DirectoryAnswers& answers) : order_{order}, answers_{answers}, search_{order} {}

  void ask(const Ids& ids) {
    for (std::size_t done = 0; done < ids.size(); done += directory_batch) {
      order_.progress.tell(tr("Asking the directory"), done, ids.size());
      take(part_of(ids, done));
    }
  }

private:
  void take(const Ids& batch) {
    const auto found = find(batch);
    look_up_places(found);
    std::map<std::string, DirectoryPerson, std::less<>> persons;
    bool nameless = false;
    for (const auto& practitioner : found.practitioners) {
      if (practitioner.national_ids.empty()) nameless = true;
      for (const auto& id : practitioner.national_ids)
        if (std::ranges::binary_search(batch, id)) put(persons, id, practitioner, found.roles);
    }
    if (nameless && batch.size() == 1 && persons.empty()) // who was found under the one number that was asked is that person
      for (const auto& practitioner : found.practitioners)
        if (practitioner.national_ids.empty()) put(persons, batch.front(), practitioner, found.roles);
    Ids told;
    for (const auto& id : batch)
      if (!nameless || batch.size() == 1 || persons.contains(id)) told.push_back(id);
    for (auto& [id, person] : persons) answers_.persons.insert_or_assign(id, std::move(person));
    answers_.add_asked(told);
    // somebody came without a number: those who did not come are asked one by one, to know who it is
    for (const auto& id : batch)
      if (!answers_.has_asked(id)) take({id});
  }

  FoundResources find(const Ids& batch) {
    FoundResources found;
    search_.run("Practitioner", "identifier=" + joined(batch, "%2C") + "&_revinclude=PractitionerRole%3Apractitioner&_count=" + std::to_string(directory_batch),
                [&](const FhirPage& page) {
                  found.practitioners.insert(found.practitioners.end(), page.practitioners.begin(), page.practitioners.end());
                  found.roles.insert(found.roles.end(), page.roles.begin(), page.roles.end());
                  keep_places(page);
                });
    return found;
  }

  void keep_places(const FhirPage& page) {
    for (const auto& organization : page.organizations)
      if (!organization.id.empty()) places_.insert_or_assign(organization.id, organization);
  }

  /// The organisations of the exercises with the legal entities above them; one that the directory does not give stays unknown, and is not asked again.
  void look_up_places(const FoundResources& found) {
    std::set<std::string> wanted;
    for (const auto& role : found.roles)
      if (is_resource_id(role.organization) && !places_.contains(role.organization)) wanted.insert(role.organization);
    const Ids ids{wanted.begin(), wanted.end()};
    for (std::size_t done = 0; done < ids.size(); done += directory_batch) {
      const auto batch = part_of(ids, done);
      search_.run("Organization", "_id=" + joined(batch, "%2C") + "&_include=Organization%3Apartof&_count=" + std::to_string(directory_batch),
                  [&](const FhirPage& page) { keep_places(page); });
      for (const auto& id : batch) places_.try_emplace(id, FhirOrganization{.id = id, .part_of = {}, .finess_site = {}, .finess_entity = {}});
    }
  }

  /// What FHIR allows in the id of a resource; anything else would change the question.
  static bool is_resource_id(const std::string& id) {
    const auto fits = [](unsigned char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.'; };
    constexpr std::size_t longest = 64;
    return !id.empty() && id.size() <= longest && std::ranges::all_of(id, fits);
  }

  DirectoryExercise exercise_of(const FhirRole& role) const {
    DirectoryExercise exercise{.profession = role.profession, .finess_site = {}, .finess_entity = {}};
    const auto place = places_.find(role.organization);
    if (place == places_.end()) return exercise;
    exercise.finess_site = place->second.finess_site;
    exercise.finess_entity = place->second.finess_entity;
    const auto above = places_.find(place->second.part_of);
    if (exercise.finess_entity.empty() && above != places_.end()) exercise.finess_entity = above->second.finess_entity;
    return exercise;
  }

  /// The directory may have several resources of one person: whoever is registered in one of them is registered.
  void put(std::map<std::string, DirectoryPerson, std::less<>>& persons, const std::string& id, const FhirPractitioner& practitioner,
           const std::vector<FhirRole>& roles) const {
    const auto [place, first] = persons.try_emplace(id);
    auto& person = place->second;
    person.national_id = id;
    person.active = practitioner.active || (!first && person.active);
    person.professions.insert(person.professions.end(), practitioner.professions.begin(), practitioner.professions.end());
    std::ranges::sort(person.professions);
    person.professions.erase(std::unique(person.professions.begin(), person.professions.end()), person.professions.end());
    const auto add = [](auto& list, auto one) { // a page may repeat what another had
      if (std::ranges::find(list, one) == list.end()) list.push_back(std::move(one));
    };
    for (const auto& card : practitioner.cards) add(person.cards, card);
    for (const auto& role : roles)
      if (practitioner.active && !practitioner.id.empty() && role.practitioner == practitioner.id) add(person.exercises, exercise_of(role));
  }

  const DirectoryOrder& order_;
  DirectoryAnswers& answers_;
  DirectorySearch search_;
  std::map<std::string, FhirOrganization, std::less<>> places_;
};

} // namespace

DirectoryClock steady_directory_clock(const Progress& progress) {
  return {[] { return std::chrono::steady_clock::now(); },
          [progress](std::chrono::nanoseconds time) {
            constexpr std::chrono::nanoseconds turn = std::chrono::milliseconds{100};
            for (; time.count() > 0; time -= turn) {
              progress.stop_if_cancelled();
              std::this_thread::sleep_for(std::min(turn, time));
            }
          }};
}

std::vector<std::string> residue_of(const AccessReview& review) {
  const ReviewJoins joins{review};
  std::set<std::string> ids;
  for (const auto& account : review.accounts.accounts) {
    const auto id = joins.directory_id(account);
    if (account.active() && is_directory_id(id) && !joins.in_extract(id)) ids.insert(id);
  }
  return {ids.begin(), ids.end()};
}

std::vector<std::string> still_to_ask(const std::vector<std::string>& ids, const DirectoryAnswers& answers) {
  std::vector<std::string> left;
  std::ranges::copy_if(ids, std::back_inserter(left), [&](const auto& id) { return !answers.has_asked(id); });
  return left;
}

std::size_t fewest_directory_calls(std::size_t persons) { return (persons + directory_batch - 1) / directory_batch; }

std::string directory_address_defect(std::string_view text) {
  const auto address = parse_web_address(text);
  if (address.scheme == "https" && !address.host.empty() && address.rest.find('?') == std::string::npos) return "";
  return tr("“{1}” is no address of the directory’s interface: it looks like {2}.", {text, usual_directory_address});
}

std::string directory_key_defect(std::string_view key) {
  const auto fits = [](unsigned char c) { return c > 0x20 && c < 0x7F; };
  if (key.empty()) return tr("There is no key.");
  return key.size() <= longest_key && std::ranges::all_of(key, fits) ? ""
                                                                     : tr("What was given is no key: letters, digits and signs without a blank are expected.");
}

void ask_directory(const DirectoryOrder& order, const std::vector<std::string>& ids, DirectoryAnswers& answers) {
  const auto refuse = [](const std::string& sentence) { throw Problem{ProblemKind::bad_input, "directory", sentence, tr("Correct it, then start again.")}; };
  if (const auto defect = directory_address_defect(order.address); !defect.empty()) refuse(defect);
  if (const auto defect = directory_key_defect(order.access.key); !defect.empty()) refuse(defect);
  if (const auto defect = order.access.proxy.empty() ? "" : proxy_address_defect(order.access.proxy); !defect.empty()) refuse(defect);
  if (order.rate < 1 || order.rate > most_directory_rate) refuse(tr("From 1 to {1} calls a second.", {std::to_string(most_directory_rate)}));
  auto left = still_to_ask(ids, answers);
  std::ranges::sort(left);
  answers.complete = false;
  if (answers.asked.size() + left.size() > most_directory_persons)
    refuse(tr("More than {1} persons cannot be asked for: give the extract of the directory first.", {std::to_string(most_directory_persons)}));
  DirectoryQuestion{order, answers}.ask(left);
  answers.complete = true;
}

} // namespace hdskit
