#include "toolkit/access/list_fetch.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/authority_book.hpp"
#include "toolkit/certificates/pem.hpp"

#include <array>

namespace hdskit {
namespace {

[[noreturn]] void refuse_list(const std::string& sentence) { throw Problem{ProblemKind::refused, "", sentence}; }

/// Fingerprint of the believed authority that signed it; "" when none of that name is trusted. Refuses one that its own authority did not sign.
std::string prove(const RevocationList& list, const TrustSetting& trust) {
  if (trust.anchors.empty()) return "";
  auto authorities = trust;
  authorities.lists.clear();
  const AuthorityBook book{authorities};
  const auto name = distinguished_name_key(list.issuer());
  bool named = false;
  for (const auto& authority : book.all()) {
    if (!authority.proven || distinguished_name_key(authority.fields.subject) != name) continue;
    named = true;
    const bool may_sign = !authority.fields.key_usage || (*authority.fields.key_usage & static_cast<std::uint16_t>(KeyUsage::crl_sign)) != 0;
    if (may_sign && authority.key->verifies(list.signed_part(), list.signature(), list.signature_algorithm())) return authority.digest->hex();
  }
  if (named) refuse_list(tr("It is not signed by the authority whose name it bears: somebody made it up, or it was altered on the way."));
  return "";
}

void refuse_step_back(const RevocationList& list, const CachedList& before, const RevocationList& kept) {
  if (distinguished_name_key(list.issuer()) != distinguished_name_key(kept.issuer()))
    refuse_list(tr("It is of another authority, {1}, than the one before, {2}.", {name_text(list.issuer()), before.issuer}));
  if (list.base().has_value() != kept.base().has_value())
    refuse_list(list.base() ? tr("It is a delta list, where a full one was before.") : tr("It is a full list, where a delta one was before."));
  const bool number_lost = kept.number() && !list.number();
  const bool number_back = kept.number() && list.number() && *list.number() < *kept.number();
  if (number_lost || number_back)
    refuse_list(tr("Its number goes back from {1} to {2}: somebody gives out an old list, in which revoked cards are good again.",
                   {before.number, list.number() ? list.number()->hex() : tr("none")}));
  if (list.this_update() < kept.this_update())
    refuse_list(tr("It is of {1}, older than the one before, of {2}: somebody gives out an old list, in which revoked cards are good again.",
                   {list.this_update().iso(), kept.this_update().iso()}));
}

CachedList state_of(const RevocationList& list, const std::filesystem::path& file, const ListSource& source, const ListReply& reply, Instant now) {
  CachedList state;
  state.file = file;
  state.url = source.location;
  state.etag = reply.etag;
  state.modified = reply.modified;
  state.sha256 = digest_of_file(file).hex();
  state.issuer = name_text(list.issuer());
  state.number = list.number() ? list.number()->hex() : "";
  state.delta = list.base().has_value();
  state.fetched = now;
  state.this_update = list.this_update();
  state.next_update = list.next_update();
  return state;
}

std::string remark_on(const CachedList& state, Instant now) {
  if (state.next_update && *state.next_update < now)
    return tr("It should have been replaced on {1}: its authority is late, or its copy is.", {state.next_update->iso()});
  if (state.proven_by.empty()) return tr("Its authority, {1}, is not trusted here: its signature is not proven.", {state.issuer});
  return "";
}

/// Bytes of a download lie beside the cache only as long as they are looked at.
struct Pending {
  std::filesystem::path file;
  explicit Pending(std::filesystem::path where) : file{std::move(where)} { take_away(); }
  ~Pending() { take_away(); }
  Pending(const Pending&) = delete;
  Pending& operator=(const Pending&) = delete;
  void take_away() const {
    std::error_code error;
    std::filesystem::remove(file, error);
  }
};

FetchedList fetch_address(const ListSource& source, const ListCache& cache, const ListFetchOrder& order, const std::optional<CachedList>& before) {
  const Pending pending{cache.pending_of(source)};
  auto request = order.limits;
  request.url = source.location;
  request.proxy = source.proxy;
  request.target = pending.file;
  if (before) {
    request.etag = before->etag;
    request.modified = before->modified;
  }
  const auto reply = download_list(request);
  if (reply.unchanged && before) {
    auto seen = *before;
    seen.fetched = order.trust.at;
    cache.note_seen(source, seen);
    return {source.reference, FetchOutcome::unchanged, remark_on(seen, order.trust.at), seen};
  }
  if (reply.unchanged) refuse_list(tr("The server says that nothing has changed, and nothing is there."));
  if (source.location.starts_with("ldap:")) write_file(pending.file, list_in_ldif(read_file(pending.file, request.limit * 2)));
  const auto list = RevocationList::open(pending.file);
  if (before) refuse_step_back(list, *before, RevocationList::open(before->file));
  auto state = state_of(list, pending.file, source, reply, order.trust.at);
  state.proven_by = prove(list, order.trust);
  cache.keep(source, pending.file, state);
  return {source.reference, FetchOutcome::fetched, remark_on(state, order.trust.at), cache.find(source)};
}

} // namespace

std::string_view word_of(FetchOutcome outcome) {
  constexpr std::array<std::string_view, 4> words = {"fetched", "unchanged", "local", "failed"};
  return words[static_cast<std::size_t>(outcome)];
}

FetchedList fetch_list(const ListSource& source, const ListCache& cache, const ListFetchOrder& order) {
  if (!is_address(source)) return {source.reference, FetchOutcome::local, "", {}};
  std::optional<CachedList> before;
  std::string unusable;
  try {
    before = cache.find(source);
  } catch (const Problem& problem) { unusable = problem.what(); } // it is fetched anew
  try {
    auto fetched = fetch_address(source, cache, order, before);
    if (!unusable.empty()) fetched.sentence = unusable + (fetched.sentence.empty() ? "" : " " + fetched.sentence);
    return fetched;
  } catch (const Problem& problem) {
    if (problem.kind() == ProblemKind::cancelled) throw;
    auto sentence = tr("The list {1} was not taken: {2}", {source.reference, problem.what()});
    if (!unusable.empty()) sentence += " " + unusable;
    return {source.reference, FetchOutcome::failed, sentence, before};
  }
}

std::string list_in_ldif(std::string_view text) {
  constexpr std::array<std::string_view, 2> names = {"certificaterevocationlist", "deltarevocationlist"};
  std::string found;
  bool wanted = false;
  int lists = 0;
  for (const auto line : lines_of(text)) {
    if (wanted && line.starts_with(' ')) {
      found += line.substr(1);
      continue;
    }
    const auto colons = line.find("::");
    const auto attribute = folded(trimmed(line.substr(0, std::min(colons, line.size()))));
    const auto name = attribute.substr(0, attribute.find(';'));
    wanted = colons != std::string_view::npos && (name == names[0] || name == names[1]);
    if (!wanted) continue;
    ++lists;
    found = trimmed(line.substr(colons + 2));
  }
  const auto bytes = decode_base64(found);
  if (lists != 1 || !bytes || bytes->empty())
    throw Problem{ProblemKind::damaged, "", tr("The directory gave no list, or more than one."), tr("Check the address: one entry and its attribute.")};
  return *bytes;
}

} // namespace hdskit
