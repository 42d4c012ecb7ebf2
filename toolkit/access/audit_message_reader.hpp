#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// What an ATNA audit message (AuditMessage of DICOM PS3.15 A.5, before it RFC 3881) says of one access, as the columns of a log do.
struct AuditEvent {
  std::string moment; ///< EventDateTime
  std::string login;  ///< UserID of the person who asked, else AlternativeUserID
  std::string role, action, workstation;
  std::vector<std::string> patients; ///< numbers without their authority
  std::vector<std::string> purposes; ///< codes and words of the purposes of use, "_" read as a blank: "BTG", "bris de glace"
};

/// Nothing when it is no well-formed AuditMessage, brings a document type, or more than a thousand participants. Foreign bytes: nothing is fetched, no entity
/// is resolved.
std::optional<AuditEvent> audit_event(std::string_view xml);

} // namespace hdskit
