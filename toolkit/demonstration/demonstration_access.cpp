#include "toolkit/demonstration/demonstration_access.hpp"

#include "toolkit/access/access_store.hpp"
#include "toolkit/access/endpoint_run.hpp"
#include "toolkit/access/population_run.hpp"
#include "toolkit/access/review_readers.hpp"
#include "toolkit/access/run_campaign.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/demonstration/demonstration_backups.hpp"
#include "toolkit/demonstration/demonstration_cards.hpp"
#include "toolkit/demonstration/demonstration_staff.hpp"

namespace hdskit {
namespace {

constexpr const char* reviewer = "Nadège Pellerin";

class AccessOfDemonstration {
public:
  AccessOfDemonstration(Workspace& workspace, const std::filesystem::path& folder, const Acting& acting, const Progress& progress)
      : workspace_{workspace}, folder_{folder}, acting_{acting}, progress_{progress}, today_{acting.at.utc_date()} {}

  void make() {
    const auto cards = make_cards(folder_, today_);
    trust(cards);
    check_cards(cards);
    add_endpoints();
    review_of_last_year();
    review_of_this_year();
  }

private:
  void trust(const DemonstrationCards& cards) {
    workspace_.change(acting_, [&](Change& change) {
      for (const auto& [der, reference] : {std::pair{cards.root, "ACR-FO"}, std::pair{cards.issuer, "ACI-FO-PP"}})
        for (const auto& offered : offered_anchors(workspace_, der, reference))
          import_anchor(change, offered, offered.fingerprint, reference, std::string{reference} + ".cer");
      access_kind(ListSource::type().kind).add(change, {{"reference", "ACI-FO-PP"}, {"location", cards.list.string()}});
      access_kind(ListSource::type().kind).add(change, {{"reference", "ACR-FO"}, {"location", (folder_ / "listes" / "ACR-FO.crl").string()}});
    });
  }

  void check_cards(const DemonstrationCards& cards) {
    const ListCache cache{folder_ / "cache"};
    const auto trusted = trust_of_workspace(workspace_, cache, acting_.at);
    constexpr int notice = 60;
    const PopulationOrder order{.place = cards.cards, .trust = trusted.setting, .role = CertificateRole::authentication, .notice = notice, .detailed = true};
    std::vector<PopulationCard> all;
    const auto report = check_population(order, progress_, [&](const PopulationEntry& entry) { all.push_back(card_of(entry)); });
    workspace_.change(acting_, [&](Change& change) { record_population(change, order, trusted, report, all); });
  }

  static EndpointCase seen(const char* name, const char* protocol, EndpointSeen expected, EndpointSeen what, const char* evidence, bool given = false) {
    EndpointCase one;
    one.name = name;
    one.protocol = protocol;
    one.expected = expected;
    one.seen = what;
    one.evidence = evidence;
    one.given = given;
    return one;
  }

  /// What a front that is set up rightly answers, and what one answers where the certificate was left optional.
  static EndpointReport report(bool faulty) {
    EndpointReport result;
    for (const auto* protocol : {"TLS 1.2", "TLS 1.3"}) {
      const auto open = faulty ? EndpointSeen::accepted : EndpointSeen::refused;
      result.cases.push_back(seen("valid", protocol, EndpointSeen::accepted, EndpointSeen::accepted, "HTTP status 200"));
      result.cases.push_back(seen("no_certificate", protocol, EndpointSeen::refused, open, faulty ? "HTTP status 200" : "HTTP status 400"));
      result.cases.push_back(seen("forged_headers", protocol, EndpointSeen::refused, open, faulty ? "HTTP status 200" : "HTTP status 400"));
      result.cases.push_back(seen("revoked", protocol, EndpointSeen::refused, open, faulty ? "HTTP status 200" : "TLS alert 44 (certificate_revoked)", true));
      result.cases.push_back(seen("expired", protocol, EndpointSeen::refused, EndpointSeen::refused, "TLS alert 45 (certificate_expired)", true));
    }
    result.conclusion = conclude_endpoint(result.cases, {});
    return result;
  }

  void add_endpoints() {
    const auto add = [&](Change& change, const char* reference, const char* service, const char* url, bool faulty) {
      access_kind(HostedEndpoint::type().kind)
          .add(change, {{"reference", reference},
                        {"service", service},
                        {"url", url},
                        {"ownership", "Direction du système d’information, déclaration du 12\u00A0janvier\u00A02026"},
                        {"test_every", "180"}});
      record_endpoint_run(change, find_endpoint(change.workspace(), reference), report(faulty));
    };
    workspace_.change(acting_, [&](Change& change) {
      add(change, "DPI-WEB", "DPI", "https://dpi.chi-valdebrenne.example/", false);
      add(change, "PACS-WEB", "PACS", "https://images.chi-valdebrenne.example/visionneuse", true);
    });
  }

  AccessReview read(const DemonstrationReviewFiles& files, Date day) {
    AccessReview review{day};
    review.policy = shipped_review_policy();
    review.policy.expected_finess = {"360900013"};
    read_accounts(files.accounts, review);
    read_people(files.people, review);
    read_card_holders(files.cards, review);
    read_directory(files.directory, review, progress_);
    if (!files.directory_answers.empty()) read_directory_answers(files.directory_answers, review);
    read_access_logs({files.logs}, review, progress_);
    return review;
  }

  ReviewCampaign open(int year, Date day, const char* title) {
    const auto folder = folder_ / (year == 0 ? "revue-2026" : "revue-2025");
    make_private_folder(folder);
    auto review = read(write_review_files(folder, day, year), day);
    give_last_decisions(workspace_, review);
    const auto outcomes = judge_review(review);
    ReviewCampaign campaign;
    workspace_.change(acting_, [&](Change& change) {
      campaign = open_campaign(change, {.title = title, .reviewer = reviewer, .day = day, .due = {}, .note = "Données fictives."}, review, outcomes);
    });
    return campaign;
  }

  /// One line in forty is taken away, one in sixty changed.
  std::vector<CampaignDecision> decisions(std::int64_t lines, Date day) {
    constexpr std::int64_t withdrawn_each = 40, changed_each = 60;
    std::vector<CampaignDecision> all;
    for (std::int64_t line = 1; line <= lines; ++line) {
      CampaignDecision decision;
      decision.line = line;
      decision.decision = line % withdrawn_each == 0 ? LineDecision::withdraw : line % changed_each == 7 ? LineDecision::change : LineDecision::keep;
      decision.reason = decision.decision == LineDecision::keep ? "Poste occupé, droits conformes à la fonction." : "Fonction quittée ou modifiée.";
      decision.reviewer = reviewer;
      decision.day = day;
      all.push_back(std::move(decision));
    }
    return all;
  }

  void review_of_last_year() {
    const auto day = today_.plus_days(-350);
    auto campaign = open(1, day, "Revue des habilitations 2025");
    workspace_.change(acting_, [&](Change& change) { campaign = decide_campaign(change, campaign, decisions(campaign.lines, day.plus_days(12))); });
    const auto to_sign = campaign_to_sign(workspace_, campaign);
    workspace_.change(acting_, [&](Change& change) {
      campaign = sign_campaign(change, to_sign, {.signer = reviewer, .signed_by_card = {}, .day = day.plus_days(15)});
      for (const auto& withdrawal : withdrawals_of(workspace_, campaign))
        carry_out(change, withdrawal, {.day = day.plus_days(24), .by = "Lucie Hannebert", .evidence = "", .note = "Droits retirés dans l’application."});
      close_campaign(change, campaign, day.plus_days(25));
    });
  }

  void review_of_this_year() {
    auto campaign = open(0, today_.plus_days(-9), "Revue des habilitations 2026");
    constexpr std::int64_t decided = 70;
    workspace_.change(acting_, [&](Change& change) { decide_campaign(change, campaign, decisions(decided, today_.plus_days(-2))); });
  }

  Workspace& workspace_;
  const std::filesystem::path& folder_;
  const Acting& acting_;
  const Progress& progress_;
  Date today_;
};

} // namespace

std::filesystem::path access_folder(const std::filesystem::path& workspace) {
  return std::filesystem::absolute(workspace).lexically_normal().replace_extension().concat("-acces");
}

void add_demonstration_access(Workspace& workspace, const std::filesystem::path& folder, const Acting& acting, const Progress& progress) {
  if (std::filesystem::exists(folder))
    throw Problem{ProblemKind::refused, folder.string(), tr("“{1}” exists already.", {folder.string()}), tr("Choose another name.")};
  make_private_folder(folder);
  try {
    AccessOfDemonstration{workspace, folder, acting, progress}.make();
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    throw;
  }
}

} // namespace hdskit
