#include "toolkit/habilitation/check_habilitation.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>

namespace hdskit {
namespace {

bool is_snds(AccessFrame frame) {
  return frame == AccessFrame::snds_permanent || frame == AccessFrame::snds_project || frame == AccessFrame::snds_project_riph;
}
bool is_methodology(AccessFrame frame) {
  return frame == AccessFrame::mr_005 || frame == AccessFrame::mr_006 || frame == AccessFrame::mr_007 || frame == AccessFrame::mr_008;
}

class Register {
public:
  Register(const Habilitation& habilitation, Date today) : habilitation_{habilitation}, projects_{habilitation.projects}, today_{today} {}

  std::vector<HabilitationFinding> checked() {
    for (const auto& project : habilitation_.projects) check(project);
    for (const auto& person : habilitation_.people) check(person);
    for (const auto& output : habilitation_.outputs) check(output);
    return std::move(findings_);
  }

private:
  static constexpr auto high = HabilitationSeverity::high, medium = HabilitationSeverity::medium;

  void find(std::string_view rule, HabilitationSeverity severity, const std::string& subject, std::string sentence) {
    findings_.push_back({rule, severity, subject, std::move(sentence)});
  }

  void check(const AccessProject& project) {
    const bool begun = project.starts_on && *project.starts_on <= today_;
    if (is_methodology(project.frame) && begun && !project.registered_on)
      find("not-registered", high, project.reference, tr("{1}: the study is under way and not registered in the public directory.", {project.title}));
    if (project.frame == AccessFrame::mr_006 && project.laboratory.empty())
      find("no-laboratory", high, project.reference, tr("{1}: no laboratory or bureau d’études has given its undertaking.", {project.title}));
    if (project.convention_until && *project.convention_until < today_ && (!project.ends_on || *project.ends_on >= today_))
      find("convention-ended", high, project.reference,
           tr("{1}: the convention ended on {2} and the access goes on.", {project.title, tr_date(*project.convention_until)}));
    if (project.last_publication && plus_months(*project.last_publication, 12 * years_after_publication) < today_ &&
        (!project.ends_on || *project.ends_on >= today_))
      find("kept-too-long", medium, project.reference, tr("{1}: more than two years after the last publication, the access is still open.", {project.title}));
  }

  void check(const AuthorisedPerson& person) {
    const auto* project = projects_.find(person.project);
    check_ends(person, project);
    if (!is_open(person, today_)) return;
    check_papers(person, project);
    if (person.identifiers.size() > 1)
      find("several-identifiers", high, person.reference, tr("{1}: the profile gives several potential identifiers at a time.", {person.name}));
    const auto last = person.reviewed_on ? person.reviewed_on : person.starts_on;
    if (last && plus_months(*last, months_between_authorisation_reviews) < today_)
      find("review-overdue", high, person.reference,
           tr("{1}: the authorisation was last looked at on {2}, more than a year ago.", {person.name, tr_date(*last)}));
  }

  void check_ends(const AuthorisedPerson& person, const AccessProject* project) {
    if (person.ends_on && *person.ends_on < today_ && !person.closed_on)
      find("account-outlives-access", high, person.reference,
           tr("{1}: the access ended on {2} and the account is not closed.", {person.name, tr_date(*person.ends_on)}));
    if (project && project->ends_on && person.ends_on && *project->ends_on < *person.ends_on && !person.closed_on)
      find("access-outlives-project", medium, person.reference,
           tr("{1}: the access lasts until {2}, the project until {3}.", {person.name, tr_date(*person.ends_on), tr_date(*project->ends_on)}));
  }

  void check_papers(const AuthorisedPerson& person, const AccessProject* project) {
    const auto late = [&](const std::optional<Date>& day) { return !day || (person.starts_on && *person.starts_on < *day); };
    if (project && is_snds(project->frame) && late(person.trained_on))
      find("not-trained", high, person.reference, tr("{1}: entered before the training, or without it.", {person.name}));
    if (late(person.undertaking_on))
      find("no-undertaking", high, person.reference, tr("{1}: entered before signing the undertaking of confidentiality, or without it.", {person.name}));
    if (project && is_snds(project->frame) && !person.conditions_on)
      find("conditions-not-signed", medium, person.reference, tr("{1}: has not signed the conditions of use.", {person.name}));
    if (project && is_snds(project->frame) && person.registration_authority.empty())
      find("no-registration-authority", medium, person.reference, tr("{1}: no registration authority is named.", {person.name}));
  }

  void check(const OutputRelease& output) {
    const auto asked = Date::parse(std::string_view{output.moment}.substr(0, std::string_view{"2026-11-22"}.size()));
    if (output.decision == ReleaseDecision::pending && asked && plus_months(*asked, 1) < today_)
      find("output-undecided", medium, output.reference, tr("{1}: nobody has decided on this output for more than a month.", {output.description}));
    if (output.decision == ReleaseDecision::released && (!output.checked || output.digest.empty()))
      find("output-without-check", high, output.reference, tr("{1}: was released without a check of the very file that left.", {output.description}));
  }

  const Habilitation& habilitation_;
  const ByReference<AccessProject> projects_;
  Date today_;
  std::vector<HabilitationFinding> findings_;
};

} // namespace

std::string_view word_of(HabilitationSeverity severity) { return severity == HabilitationSeverity::high ? "high" : "medium"; }

bool is_open(const AuthorisedPerson& person, Date today) {
  return person.starts_on && *person.starts_on <= today && (!person.closed_on || *person.closed_on > today);
}

std::vector<HabilitationFinding> check_habilitation(const Habilitation& habilitation, Date today) { return Register{habilitation, today}.checked(); }

std::vector<HabilitationDay> habilitation_days(const Habilitation& habilitation) {
  std::vector<HabilitationDay> days;
  for (const auto& project : habilitation.projects)
    if (project.convention_until)
      days.push_back({*project.convention_until, "convention", project.reference, tr("End of the convention of “{1}”", {project.title})});
  for (const auto& person : habilitation.people) {
    if (person.closed_on) continue;
    if (person.ends_on) days.push_back({*person.ends_on, "end", person.reference, tr("End of the access of {1}", {person.name})});
    if (const auto last = person.reviewed_on ? person.reviewed_on : person.starts_on)
      days.push_back(
          {plus_months(*last, months_between_authorisation_reviews), "review", person.reference, tr("Review of the authorisation of {1}", {person.name})});
  }
  std::ranges::stable_sort(days, {}, &HabilitationDay::day);
  return days;
}

} // namespace hdskit
