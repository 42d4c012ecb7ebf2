#include "toolkit/base/text.hpp"
#include "toolkit/dossier/continuity_chapter.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/dossier/restore_words.hpp"
#include "toolkit/habilitation/check_habilitation.hpp"
#include "toolkit/organisation/by_reference.hpp"

namespace hdskit::chapters {
namespace {

Words::List person_rows(const ChapterInput& input, const AccessProject& project) {
  Words::List rows;
  for (const auto& person : input.facts.habilitation.people)
    if (reference_key(person.project) == reference_key(project.reference))
      rows.push_back(Words{}
                         .set("reference", person.reference)
                         .set("name", person.name)
                         .set("function", or_dash(person.function))
                         .set("profile", or_dash(person.profile))
                         .set("from_text", short_date(person.starts_on))
                         .set("until_text", short_date(person.ends_on))
                         .set("reviewed_text", short_date(person.reviewed_on))
                         .set("closed_text", short_date(person.closed_on))
                         .flag("open", is_open(person, input.day)));
  return rows;
}

Words::List output_rows(const ChapterInput& input, const AccessProject& project) {
  Words::List rows;
  for (const auto& output : input.facts.habilitation.outputs)
    if (reference_key(output.project) == reference_key(project.reference))
      rows.push_back(Words{}
                         .set("reference", output.reference)
                         .set("moment", replaced(output.moment, "T", " "))
                         .set("description", output.description)
                         .set("findings", or_dash(output.findings))
                         .set("decision_text", label_of_choice(output.decision))
                         .set("decided_by", or_dash(output.decided_by)));
  return rows;
}

Words project_words(const ChapterInput& input, const AccessProject& project, std::size_t rank) {
  auto people = person_rows(input, project), outputs = output_rows(input, project);
  const bool any_person = !people.empty(), any_output = !outputs.empty();
  Words words;
  words.set("rank", std::to_string(rank))
      .set("reference", project.reference)
      .set("title", project.title)
      .set("frame_text", label_of_choice(project.frame))
      .set("purpose", or_dash(project.purpose))
      .set("controller", or_dash(project.controller))
      .set("registration", or_dash(project.registration))
      .set("convention", or_dash(project.convention))
      .set("until_text", short_date(project.ends_on))
      .flag("has_people", any_person)
      .list("people", std::move(people))
      .flag("has_outputs", any_output)
      .list("outputs", std::move(outputs));
  return words;
}

Words gather_authorisations(const ChapterInput& input) {
  Words::List projects, findings;
  for (const auto& project : input.facts.habilitation.projects) projects.push_back(project_words(input, project, projects.size() + 1));
  for (const auto& finding : check_habilitation(input.facts.habilitation, input.day))
    findings.push_back(Words{}.set("subject", finding.subject).set("sentence", finding.sentence));
  const bool any = !findings.empty();
  Words words;
  words.list("projects", std::move(projects)).flag("has_findings", any).list("findings", std::move(findings));
  return words;
}

} // namespace

extern const Chapter authorisations;
const Chapter authorisations{.id = "habilitations",
                             .sentence = "Projects on health data, the register of authorised persons, the log of outputs, what does not hold.",
                             .gather = gather_authorisations,
                             .present = [](const ChapterInput& input) { return !input.facts.habilitation.projects.empty(); }};

} // namespace hdskit::chapters
