#pragma once

#include "toolkit/access/directory_answers.hpp"

namespace hdskit {

// A page of a search in the directory (FHIR R4, searchset Bundle), as far as a review needs it. What is absent stays empty; what is there and wrong is refused.

constexpr std::size_t fhir_page_limit = 16u << 20; ///< bytes

struct FhirPractitioner {
  std::string id;                        ///< of the resource
  std::vector<std::string> national_ids; ///< idNat_PS; none when the directory gives the resource without its identifiers
  bool active = true;                    ///< false only when it is said
  std::vector<std::string> professions;  ///< codes of nomenclature G15, sorted
  std::vector<DirectoryCard> cards;
};
struct FhirRole {
  std::string practitioner, organization; ///< ids of resources
  std::string profession;                 ///< code of nomenclature G15, when the role itself tells one
};
struct FhirOrganization {
  std::string id, part_of; ///< part_of: id of the legal entity
  std::string finess_site, finess_entity;
};
struct FhirPage {
  std::vector<FhirPractitioner> practitioners;
  std::vector<FhirRole> roles; ///< open on the day
  std::vector<FhirOrganization> organizations;
  std::string next; ///< address of the next page, as written; "" on the last
};

/// `name`: what is told to the person in place of a file. Throws Problem bad_input with all defects and their places, or with what an OperationOutcome says.
FhirPage read_fhir_page(std::string_view json, const std::string& name, Date day);

/// What an OperationOutcome says, in at most 300 bytes of one line; "" for anything else. Throws nothing.
std::string fhir_outcome_text(std::string_view json);

} // namespace hdskit
