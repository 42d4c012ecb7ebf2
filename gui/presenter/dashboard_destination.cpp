#include "gui/presenter/dashboard.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr char separator = '\t';

/// "contract:3": the record of `records` whose name is `name`, or the kind alone.
template <typename Record, typename Name> std::string record_named(const std::vector<Record>& records, const std::string& name, Name named) {
  const auto found = std::ranges::find_if(records, [&](const Record& record) { return named(record) == name; });
  const std::string kind{Record::type().kind};
  return found == records.end() ? kind : kind + ":" + found->id.text();
}

std::string contract_of(const std::string& subject, const Organisation& organisation) {
  const auto contract = record_named(organisation.contracts, subject, [](const Contract& one) { return one.reference; });
  return contract != "contract" ? contract : record_named(organisation.clients, subject, [](const Client& one) { return one.name; });
}

std::string provider_of(const std::string& subject, const Organisation& organisation) {
  return record_named(organisation.subcontractors, subject, [](const Subcontractor& one) { return one.name; });
}

} // namespace

std::string key_of(const Destination& destination, std::size_t row) {
  return destination.page + separator + destination.subject + separator + std::to_string(row);
}

Destination destination_of(const std::string& key) {
  const auto parts = split(key, separator);
  return parts.size() < 2 ? Destination{} : Destination{parts[0], parts[1]};
}

Destination destination_of(const Gap& gap, const DossierInput& input) {
  switch (gap.kind) {
    case GapKind::identity_missing: {
      const auto* host = input.host();
      return {"organisation", gap.item == "entity" && host ? "entity:" + host->id.text() : gap.item};
    }
    case GapKind::mandate_vacant: return {"organisation", "mandate"};
    case GapKind::clause_missing:
      return input.checklist.find_item(gap.item) ? Destination{"organisation", "contract"}
                                                 : Destination{"organisation", contract_of(gap.item, input.organisation)};
    case GapKind::backup_failing:
    case GapKind::backup_unproven: return {"backups", "backup_source:" + gap.item};
    case GapKind::backup_missing: return {"backups", "backup_source"};
    case GapKind::chain_broken: return {"backups", "restore_run"};
    case GapKind::endpoint_faulty:
    case GapKind::endpoint_unproven: return {"access", "hosted_endpoint:" + gap.item};
    case GapKind::review_overdue: return {"access", "review_campaign"};
    case GapKind::withdrawal_late: return {"access", "withdrawal:" + gap.item};
    default: break;
  }
  if (input.checklist.find_item(gap.item)) return {"requirements", gap.item};
  if (input.evidence_coded(gap.item)) return {"evidence", gap.item};
  if (gap.kind == GapKind::evidence_expired) return {"organisation", provider_of(gap.item, input.organisation)};
  return {"evidence", ""};
}

} // namespace hdskit::gui
