#pragma once

#include "toolkit/base/field.hpp"

#include <string>
#include <vector>

namespace hdskit {

// What the workspace keeps about access: whom it trusts, which doors are its own, what was found there, who decided on the accounts. Nothing here names a
// patient; what names professionals beyond those who sign lies in personal files (workspace/personal_file.hpp), which are forgotten in time.

using TrustAnchorId = Id<struct TrustAnchorTag>;
using ListSourceId = Id<struct ListSourceTag>;
using HostedEndpointId = Id<struct HostedEndpointTag>;
using EndpointRunId = Id<struct EndpointRunTag>;
using PopulationRunId = Id<struct PopulationRunTag>;
using WithdrawalId = Id<struct WithdrawalTag>;
using CardSignatureId = Id<struct CardSignatureTag>;

/// An anchor is believed for itself; an intermediate only once an anchor proves it.
enum class AnchorUse { anchor, intermediate };
std::span<const Choice> choices_of(AnchorUse);

/// An authority that a person imported after comparing its fingerprint: the program ships none.
struct TrustAnchor {
  TrustAnchorId id;
  std::string reference; ///< "ACR-FO"
  std::string subject;   ///< its name, for people
  std::string fingerprint;
  AnchorUse use = AnchorUse::anchor;
  std::string certificate;   ///< digest of its DER in the vault: equal to the fingerprint, so that neither can be changed alone
  std::string imported_from; ///< name of the file
  std::string note;
  static const RecordType<TrustAnchor>& type();
};

/// Where a revocation list comes from: an http or https address, or a file. Addresses found inside certificates are never followed.
struct ListSource {
  ListSourceId id;
  std::string reference; ///< "ACI-FO-PP"
  std::string location;
  std::string proxy; ///< http://host:port, "" for none; never taken from the environment
  std::string note;
  static const RecordType<ListSource>& type();
};

/// A door of a hosted application that the hospital declares its own: nothing else is ever probed.
struct HostedEndpoint {
  HostedEndpointId id;
  std::string reference; ///< "DPI-WEB"
  std::string service;   ///< name of the hosted service
  std::string url;
  std::string ownership;                  ///< who says that it is the hospital's own, and since when
  std::string server_ca;                  ///< whole path of the authorities that prove the server, PEM
  std::string valid;                      ///< "card.pem,card.key": the positive control
  std::vector<std::string> cases;         ///< "revoked=card.pem,card.key"
  std::vector<std::string> expected_ca;   ///< references of trusted authorities that the server may name; empty: any
  std::optional<std::int64_t> rate;       ///< connections a second; empty: 4
  std::optional<std::int64_t> test_every; ///< days; a check older than this is none. Empty: 365
  std::string note;
  static const RecordType<HostedEndpoint>& type();
};
inline constexpr int default_endpoint_days = 365;

enum class EndpointVerdict { as_it_should, faults, inconclusive };
std::span<const Choice> choices_of(EndpointVerdict);

/// One check of an endpoint. Never changed, never removed.
struct EndpointRun {
  EndpointRunId id;
  std::string reference; ///< "EP3"
  std::string endpoint;  ///< its reference, as it was then
  std::string url;
  std::string moment; ///< instant as text
  EndpointVerdict verdict = EndpointVerdict::inconclusive;
  std::int64_t findings = 0;
  std::string report;   ///< digest of its JSON in the vault: cases, findings, remarks
  std::string evidence; ///< code of the document, when it was filed
  static const RecordType<EndpointRun>& type();
};

/// One check of the population of certificates. Never changed, never removed; its details are forgotten in time.
struct PopulationRun {
  PopulationRunId id;
  std::string reference; ///< "PC3"
  std::string moment, engine;
  std::int64_t certificates = 0, good = 0, revoked = 0, expired = 0, not_yet_valid = 0, untrusted = 0, unknown = 0, expiring = 0;
  std::vector<std::string> trust; ///< fingerprints of the anchors
  std::vector<std::string> lists; ///< digest of each list
  std::vector<std::string> findings;
  std::string details; ///< name of the personal file with a line for each certificate
  static const RecordType<PopulationRun>& type();
};

enum class WithdrawalAction { withdraw, change };
std::span<const Choice> choices_of(WithdrawalAction);

/// What a campaign decided and somebody has to carry out. Names nobody: the line is that of the campaign.
struct Withdrawal {
  WithdrawalId id;
  std::string reference; ///< "RT7"
  std::string campaign;
  std::int64_t line = 0;
  WithdrawalAction action = WithdrawalAction::withdraw;
  std::optional<Date> due, done_on;
  std::string done_by;
  std::string evidence;
  std::string note;
  static const RecordType<Withdrawal>& type();
};

/// A CMS signature by a card, of a campaign or a filing. Never changed, never removed.
struct CardSignature {
  CardSignatureId id;
  std::string reference; ///< "SG2"
  std::string subject;   ///< "review_campaign RH1", "filing 3"
  std::string signer, national_id;
  std::string certificate; ///< fingerprint
  std::string signed_at;
  std::string content;  ///< SHA-256 of what was signed
  std::string document; ///< digest of the signature (DER) in the vault
  std::string standing; ///< what was known of the certificate at that moment: "good", or its faults, parted by blanks
  static const RecordType<CardSignature>& type();
};

} // namespace hdskit
