#include "toolkit/access/workspace_trust.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/revocation_list.hpp"
#include "toolkit/workspace/record_store.hpp"

namespace hdskit {
namespace {

void take_file(const ListSource& source, WorkspaceTrust& trust) {
  try {
    RevocationList::open(source.location); // a file that cannot be read must not hide what the other lists tell
    trust.lists.push_back(digest_of_file(source.location).hex());
    trust.setting.lists.emplace_back(source.location);
  } catch (const Problem& problem) { trust.findings.push_back(tr("The list {1} cannot be used: {2}", {source.reference, problem.what()})); }
}

void take_cached(const ListSource& source, const ListCache& cache, WorkspaceTrust& trust) {
  try {
    const auto list = cache.find(source);
    if (!list) {
      trust.findings.push_back(tr("The list {1} was never fetched: whether a certificate of its authority was revoked is unknown.", {source.reference}));
      return;
    }
    trust.lists.push_back(list->sha256);
    trust.setting.lists.push_back(list->file);
  } catch (const Problem& problem) { trust.findings.push_back(tr("The list {1} cannot be used: {2}", {source.reference, problem.what()})); }
}

} // namespace

TrustSetting authorities_of_workspace(const Workspace& workspace, Instant at) {
  TrustSetting setting;
  setting.at = at;
  for (const auto& anchor : all_records<TrustAnchor>(workspace))
    (anchor.use == AnchorUse::anchor ? setting.anchors : setting.intermediates).push_back(certificate_of(workspace, anchor));
  return setting;
}

WorkspaceTrust trust_of_workspace(const Workspace& workspace, const ListCache& cache, Instant at) {
  WorkspaceTrust trust;
  trust.setting = authorities_of_workspace(workspace, at);
  for (const auto& anchor : all_records<TrustAnchor>(workspace))
    if (anchor.use == AnchorUse::anchor) trust.fingerprints.push_back(anchor.fingerprint);
  for (const auto& source : all_records<ListSource>(workspace))
    if (is_address(source)) take_cached(source, cache, trust);
    else take_file(source, trust);
  return trust;
}

} // namespace hdskit
