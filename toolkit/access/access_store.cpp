#include "toolkit/access/access_store.hpp"

#include "toolkit/access/access_record_rules.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/organisation/ruled_kind.hpp"

namespace hdskit {
namespace {

template <typename Record> RecordKind access_kind_of(std::vector<std::string_view> columns) {
  return ruled_kind_of<Record, access_record_rules>(std::move(columns));
}

/// An authority is believed after a person has compared its fingerprint, and in no other way.
RecordKind anchor_kind() {
  auto kind = access_kind_of<TrustAnchor>({"reference", "subject", "use", "fingerprint"});
  kind.add = [](Change&, const Assignments&) -> std::int64_t {
    throw Problem{ProblemKind::refused, "trust_anchor", tr("An authority is trusted by importing its certificate, and in no other way."),
                  tr("Import it with: hdskit access anchors import")};
  };
  return kind;
}

} // namespace

AccessRecords read_access(const Workspace& workspace) {
  return {all_records<TrustAnchor>(workspace), all_records<ListSource>(workspace),    all_records<HostedEndpoint>(workspace),
          all_records<EndpointRun>(workspace), all_records<PopulationRun>(workspace), all_records<ReviewCampaign>(workspace),
          all_records<Withdrawal>(workspace),  all_records<CardSignature>(workspace)};
}

std::span<const RecordKind> access_kinds() {
  static const RecordKind kinds[] = {
      access_kind_of<HostedEndpoint>({"reference", "service", "url", "ownership", "test_every"}),
      access_kind_of<ListSource>({"reference", "location", "proxy"}),
      anchor_kind(),
  };
  return kinds;
}

const RecordKind& access_kind(std::string_view word) {
  const auto wanted = replaced(std::string{word}, "-", "_");
  std::vector<std::string_view> words;
  for (const auto& kind : access_kinds()) {
    if (kind.word == wanted) return kind;
    words.push_back(kind.word);
  }
  throw Problem{ProblemKind::bad_input, std::string{word}, tr("“{1}” is no kind of record of access.", {word}),
                suggestion(wanted, words, tr("These are: {1}", {joined({words.begin(), words.end()}, ", ")}))};
}

HostedEndpoint find_endpoint(const Workspace& workspace, std::string_view reference) {
  const auto& kind = access_kind(HostedEndpoint::type().kind);
  return find_record<HostedEndpoint>(workspace, HostedEndpointId{record_referenced(workspace, kind, reference)});
}

ListSource find_list_source(const Workspace& workspace, std::string_view reference) {
  const auto& kind = access_kind(ListSource::type().kind);
  return find_record<ListSource>(workspace, ListSourceId{record_referenced(workspace, kind, reference)});
}

} // namespace hdskit
