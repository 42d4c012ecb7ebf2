#include "toolkit/certificates/authority_book.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/der.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr int any_length = 1000; ///< of a path, when nothing limits it

bool may(const CertificateFields& fields, KeyUsage usage) { return !fields.key_usage || (*fields.key_usage & static_cast<std::uint16_t>(usage)) != 0; }

bool in_date(const CertificateFields& fields, Instant at) { return fields.not_before <= at && at <= fields.not_after; }

bool key_contradicts(std::string_view wanted, const CertificateFields& authority) {
  return !wanted.empty() && !authority.subject_key.empty() && wanted != authority.subject_key;
}

} // namespace

std::string distinguished_name_key(std::string_view name_der) {
  std::string key;
  for (DerReader names{whole_element(name_der).content}; !names.at_end();) {
    const auto set = names.expect(DerTag::set);
    for (DerReader values{set.content}; !values.at_end();) {
      auto pair = values.inside(DerTag::sequence);
      key += oid_text(pair.expect(DerTag::oid).content) + "=";
      bool blank = true;
      for (const char c : der_text(pair.next())) {
        if (c != ' ') key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!blank) key += c;
        blank = c == ' ';
      }
      if (blank && key.back() == ' ') key.pop_back();
      key += '+';
    }
    key += ',';
  }
  return key;
}

AuthorityBook::AuthorityBook(const TrustSetting& setting) : setting_{setting} {
  for (const auto& der : setting.anchors) add(der, true);
  for (const auto& der : setting.intermediates) add(der, false);
  if (setting.anchors.empty())
    throw Problem{ProblemKind::bad_input, "", tr("There is no authority to trust."), tr("Give the certificate of the root that the hospital trusts.")};
  prove_all();
  take_lists();
  judge();
}

void AuthorityBook::add(const std::string& der, bool anchor) {
  const auto same = std::ranges::find(authorities_, der, &Authority::der);
  if (same != authorities_.end()) {
    same->anchor = same->anchor || anchor;
    return;
  }
  auto& authority = authorities_.emplace_back();
  authority.der = der;
  authority.fields = read_certificate(authority.der);
  authority.key.emplace(authority.fields.public_key);
  authority.digest = digest_of(der);
  authority.name = name_text(authority.fields.subject);
  authority.anchor = anchor;
  by_key_[distinguished_name_key(authority.fields.subject)].push_back(&authority);
}

std::vector<Authority*> AuthorityBook::named(std::string_view name_der) {
  const auto found = by_key_.find(distinguished_name_key(name_der));
  return found == by_key_.end() ? std::vector<Authority*>{} : found->second;
}

bool AuthorityBook::prove(Authority& authority) {
  for (auto* issuer : named(authority.fields.issuer)) {
    if (!issuer->proven || issuer == &authority || key_contradicts(authority.fields.authority_key, issuer->fields)) continue;
    if (!issuer->key->verifies(authority.fields.signed_part, authority.fields.signature, authority.fields.signature_algorithm)) continue;
    authority.proven = true;
    authority.path_left = std::min(issuer->path_left - 1, authority.fields.path_length.value_or(any_length));
    return true;
  }
  return false;
}

void AuthorityBook::prove_all() {
  for (auto& authority : authorities_)
    if (authority.anchor) {
      authority.proven = true;
      authority.path_left = authority.fields.path_length.value_or(any_length);
    }
  for (bool more = true; more;) {
    more = false;
    for (auto& authority : authorities_) more = (!authority.proven && prove(authority)) || more;
  }
  for (const auto& authority : authorities_) {
    if (!authority.proven) findings_.push_back(tr("No anchor proves the authority {1}: it is not believed.", {authority.name}));
    by_name_.try_emplace(std::string{authority.fields.subject}, named(authority.fields.subject));
  }
}

void AuthorityBook::take_list(RevocationList& list, const std::string& file) {
  for (auto* authority : named(list.issuer())) {
    if (!authority->proven || key_contradicts(list.authority_key(), authority->fields) || !may(authority->fields, KeyUsage::crl_sign)) continue;
    if (!authority->key->verifies(list.signed_part(), list.signature(), list.signature_algorithm())) continue;
    if (!authority->list || authority->list->this_update() < list.this_update()) authority->list = &list;
    return;
  }
  findings_.push_back(tr("The list “{1}” is signed by no authority that is believed: it does not count.", {file}));
}

void AuthorityBook::take_lists() {
  std::vector<std::pair<RevocationList, std::string>> deltas;
  for (const auto& file : setting_.lists) {
    auto list = RevocationList::open(file);
    if (list.base()) deltas.emplace_back(std::move(list), file.string());
    else take_list(lists_.emplace_back(std::move(list)), file.string());
  }
  for (auto& one_delta : deltas) {
    auto& delta = one_delta.first; // clang refuses to capture a structured binding
    const auto& file = one_delta.second;
    const auto issuers = named(delta.issuer());
    const auto signer = std::ranges::find_if(issuers, [&](const Authority* one) {
      return one->list && may(one->fields, KeyUsage::crl_sign) && one->key->verifies(delta.signed_part(), delta.signature(), delta.signature_algorithm());
    });
    const auto full = signer == issuers.end() ? lists_.end() : std::ranges::find_if(lists_, [&](const RevocationList& one) { return &one == (*signer)->list; });
    if (full == lists_.end()) findings_.push_back(tr("The delta list “{1}” completes no list that is believed: it does not count.", {file}));
    else full->apply(delta);
  }
}

void AuthorityBook::judge() {
  for (auto& authority : authorities_) {
    if (!authority.proven) continue;
    const auto& fields = authority.fields;
    authority.sound =
        in_date(fields, setting_.at) && fields.is_authority && may(fields, KeyUsage::key_cert_sign) && authority.path_left >= 0 && !fields.unknown_critical;
    for (const auto* issuer : named(fields.issuer))
      if (issuer != &authority && issuer->list && !key_contradicts(fields.authority_key, issuer->fields) && issuer->list->find(fields.serial))
        authority.sound = false;
    if (!authority.sound) findings_.push_back(tr("The authority {1} is out of date, revoked, or may not issue certificates.", {authority.name}));
    if (!authority.list) continue;
    const auto next = authority.list->next_update();
    authority.list_fresh = authority.list->this_update() <= setting_.at && next && setting_.at.seconds() <= next->seconds() + setting_.list_tolerance;
    if (!authority.list_fresh)
      findings_.push_back(tr("The list of {1} is of {2} and no longer counts: whether a certificate was revoked since is unknown.",
                             {authority.name, authority.list->this_update().iso()}));
  }
}

std::vector<const Authority*> AuthorityBook::issuers_of(const CertificateFields& certificate, bool& named_by_any) const {
  const auto known = by_name_.find(certificate.issuer);
  const auto* bearers = known == by_name_.end() ? nullptr : &known->second;
  if (!bearers) {
    const auto found = by_key_.find(distinguished_name_key(certificate.issuer));
    bearers = found == by_key_.end() ? nullptr : &found->second;
  }
  named_by_any = bearers && !bearers->empty();
  std::vector<const Authority*> issuers;
  if (bearers)
    for (const auto* authority : *bearers)
      if (authority->proven && !key_contradicts(certificate.authority_key, authority->fields)) issuers.push_back(authority);
  return issuers;
}

} // namespace hdskit
