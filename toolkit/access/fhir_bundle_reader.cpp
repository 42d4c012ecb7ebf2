#include "toolkit/access/fhir_bundle_reader.hpp"

#include "toolkit/access/fhir_value.hpp"
#include "toolkit/access/review.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t most_entries = 10'000, longest_outcome = 300; ///< of a page; bytes
constexpr std::string_view national_id_system = "urn:oid:1.2.250.1.71.4.2.1", smartcard = "/as-ext-smartcard";

/// Nomenclature G15 by whatever version of its address: "…/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante".
bool is_profession(std::string_view system) { return system.find("TRE_G15-") != std::string_view::npos || system.find("TRE-G15-") != std::string_view::npos; }

/// The codes of a CodeableConcept, or of a list of them, whose system `is`.
std::vector<std::string> codes_of(const FhirValue& concepts, const auto& is) {
  std::vector<std::string> codes;
  concepts.each([&](const FhirValue& one) {
    one.member("coding").each([&](const FhirValue& coding) {
      if (auto code = coding.text("code"); !code.empty() && is(coding.text("system"))) codes.push_back(std::move(code));
    });
  });
  return codes;
}

bool has_code(const FhirValue& concepts, std::string_view code) {
  const auto codes = codes_of(concepts, [](const std::string&) { return true; });
  return std::ranges::find(codes, code) != codes.end();
}

/// "https://server/fhir/v2/Practitioner/12/_history/3" and "Practitioner/12" are both 12.
std::string id_of_reference(const FhirValue& reference, std::string_view type) {
  const auto text = reference.text("reference");
  const auto start = "/" + std::string{type} + "/", whole = "/" + text;
  const auto at = whole.rfind(start);
  if (at == std::string::npos) return "";
  const auto id = whole.substr(at + start.size());
  return id.substr(0, id.find('/'));
}

DirectoryCard card_of(const FhirValue& extension) {
  DirectoryCard card;
  extension.member("extension").each([&](const FhirValue& part) {
    const auto url = part.text("url");
    if (url == "type") {
      const auto codes = codes_of(part.member("valueCodeableConcept"), [](const std::string&) { return true; });
      if (!codes.empty()) card.type = codes.front();
    } else if (url == "number") card.number = part.text("valueString");
    else if (url == "period") {
      card.from = part.member("valuePeriod").day("start");
      card.until = part.member("valuePeriod").day("end");
    }
  });
  return card;
}

FhirPractitioner practitioner_of(const FhirValue& resource) {
  FhirPractitioner practitioner;
  practitioner.id = resource.text("id");
  practitioner.active = resource.truth("active", true);
  resource.member("identifier").each([&](const FhirValue& identifier) {
    const auto system = identifier.text("system");
    if (system != national_id_system && system.find("rpps") == std::string::npos && system.find("adeli") == std::string::npos) return;
    auto id = national_id_of(identifier.text("value"));
    if (!id.empty() && std::ranges::find(practitioner.national_ids, id) == practitioner.national_ids.end()) practitioner.national_ids.push_back(std::move(id));
  });
  resource.member("qualification").each([&](const FhirValue& qualification) {
    for (auto& code : codes_of(qualification.member("code"), is_profession))
      if (std::ranges::find(practitioner.professions, code) == practitioner.professions.end()) practitioner.professions.push_back(std::move(code));
  });
  std::ranges::sort(practitioner.professions);
  resource.member("extension").each([&](const FhirValue& extension) {
    if (extension.text("url").ends_with(smartcard)) practitioner.cards.push_back(card_of(extension));
  });
  return practitioner;
}

/// Nothing for a role that has ended.
std::optional<FhirRole> role_of(const FhirValue& resource, Date day) {
  const auto end = resource.member("period").day("end");
  if (!resource.truth("active", true) || (end && *end < day)) return std::nullopt;
  const auto professions = codes_of(resource.member("code"), is_profession);
  return FhirRole{id_of_reference(resource.member("practitioner"), "Practitioner"), id_of_reference(resource.member("organization"), "Organization"),
                  professions.empty() ? "" : professions.front()};
}

FhirOrganization organization_of(const FhirValue& resource) {
  FhirOrganization organization{
      .id = resource.text("id"), .part_of = id_of_reference(resource.member("partOf"), "Organization"), .finess_site = {}, .finess_entity = {}};
  const bool legal = has_code(resource.member("type"), "LEGAL-ENTITY");
  resource.member("identifier").each([&](const FhirValue& identifier) {
    const auto type = identifier.member("type");
    const bool entity = has_code(type, "FINEJ"), site = has_code(type, "FINEG");
    if (!entity && !site && identifier.text("system").find("//finess.") == std::string::npos) return;
    (entity || (!site && legal) ? organization.finess_entity : organization.finess_site) = identifier.text("value");
  });
  return organization;
}

std::string sentence_of(const FhirValue& outcome) {
  std::string sentence;
  outcome.member("issue").each([&](const FhirValue& issue) {
    auto said = issue.text("diagnostics");
    if (said.empty()) said = issue.member("details").text("text");
    if (said.empty()) said = issue.text("code");
    if (!said.empty()) sentence += (sentence.empty() ? "" : "; ") + said;
  });
  if (sentence.size() <= longest_outcome) return sentence;
  constexpr std::string_view ellipsis = "…";
  auto end = longest_outcome - ellipsis.size();
  while (end > 0 && (static_cast<unsigned char>(sentence[end]) & 0xC0) == 0x80) --end;
  return sentence.substr(0, end) + std::string{ellipsis};
}

bool is_failure(const FhirValue& outcome) {
  bool failure = false;
  outcome.member("issue").each([&](const FhirValue& issue) {
    const auto severity = issue.text("severity");
    failure = failure || severity == "error" || severity == "fatal";
  });
  return failure;
}

[[noreturn]] void refuse_outcome(const FhirValue& outcome, const std::string& name) {
  throw Problem{ProblemKind::bad_input, name, tr("“{1}” answers with a failure: {2}", {name, sentence_of(outcome)}), fhir_remedy()};
}

void read_entry(const FhirValue& resource, const std::string& name, Date day, FhirPage& page) {
  const auto type = resource.text("resourceType");
  if (type == "Practitioner") page.practitioners.push_back(practitioner_of(resource));
  else if (type == "Organization") page.organizations.push_back(organization_of(resource));
  else if (type == "PractitionerRole") {
    if (auto role = role_of(resource, day)) page.roles.push_back(std::move(*role));
  } else if (type == "OperationOutcome" && is_failure(resource)) refuse_outcome(resource, name);
  else if (type.empty()) resource.report("resourceType", tr("It is missing."));
}

} // namespace

FhirPage read_fhir_page(std::string_view json, const std::string& name, Date day) {
  const auto value = parse_fhir(json, name, fhir_page_limit);
  JsonDefects defects;
  const FhirValue bundle{value, "", defects};
  const auto type = bundle.text("resourceType");
  if (type == "OperationOutcome") refuse_outcome(bundle, name);
  FhirPage page;
  if (type != "Bundle" || bundle.text("type") != "searchset") defects.report("resourceType", tr("A Bundle of type searchset is expected."));
  else {
    bundle.member("link").each([&](const FhirValue& link) {
      if (link.text("relation") == "next") page.next = link.text("url");
    });
    bundle.member("entry").each([&](const FhirValue& entry) { read_entry(entry.member("resource"), name, day, page); }, most_entries);
  }
  defects.refuse(name, fhir_remedy());
  return page;
}

std::string fhir_outcome_text(std::string_view json) {
  try {
    const auto value = parse_fhir(json, "", fhir_page_limit);
    JsonDefects ignored;
    const FhirValue outcome{value, "", ignored};
    return outcome.text("resourceType") == "OperationOutcome" ? sentence_of(outcome) : "";
  } catch (const Problem&) {
    return ""; // the page of a proxy, or nothing at all
  }
}

} // namespace hdskit
