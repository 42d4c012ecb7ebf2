#include "toolkit/dossier/item_words.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/page/markdown.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

std::string site_name(const ChapterInput& input, SiteId id) {
  const auto found = std::ranges::find(input.facts.organisation.sites, id, &Site::id);
  return found == input.facts.organisation.sites.end() ? "–" : found->name;
}

std::string number_text(const std::optional<std::int64_t>& number) { return number ? french_number(*number) : "–"; }
std::string duration_text(const std::optional<Minutes>& minutes) { return minutes ? human_duration(minutes->count) : "–"; }

Words::List service_rows(const ChapterInput& input) {
  Words::List rows;
  for (const auto& service : input.facts.organisation.services) {
    std::vector<std::string> users;
    for (const auto& contract : input.facts.organisation.contracts) {
      if (std::ranges::find(contract.services, service.code) == contract.services.end()) continue;
      const auto client = std::ranges::find(input.facts.organisation.clients, contract.client, &Client::id);
      if (client != input.facts.organisation.clients.end()) users.push_back(client->name);
    }
    rows.push_back(record_words(service)
                       .set("rto_text", duration_text(service.rto))
                       .set("rpo_text", duration_text(service.rpo))
                       .set("volume_text", number_text(service.volume_gb))
                       .set("patients_text", number_text(service.patients))
                       .set("users_text", number_text(service.users))
                       .set("activities_text", or_dash(joined(service.activities, ", ")))
                       .set("primary_site_name", site_name(input, service.primary_site))
                       .set("backup_site_name", site_name(input, service.backup_site))
                       .set("client_names", users.empty() ? "–" : joined(users, ", "))
                       .set("service_anchor", "service-" + service.id.text())
                       .set("description_prose", page::prose_as_markdown(service.description)));
  }
  return rows;
}

Words gather(const ChapterInput& input) {
  auto words = form_words(input, "P3");
  Words::List sites, clients;
  for (const auto& site : input.facts.organisation.sites)
    sites.push_back(record_words(site).set("description_prose", page::prose_as_markdown(site.description)));
  for (const auto& client : input.facts.organisation.clients) clients.push_back(record_words(client).set("beds_text", number_text(client.beds)));
  words.list("sites", std::move(sites)).list("clients", std::move(clients)).list("services", service_rows(input));
  return words;
}

} // namespace

extern const Chapter service;
const Chapter service{.id = "p3-service", .sentence = "Form P3: sites, hosted services, clients.", .gather = gather, .present = nullptr, .form = "P3"};

} // namespace hdskit::chapters
