#include "toolkit/access/audit_message_reader.hpp"

#include "toolkit/access/delimited_reader.hpp"

#include <pugixml.hpp>

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::string_view person = "1", patient_role = "1";          // ParticipantObjectTypeCode and ParticipantObjectTypeCodeRole
constexpr std::size_t most_participants = 1000, longest_value = 1000; // of one message; bytes

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name{node.name()};
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::vector<pugi::xml_node> children(pugi::xml_node node, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const auto child : node.children())
    if (local_name(child) == name && found.size() <= most_participants) found.push_back(child);
  return found;
}

std::string value_of(pugi::xml_node node, const char* name) { return utf8_cell(std::string_view{node.attribute(name).value()}.substr(0, longest_value)); }

/// DICOM writes csd-code, RFC 3881 wrote code.
std::string code_of(pugi::xml_node node) {
  auto code = value_of(node, "csd-code");
  return code.empty() ? value_of(node, "code") : code;
}

/// The standards take it for true where it is not written.
bool is_requestor(pugi::xml_node participant) { return participant.attribute("UserIsRequestor").as_bool(true); }

/// An application that asks on behalf of somebody is a participant as well, by its address.
bool is_system(pugi::xml_node participant) { return value_of(participant, "UserID").find("://") != std::string::npos; }

void read_person(const std::vector<pugi::xml_node>& participants, AuditEvent& event) {
  std::vector<pugi::xml_node> asking;
  std::ranges::copy_if(participants, std::back_inserter(asking), is_requestor);
  if (asking.empty()) return;
  const auto found = std::ranges::find_if_not(asking, is_system);
  const auto who = found == asking.end() ? asking.front() : *found;
  event.login = value_of(who, "UserID");
  if (event.login.empty()) event.login = value_of(who, "AlternativeUserID");
  if (const auto roles = children(who, "RoleIDCode"); !roles.empty()) event.role = code_of(roles.front());
  event.workstation = value_of(who, "NetworkAccessPointID");
  for (const auto& other : asking)
    if (event.workstation.empty()) event.workstation = value_of(other, "NetworkAccessPointID");
}

void read_purposes(pugi::xml_node identification, AuditEvent& event) {
  for (const auto purpose : children(identification, "PurposeOfUse"))
    for (auto word : {code_of(purpose), value_of(purpose, "displayName"), value_of(purpose, "originalText")}) {
      std::ranges::replace(word, '_', ' ');
      if (!word.empty()) event.purposes.push_back(std::move(word));
    }
}

void read_patients(const std::vector<pugi::xml_node>& objects, AuditEvent& event) {
  for (const auto object : objects) {
    if (value_of(object, "ParticipantObjectTypeCode") != person || value_of(object, "ParticipantObjectTypeCodeRole") != patient_role) continue;
    auto number = value_of(object, "ParticipantObjectID");
    number.resize(std::min(number.size(), number.find('^'))); // the number^check digit^its scheme^the authority
    if (!number.empty() && std::ranges::find(event.patients, number) == event.patients.end()) event.patients.push_back(std::move(number));
  }
}

} // namespace

std::optional<AuditEvent> audit_event(std::string_view xml) {
  if (xml.find("<!DOCTYPE") != std::string_view::npos) return std::nullopt;
  pugi::xml_document document;
  if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_default)) return std::nullopt;
  const auto message = document.document_element();
  if (local_name(message) != "AuditMessage") return std::nullopt;
  const auto identifications = children(message, "EventIdentification");
  const auto participants = children(message, "ActiveParticipant"), objects = children(message, "ParticipantObjectIdentification");
  if (identifications.size() != 1 || participants.size() > most_participants || objects.size() > most_participants) return std::nullopt;
  AuditEvent event;
  event.moment = value_of(identifications.front(), "EventDateTime");
  event.action = value_of(identifications.front(), "EventActionCode");
  read_purposes(identifications.front(), event);
  read_person(participants, event);
  read_patients(objects, event);
  return event;
}

} // namespace hdskit
