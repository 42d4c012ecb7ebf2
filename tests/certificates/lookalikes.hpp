#pragma once

#include "toolkit/base/file.hpp"
#include "toolkit/certificates/chain_check.hpp"
#include "toolkit/demonstration/lookalike_authority.hpp"

namespace hdskit {

inline Instant instant(const char* text) { return Instant::parse(text).value(); }

/// One hierarchy for the whole program: keys take long to make.
struct Hierarchies {
  LookalikeAuthority root = LookalikeAuthority::root("AC RACINE IGC-SANTE FORT", 2048, instant("2013-06-25T00:00:00Z"), instant("2033-06-25T00:00:00Z"));
  LookalikeAuthority persons = root.below("AC IGC-SANTE FORT PERSONNES", 2048, instant("2013-06-25T00:00:00Z"), instant("2033-06-24T00:00:00Z"), 1000);
  LookalikeAuthority forged = persons.forged();
  LookalikeAuthority stranger =
      LookalikeAuthority::root("AC RACINE IGC-SANTE ELEMENTAIRE", 2048, instant("2013-06-25T00:00:00Z"), instant("2033-06-25T00:00:00Z"));
};
inline const Hierarchies& hierarchies() {
  static const Hierarchies all;
  return all;
}

inline LookalikePerson nurse(std::uint64_t serial = 77) {
  LookalikePerson person;
  person.surname = "ÉPINETTE";
  person.given_name = "Zoé";
  person.national_id = "899700000013"; // RPPS of the test range, with its right key
  person.title = "Infirmier";
  person.profession = 60;
  person.serial = serial;
  person.not_before = instant("2025-01-01T00:00:00Z");
  person.not_after = instant("2028-01-01T00:00:00Z");
  return person;
}

inline const Instant today = instant("2026-11-22T12:00:00Z");

/// The usual trust: the root is the anchor, the authority of persons an intermediate, its list fresh and with the serial numbers revoked.
class Trust {
public:
  explicit Trust(const std::vector<LookalikeRevocation>& revoked = {}) {
    setting.anchors = {hierarchies().root.der()};
    setting.intermediates = {hierarchies().persons.der()};
    setting.at = today;
    add_list(hierarchies().persons.list(revoked, instant("2026-11-22T07:00:00Z"), instant("2026-11-29T07:00:00Z"), 12));
  }
  std::filesystem::path add_list(const std::string& der) {
    const auto file = folder.path() / ("list" + std::to_string(setting.lists.size()) + ".crl");
    write_file(file, der);
    setting.lists.push_back(file);
    return file;
  }
  ScratchFolder folder;
  TrustSetting setting;
};

} // namespace hdskit
