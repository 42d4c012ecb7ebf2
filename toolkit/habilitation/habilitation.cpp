#include "toolkit/habilitation/habilitation.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(AccessFrame) {
  static constexpr Choice choices[] = {{"snds-permanent", marked("SNDS, permanent access")},
                                       {"snds-project", marked("SNDS, project (study without persons taking part)")},
                                       {"snds-project-riph", marked("SNDS, project (study with persons taking part)")},
                                       {"pmsi-atih", marked("PMSI, secure space of the ATIH")},
                                       {"pmsi-casd", marked("PMSI, terminal of the CASD")},
                                       {"pmsi-ad-hoc", marked("PMSI, ad hoc space of a company")},
                                       {"hdh", marked("Health Data Hub, project space")},
                                       {"mr-005", marked("reference methodology MR-005")},
                                       {"mr-006", marked("reference methodology MR-006")},
                                       {"mr-007", marked("reference methodology MR-007")},
                                       {"mr-008", marked("reference methodology MR-008")}};
  return choices;
}
std::span<const Choice> choices_of(PotentialIdentifier) {
  static constexpr Choice choices[] = {{"commune-of-residence", marked("commune of residence")},
                                       {"birth-month", marked("year and month of birth")},
                                       {"care-date", marked("exact date of care")},
                                       {"death-date", marked("exact date of death")},
                                       {"commune-of-death", marked("commune of death")}};
  return choices;
}
std::span<const Choice> choices_of(ReleaseDecision) {
  static constexpr Choice choices[] = {{"pending", marked("to be decided")}, {"released", marked("released")}, {"refused", marked("refused")}};
  return choices;
}

const RecordType<AccessProject>& AccessProject::type() {
  static const Field<AccessProject> fields[] = {
      field<&AccessProject::reference>("reference", marked("Reference")),
      field<&AccessProject::title>("title", marked("Title"), Need::required),
      field<&AccessProject::frame>("frame", marked("Frame of access")),
      long_field<&AccessProject::purpose>("purpose", marked("Purpose and public interest")),
      field<&AccessProject::controller>("controller", marked("Controller")),
      field<&AccessProject::processor>("processor", marked("Who carries it out")),
      long_field<&AccessProject::data_sets>("data_sets", marked("Data sets")),
      field<&AccessProject::laboratory>("laboratory", marked("Laboratory or bureau d’études")),
      field<&AccessProject::registration>("registration", marked("Public registration")),
      field<&AccessProject::registered_on>("registered_on", marked("Registered on")),
      field<&AccessProject::convention>("convention", marked("Convention")),
      field<&AccessProject::convention_until>("convention_until", marked("Convention until")),
      field<&AccessProject::starts_on>("starts_on", marked("Access from")),
      field<&AccessProject::ends_on>("ends_on", marked("Access until")),
      field<&AccessProject::last_publication>("last_publication", marked("Last publication")),
      field<&AccessProject::fields>("fields", marked("Data that are used")),
      long_field<&AccessProject::recipients>("recipients", marked("Recipients")),
      long_field<&AccessProject::legal_basis>("legal_basis", marked("Legal basis")),
      long_field<&AccessProject::rights_contact>("rights_contact", marked("Where persons exercise their rights")),
      long_field<&AccessProject::retention>("retention", marked("How long the data are kept")),
      field<&AccessProject::notice_url>("notice_url", marked("Where the notice is published")),
      long_field<&AccessProject::note>("note", marked("Note")),
  };
  static const RecordType<AccessProject> type{"access_project", marked("project on health data"), fields};
  return type;
}

const RecordType<AuthorisedPerson>& AuthorisedPerson::type() {
  static const Field<AuthorisedPerson> fields[] = {
      field<&AuthorisedPerson::reference>("reference", marked("Reference")),
      citing<&AuthorisedPerson::project>("project", marked("Project"), "access_project", Need::required),
      field<&AuthorisedPerson::name>("name", marked("Name"), Need::required),
      field<&AuthorisedPerson::function>("function", marked("Function")),
      field<&AuthorisedPerson::contact>("contact", marked("Contact")),
      field<&AuthorisedPerson::employer>("employer", marked("Employer")),
      field<&AuthorisedPerson::address>("address", marked("Address")),
      field<&AuthorisedPerson::profile>("profile", marked("Profile")),
      field<&AuthorisedPerson::identifiers>("identifiers", marked("Potential identifiers")),
      field<&AuthorisedPerson::registration_authority>("registration_authority", marked("Registration authority")),
      field<&AuthorisedPerson::delegate>("delegate", marked("Delegate of the registration authority")),
      field<&AuthorisedPerson::trained_on>("trained_on", marked("Trained on")),
      field<&AuthorisedPerson::undertaking_on>("undertaking_on", marked("Undertaking of confidentiality on")),
      field<&AuthorisedPerson::conditions_on>("conditions_on", marked("Conditions of use signed on")),
      field<&AuthorisedPerson::starts_on>("starts_on", marked("Access from"), Need::required),
      field<&AuthorisedPerson::ends_on>("ends_on", marked("Access until"), Need::required),
      field<&AuthorisedPerson::reviewed_on>("reviewed_on", marked("Reviewed on")),
      field<&AuthorisedPerson::closed_on>("closed_on", marked("Account closed on")),
      field<&AuthorisedPerson::evidence>("evidence", marked("Evidence (code of the document)")),
      long_field<&AuthorisedPerson::note>("note", marked("Note")),
  };
  static const RecordType<AuthorisedPerson> type{"authorised_person", marked("authorised person"), fields};
  return type;
}

const RecordType<OutputRelease>& OutputRelease::type() {
  static const Field<OutputRelease> fields[] = {
      field<&OutputRelease::reference>("reference", marked("Reference")),
      citing<&OutputRelease::project>("project", marked("Project"), "access_project", Need::required),
      citing<&OutputRelease::person>("person", marked("Asked by"), "authorised_person", Need::required),
      field<&OutputRelease::moment>("moment", marked("Asked at"), Need::required),
      field<&OutputRelease::description>("description", marked("What leaves"), Need::required),
      field<&OutputRelease::file>("file", marked("File")),
      field<&OutputRelease::digest>("digest", marked("SHA-256 fingerprint")),
      field<&OutputRelease::threshold>("threshold", marked("Threshold of small counts")),
      field<&OutputRelease::checked>("checked", marked("Checked on")),
      long_field<&OutputRelease::findings>("findings", marked("Findings")),
      field<&OutputRelease::decision>("decision", marked("Decision")),
      field<&OutputRelease::decided_by>("decided_by", marked("Decided by")),
      long_field<&OutputRelease::justification>("justification", marked("Justification")),
      field<&OutputRelease::evidence>("evidence", marked("Evidence (code of the document)")),
  };
  static const RecordType<OutputRelease> type{"output_release", marked("output of results"), fields};
  return type;
}

} // namespace hdskit
