#include "toolkit/exchange/oscal_assessment.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/workspace/json_writing.hpp"

#include <algorithm>
#include <map>

namespace hdskit {
namespace {

namespace json = boost::json;
constexpr const char* oscal_version = "1.1.2";

json::string text(std::string_view value) { return json::string{value.data(), value.size()}; }

/// A version 8 identifier (RFC 9562 5.8) from the SHA-256 of what is named: OSCAL wants one everywhere, and a random one would make every export differ.
std::string identifier_of(const std::string& name) {
  auto hex = digest_of("hdskit oscal " + name).hex().substr(0, 32);
  hex[12] = '8';
  hex[16] = "89ab"[static_cast<std::size_t>(hex[16]) % 4];
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" + hex.substr(20);
}

class Assessment {
public:
  Assessment(const Checklist& checklist, const std::vector<Answer>& answers, const std::vector<Evidence>& evidence, Instant at)
      : checklist_{checklist}, evidence_{evidence}, at_{at} {
    for (const auto& answer : answers) answers_.emplace(folded(answer.item), &answer);
  }

  json::object document(const std::string& hospital) {
    const auto plan = identifier_of(checklist_.id + " " + checklist_.version + " plan");
    return {{"assessment-results",
             json::object{{"uuid", identifier_of(checklist_.id + " results " + at_.iso())},
                          {"metadata", json::object{{"title", text(hospital + " – " + checklist_.title.french)},
                                                    {"last-modified", at_.iso()},
                                                    {"version", text(checklist_.version)},
                                                    {"oscal-version", oscal_version}}},
                          {"import-ap", json::object{{"href", "#" + plan}}},
                          {"results", json::array{result(hospital)}},
                          {"back-matter", json::object{{"resources", json::array{json::object{{"uuid", plan},
                                                                                              {"title", text(checklist_.title.french)},
                                                                                              {"description", text(checklist_.note.french)}}}}}}}}};
  }

private:
  const Answer* answer_to(const Item& item) const {
    const auto found = answers_.find(folded(item.id));
    return found == answers_.end() ? nullptr : found->second;
  }
  static bool is_excluded(const Answer* answer) { return answer && answer->applicability == Applicability::excluded; }
  static bool is_satisfied(const Item& item, const Answer* answer) {
    return answer && (answer->state == DemonstrationState::demonstrated || (answer->state == DemonstrationState::written && !item.demonstration));
  }

  json::object result(const std::string& hospital) {
    json::array included, excluded, findings;
    for (const auto& item : checklist_.items) {
      const auto* answer = answer_to(item);
      (is_excluded(answer) ? excluded : included).push_back(json::object{{"control-id", text(item.id)}});
      if (!is_excluded(answer)) findings.push_back(finding(item, answer));
    }
    json::object selection{{"include-controls", std::move(included)}};
    if (!excluded.empty()) selection["exclude-controls"] = std::move(excluded);
    json::object result{{"uuid", identifier_of(checklist_.id + " result")},
                        {"title", text(checklist_.title.french)},
                        {"description", text("Réponses de l’établissement\u00A0: " + hospital)},
                        {"start", at_.iso()},
                        {"reviewed-controls", json::object{{"control-selections", json::array{std::move(selection)}}}}};
    if (!observations_.empty()) result["observations"] = std::move(observations_);
    result["findings"] = std::move(findings);
    return result;
  }

  json::object finding(const Item& item, const Answer* answer) {
    json::array related;
    for (const auto& document : evidence_)
      if (std::ranges::any_of(document.requirements, [&](const std::string& one) { return folded(one) == folded(item.id); }))
        related.push_back(json::object{{"observation-uuid", observation(document)}});
    const auto statement = answer ? std::string{trimmed(answer->statement)} : std::string{};
    json::object finding{{"uuid", identifier_of(checklist_.id + " " + item.id)},
                         {"title", text(item.number + " " + item.title.french)},
                         {"description", text(statement.empty() ? "Pas encore de réponse." : statement)},
                         {"target", json::object{{"type", "objective-id"},
                                                 {"target-id", text(item.id)},
                                                 {"status", json::object{{"state", is_satisfied(item, answer) ? "satisfied" : "not-satisfied"},
                                                                         {"remarks", text(answer ? to_field_text(answer->state) : "absent")}}}}}};
    if (!related.empty()) finding["related-observations"] = std::move(related);
    return finding;
  }

  /// Told once, however many items it serves.
  std::string observation(const Evidence& document) {
    const auto identifier = identifier_of("evidence " + document.code);
    if (!std::ranges::any_of(observed_, [&](const std::string& code) { return code == document.code; })) {
      observed_.push_back(document.code);
      observations_.push_back(json::object{
          {"uuid", identifier},
          {"title", text("[" + document.code + "]")},
          {"description", text(document.title)},
          {"methods", json::array{"EXAMINE"}},
          {"collected", document.date ? Instant::at_midnight(*document.date).iso() : at_.iso()},
          {"relevant-evidence", json::array{json::object{{"href", text("urn:sha256:" + document.digest)}, {"description", text(document.title)}}}}});
    }
    return identifier;
  }

  const Checklist& checklist_;
  const std::vector<Evidence>& evidence_;
  Instant at_;
  std::map<std::string, const Answer*> answers_;
  json::array observations_;
  std::vector<std::string> observed_;
};

} // namespace

std::string oscal_assessment(const Checklist& checklist, const std::vector<Answer>& answers, const std::vector<Evidence>& evidence, const std::string& hospital,
                             Instant at) {
  return readable_json(Assessment{checklist, answers, evidence, at}.document(hospital));
}

} // namespace hdskit
