#include "toolkit/access/access_records.hpp"

#include "toolkit/access/review_campaign.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(AnchorUse) {
  static constexpr Choice choices[] = {{"anchor", marked("trusted for itself")}, {"intermediate", marked("trusted once an anchor proves it")}};
  return choices;
}

std::span<const Choice> choices_of(EndpointVerdict) {
  static constexpr Choice choices[] = {
      {"as-it-should", marked("as it should be")}, {"faults", marked("faults found")}, {"inconclusive", marked("nothing concluded")}};
  return choices;
}

std::span<const Choice> choices_of(WithdrawalAction) {
  static constexpr Choice choices[] = {{"withdraw", marked("withdraw the access")}, {"change", marked("change the access")}};
  return choices;
}

std::span<const Choice> choices_of(CampaignState) {
  static constexpr Choice choices[] = {
      {"open", marked("open")}, {"signed", marked("signed")}, {"closed", marked("closed")}, {"forgotten", marked("personal details forgotten")}};
  return choices;
}

std::span<const Choice> choices_of(LineDecision) {
  static constexpr Choice choices[] = {{"undecided", marked("to be decided")},
                                       {"keep", marked("keep")},
                                       {"change", marked("change")},
                                       {"withdraw", marked("withdraw")},
                                       {"justify", marked("keep as a justified exception")}};
  return choices;
}

const RecordType<TrustAnchor>& TrustAnchor::type() {
  static const Field<TrustAnchor> fields[] = {
      field<&TrustAnchor::reference>("reference", marked("Name"), Need::required),
      field<&TrustAnchor::subject>("subject", marked("Subject"), Need::required),
      field<&TrustAnchor::fingerprint>("fingerprint", marked("SHA-256 fingerprint"), Need::required),
      field<&TrustAnchor::use>("use", marked("How it is trusted")),
      field<&TrustAnchor::certificate>("certificate", marked("Certificate (digest)"), Need::required),
      field<&TrustAnchor::imported_from>("imported_from", marked("Imported from")),
      long_field<&TrustAnchor::note>("note", marked("Note")),
  };
  static const RecordType<TrustAnchor> type{"trust_anchor", marked("trusted authority"), fields};
  return type;
}

const RecordType<ListSource>& ListSource::type() {
  static const Field<ListSource> fields[] = {
      field<&ListSource::reference>("reference", marked("Name"), Need::required),
      field<&ListSource::location>("location", marked("Address or file"), Need::required),
      field<&ListSource::proxy>("proxy", marked("Proxy")),
      long_field<&ListSource::note>("note", marked("Note")),
  };
  static const RecordType<ListSource> type{"list_source", marked("source of a revocation list"), fields};
  return type;
}

const RecordType<HostedEndpoint>& HostedEndpoint::type() {
  static const Field<HostedEndpoint> fields[] = {
      field<&HostedEndpoint::reference>("reference", marked("Name"), Need::required),
      citing<&HostedEndpoint::service>("service", marked("Hosted service"), "service"),
      field<&HostedEndpoint::url>("url", marked("Address"), Need::required),
      long_field<&HostedEndpoint::ownership>("ownership", marked("Who says that it is our own"), Need::required),
      field<&HostedEndpoint::server_ca>("server_ca", marked("Authorities of the server (file)")),
      field<&HostedEndpoint::valid>("valid", marked("Valid certificate and its key (files)")),
      field<&HostedEndpoint::cases>("cases", marked("Cases that must be refused")),
      citing<&HostedEndpoint::expected_ca>("expected_ca", marked("Authorities that it may trust"), "trust_anchor"),
      field<&HostedEndpoint::rate>("rate", marked("Connections a second, at most")),
      field<&HostedEndpoint::test_every>("test_every", marked("Days between two checks")),
      long_field<&HostedEndpoint::note>("note", marked("Note")),
  };
  static const RecordType<HostedEndpoint> type{"hosted_endpoint", marked("endpoint of a hosted application"), fields};
  return type;
}

const RecordType<EndpointRun>& EndpointRun::type() {
  static const Field<EndpointRun> fields[] = {
      field<&EndpointRun::reference>("reference", marked("Reference"), Need::required),
      field<&EndpointRun::endpoint>("endpoint", marked("Endpoint"), Need::required),
      field<&EndpointRun::url>("url", marked("Address")),
      field<&EndpointRun::moment>("moment", marked("Checked at")),
      field<&EndpointRun::verdict>("verdict", marked("Verdict")),
      field<&EndpointRun::findings>("findings", marked("Faults")),
      field<&EndpointRun::report>("report", marked("Report (digest)"), Need::required),
      field<&EndpointRun::evidence>("evidence", marked("Evidence (code of the document)")),
  };
  static const RecordType<EndpointRun> type{"endpoint_run", marked("check of an endpoint"), fields};
  return type;
}

const RecordType<PopulationRun>& PopulationRun::type() {
  static const Field<PopulationRun> fields[] = {
      field<&PopulationRun::reference>("reference", marked("Reference"), Need::required),
      field<&PopulationRun::moment>("moment", marked("Checked at")),
      field<&PopulationRun::engine>("engine", marked("Engine")),
      field<&PopulationRun::certificates>("certificates", marked("Certificates")),
      field<&PopulationRun::good>("good", marked("Good")),
      field<&PopulationRun::revoked>("revoked", marked("Revoked")),
      field<&PopulationRun::expired>("expired", marked("Expired")),
      field<&PopulationRun::not_yet_valid>("not_yet_valid", marked("Not yet valid")),
      field<&PopulationRun::untrusted>("untrusted", marked("Untrusted")),
      field<&PopulationRun::unknown>("unknown", marked("Unknown: no fresh list")),
      field<&PopulationRun::expiring>("expiring", marked("Expiring soon")),
      field<&PopulationRun::trust>("trust", marked("Trusted authorities")),
      field<&PopulationRun::lists>("lists", marked("Revocation lists")),
      field<&PopulationRun::findings>("findings", marked("Findings")),
      field<&PopulationRun::details>("details", marked("Details")),
  };
  static const RecordType<PopulationRun> type{"population_run", marked("check of the card certificates"), fields};
  return type;
}

const RecordType<Withdrawal>& Withdrawal::type() {
  static const Field<Withdrawal> fields[] = {
      field<&Withdrawal::reference>("reference", marked("Reference"), Need::required),
      citing<&Withdrawal::campaign>("campaign", marked("Review campaign"), "review_campaign", Need::required),
      field<&Withdrawal::line>("line", marked("Line")),
      field<&Withdrawal::action>("action", marked("What is to be done")),
      field<&Withdrawal::due>("due", marked("Due")),
      field<&Withdrawal::done_on>("done_on", marked("Done on")),
      field<&Withdrawal::done_by>("done_by", marked("Done by")),
      field<&Withdrawal::evidence>("evidence", marked("Evidence (code of the document)")),
      long_field<&Withdrawal::note>("note", marked("Note")),
  };
  static const RecordType<Withdrawal> type{"withdrawal", marked("withdrawal of an access"), fields};
  return type;
}

const RecordType<CardSignature>& CardSignature::type() {
  static const Field<CardSignature> fields[] = {
      field<&CardSignature::reference>("reference", marked("Reference"), Need::required),
      field<&CardSignature::subject>("subject", marked("What is signed"), Need::required),
      field<&CardSignature::signer>("signer", marked("Signed by")),
      field<&CardSignature::national_id>("national_id", marked("National identifier")),
      field<&CardSignature::certificate>("certificate", marked("Certificate (fingerprint)")),
      field<&CardSignature::signed_at>("signed_at", marked("Signed at")),
      field<&CardSignature::content>("content", marked("What was signed (digest)"), Need::required),
      field<&CardSignature::document>("document", marked("Signature (digest)"), Need::required),
      field<&CardSignature::standing>("standing", marked("State of the certificate")),
  };
  static const RecordType<CardSignature> type{"card_signature", marked("signature by card"), fields};
  return type;
}

const RecordType<ReviewCampaign>& ReviewCampaign::type() {
  static const Field<ReviewCampaign> fields[] = {
      field<&ReviewCampaign::reference>("reference", marked("Reference"), Need::required),
      field<&ReviewCampaign::title>("title", marked("Title"), Need::required),
      field<&ReviewCampaign::opened_on>("opened_on", marked("Opened on")),
      field<&ReviewCampaign::due>("due", marked("Due")),
      citing<&ReviewCampaign::previous>("previous", marked("Campaign before"), "review_campaign"),
      field<&ReviewCampaign::policy>("policy", marked("Policy (digest)")),
      long_field<&ReviewCampaign::inputs>("inputs", marked("Inputs")),
      field<&ReviewCampaign::lines>("lines", marked("Accounts")),
      field<&ReviewCampaign::findings>("findings", marked("Findings")),
      field<&ReviewCampaign::not_judged>("not_judged", marked("Not evaluable")),
      field<&ReviewCampaign::state>("state", marked("State")),
      field<&ReviewCampaign::reviewer>("reviewer", marked("Who answers for it")),
      field<&ReviewCampaign::decided>("decided", marked("Decided")),
      field<&ReviewCampaign::withdrawn>("withdrawn", marked("To be withdrawn")),
      field<&ReviewCampaign::changed>("changed", marked("To be changed")),
      field<&ReviewCampaign::justified>("justified", marked("Justified exceptions")),
      field<&ReviewCampaign::content>("content", marked("What was signed (digest)")),
      field<&ReviewCampaign::closed_on>("closed_on", marked("Closed on")),
      field<&ReviewCampaign::kept_until>("kept_until", marked("Personal details kept until")),
      field<&ReviewCampaign::details>("details", marked("Details")),
      field<&ReviewCampaign::evidence>("evidence", marked("Evidence (code of the document)")),
      long_field<&ReviewCampaign::note>("note", marked("Note")),
  };
  static const RecordType<ReviewCampaign> type{"review_campaign", marked("review campaign"), fields};
  return type;
}

} // namespace hdskit
