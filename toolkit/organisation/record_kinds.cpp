#include "toolkit/organisation/record_kind_of.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/organisation_store.hpp"

#include <algorithm>

namespace hdskit {
std::span<const RecordKind> record_kinds() {
  static const RecordKind kinds[] = {
      record_kind_of<LegalEntity>({"name", "role", "finess", "city", "representative"}),
      record_kind_of<Site>({"name", "kind", "entity", "city"}),
      record_kind_of<HostedService>({"code", "name", "criticality", "rto", "rpo", "volume_gb", "primary_site"}),
      record_kind_of<Client>({"name", "kind", "finess", "city", "beds"}),
      record_kind_of<Contract>({"reference", "client", "services", "signed_on", "ends_on"}),
      record_kind_of<Person>({"name", "position", "email", "phone"}),
      record_kind_of<Mandate>({"role", "person", "deputy", "starts_on", "ends_on", "letter"}),
      record_kind_of<Subcontractor>({"name", "service", "certificate", "certificate_expires_on", "contract_ends_on"}),
  };
  return kinds;
}

const RecordKind& record_kind(std::string_view word) {
  const auto kinds = record_kinds();
  const auto found = std::ranges::find(kinds, word, &RecordKind::word);
  if (found == kinds.end())
    throw Problem{ProblemKind::bad_input, std::string{word}, tr("“{1}” is not a kind of record.", {word}), tr("See: hdskit help {1}", {"organisation list"})};
  return *found;
}

} // namespace hdskit
