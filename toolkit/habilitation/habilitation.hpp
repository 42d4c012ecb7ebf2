#pragma once

#include "toolkit/base/field.hpp"

#include <string>
#include <vector>

namespace hdskit {

// Who may enter a secure space of national health data, for which project and until when, and what leaves it. Fields of the register: the official model of
// 15 April 2017; rules: référentiel de sécurité du SNDS (arrêté of 22 March 2017, then of 6 May 2024), and what each secure space asks.

using AccessProjectId = Id<struct AccessProjectTag>;
using AuthorisedPersonId = Id<struct AuthorisedPersonTag>;
using OutputReleaseId = Id<struct OutputReleaseTag>;

/// Under which rules the data are reached.
enum class AccessFrame { snds_permanent, snds_project, snds_project_riph, pmsi_atih, pmsi_casd, pmsi_ad_hoc, hdh, mr_005, mr_006, mr_007, mr_008 };
std::span<const Choice> choices_of(AccessFrame);

struct AccessProject {
  AccessProjectId id;
  std::string reference; ///< "PRJ1"
  std::string title;
  AccessFrame frame = AccessFrame::snds_project;
  std::string purpose;    ///< and the public interest that it serves
  std::string controller; ///< who answers for the processing
  std::string processor;  ///< who carries it out
  std::string data_sets;
  std::string laboratory;   ///< laboratory or bureau d’études that does the study for a company of health products
  std::string registration; ///< number or address in the public directory of projects
  std::optional<Date> registered_on;
  std::string convention; ///< with whom, and its number
  std::optional<Date> convention_until, starts_on, ends_on, last_publication;
  std::vector<std::string> fields; ///< of the data that are used, as the notice names them
  std::string recipients, legal_basis;
  std::string rights_contact; ///< where a person objects or asks
  std::string retention;      ///< how long, in words
  std::string notice_url;     ///< where the notice is published
  std::string note;
  static const RecordType<AccessProject>& type();
};

/// The five that identify indirectly: a profile holds one of them at a time.
enum class PotentialIdentifier { commune_of_residence, birth_month, care_date, death_date, commune_of_death };
std::span<const Choice> choices_of(PotentialIdentifier);

struct AuthorisedPerson {
  AuthorisedPersonId id;
  std::string reference; ///< "HAB1"
  std::string project;
  std::string name, function, contact, employer, address;
  std::string profile;                                           ///< of the account
  std::vector<std::string> identifiers;                          ///< words of PotentialIdentifier that the profile gives
  std::string registration_authority;                            ///< autorité d’enregistrement, who asks for the account
  std::string delegate;                                          ///< to whom it delegated that
  std::optional<Date> trained_on, undertaking_on, conditions_on; ///< undertaking of confidentiality; conditions of use, signed at the first connection
  std::optional<Date> starts_on, ends_on, reviewed_on, closed_on;
  std::string evidence, note;
  static const RecordType<AuthorisedPerson>& type();
};

enum class ReleaseDecision { pending, released, refused };
std::span<const Choice> choices_of(ReleaseDecision);

/// A line of the airlock's log: something that asked to leave the secure space.
struct OutputRelease {
  OutputReleaseId id;
  std::string reference; ///< "SOR1"
  std::string project;
  std::string person;                    ///< reference of the authorised person who asks
  std::string moment;                    ///< "2026-11-22T10:15" in Paris
  std::string description, file, digest; ///< digest: SHA-256 of the file
  std::optional<std::int64_t> threshold; ///< of small counts, as checked
  std::optional<Date> checked;
  std::string findings; ///< of the check, in words
  ReleaseDecision decision = ReleaseDecision::pending;
  std::string decided_by, justification, evidence;
  static const RecordType<OutputRelease>& type();
};

struct Habilitation {
  std::vector<AccessProject> projects;
  std::vector<AuthorisedPerson> people;
  std::vector<OutputRelease> outputs;
};

} // namespace hdskit
