#pragma once

#include "toolkit/organisation/demonstration_state.hpp"
#include "toolkit/organisation/organisation.hpp"

namespace hdskit {

enum class EvidenceKind { policy, procedure, plan, report, minutes, contract, certificate, mandate_letter, diagram, register_extract, other };
std::span<const Choice> choices_of(EvidenceKind);

/// A document that proves something: what it is, what it serves, until when it holds, and the digest of its bytes.
struct Evidence {
  EvidenceId id;
  std::string code; ///< how people and statements cite it: "PSSI", "E012"; unique, letters, digits, '-', '.', '_'
  std::string title;
  EvidenceKind kind = EvidenceKind::other;
  std::string obligation;                ///< id of an obligation of the checklist
  std::vector<std::string> requirements; ///< ids of the items that it serves
  std::string version, author, approver;
  std::optional<Date> date, valid_until;
  DemonstrationState state = DemonstrationState::written;
  std::optional<Date> last_test, next_test;
  std::string file_name, media_type; ///< as added; media type found from the bytes, not from the name
  std::string digest;                ///< SHA-256 of the bytes, 64 hexadecimal digits
  std::int64_t size = 0;
  static const RecordType<Evidence>& type();
};

} // namespace hdskit
