#pragma once

#include "tests/access/review_sources.hpp"
#include "toolkit/access/run_campaign.hpp"

#include <functional>

namespace access_tests {

inline const Date campaign_day = *Date::parse("2026-11-22");
inline const Acting reviewer_acting{"Zoé ÉPINETTE", *Instant::parse("2026-11-22T12:00:00Z")};

/// A workspace of its own with what a campaign needs.
struct CampaignHouse {
  ScratchFolder folder;
  Workspace workspace = Workspace::create((folder.path() / "hopital.hds").string(), reviewer_acting);

  void change(const std::function<void(Change&)>& work) { workspace.change(reviewer_acting, work); }

  ReviewCampaign open(const Sources& sources, Date day = campaign_day, const std::string& reviewer = "Zoé ÉPINETTE") {
    auto review = read_sources(sources, day);
    give_last_decisions(workspace, review);
    const auto outcomes = judge_review(review);
    ReviewCampaign campaign;
    change([&](Change& change) {
      campaign =
          open_campaign(change, {.title = "Revue " + std::to_string(day.year()), .reviewer = reviewer, .day = day, .due = {}, .note = {}}, review, outcomes);
    });
    return campaign;
  }
  ReviewCampaign decide(const ReviewCampaign& campaign, const std::vector<CampaignDecision>& decisions) {
    ReviewCampaign after;
    change([&](Change& change) { after = decide_campaign(change, campaign, decisions); });
    return after;
  }
  /// Keeps all, with a reason, but what `other` says.
  ReviewCampaign decide_all(const ReviewCampaign& campaign, const std::vector<CampaignDecision>& other = {}) {
    std::vector<CampaignDecision> decisions;
    for (const auto& line : frozen_campaign(workspace, campaign).lines)
      decisions.push_back(
          {.line = line.number, .decision = LineDecision::keep, .reason = "vu avec le service", .reviewer = "Zoé ÉPINETTE", .day = campaign_day});
    for (const auto& decision : other) decisions[static_cast<std::size_t>(decision.line - 1)] = decision;
    return decide(campaign, decisions);
  }
  ReviewCampaign sign(const ReviewCampaign& campaign, const std::optional<SignedByCard>& card = {}) {
    ReviewCampaign after;
    const auto to_sign = campaign_to_sign(workspace, campaign);
    change([&](Change& change) { after = sign_campaign(change, to_sign, {card ? card->card.name : "Zoé Épinette", card, campaign_day}); });
    return after;
  }
};

inline CampaignDecision decision(std::int64_t line, LineDecision what, const std::string& reason = "", const std::string& reviewer = "Zoé ÉPINETTE") {
  return {.line = line, .decision = what, .reason = reason, .reviewer = reviewer, .day = campaign_day};
}

/// Three persons and a robot; the second left the house.
inline Sources small_house() {
  return {.accounts = "application;login;nom;matricule;RPPS;role;etat;moyen;derniere connexion\n"
                      "DPI;zepinette;ÉPINETTE Zoé;M1;99700000013;infirmier;actif;carte CPS;2026-11-20\n"
                      "DPI;aboulon;BOULON Ada;M2;;secretariat;actif;mot de passe;2026-11-01\n"
                      "DPI;cclou;CLOU Carl;M3;;secretariat;suspendu;OTP;2026-10-01\n"
                      "DPI;dvieux;VIEUX Dora;M4;;secretariat;ferme;OTP;2020-10-01\n",
          .people = "matricule;nom;prenom;arrivee;depart\nM1;ÉPINETTE;Zoé;2020-01-01;\nM2;BOULON;Ada;2020-01-01;2026-10-01\nM3;CLOU;Carl;2020-01-01;\n"};
}

} // namespace access_tests
