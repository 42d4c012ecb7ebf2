#include "toolkit/requirements/scope_reader.hpp"

#include "embedded/scopes.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/markup/markup_document.hpp"

#include <set>

namespace hdskit {
namespace {

/// Reads the elements in order, compares the references once all are known, then follows every answer.
class Reading {
public:
  explicit Reading(std::string_view xml) : document_{xml} {}

  ScopeReading read() {
    if (const auto root = document_.root("scope")) {
      read_root(root);
      check_references(root);
      if (document_.sound()) check_ways();
    }
    ScopeReading reading;
    reading.defects = document_.defects();
    if (reading.defects.empty()) reading.questions = std::move(scope_);
    return reading;
  }

private:
  using Places = MarkupDocument::Places;
  using Names = std::set<std::string>; ///< folded ids

  void read_root(pugi::xml_node root) {
    document_.expect(
        root, {.attributes = {"id", "version", "first"}, .optional_attributes = {}, .once = {"title", "note"}, .many = {"article", "question", "outcome"}});
    scope_.id = document_.id(root);
    scope_.version = document_.word(root, "version");
    scope_.first = document_.id(root, "first");
    scope_.title = document_.bilingual(root.child("title"));
    scope_.note = document_.bilingual(root.child("note"));
    for (const auto node : root.children("article")) read_article(node);
    for (const auto node : root.children("question")) read_question(node);
    for (const auto node : root.children("outcome")) read_outcome(node);
    for (const char* name : {"article", "question", "outcome"})
      if (!root.child(name)) document_.report(root, tr("“{1}” lacks the element “{2}”.", {"scope", name}));
  }

  void read_article(pugi::xml_node node) {
    document_.expect(node, {.attributes = {"id", "label", "version", "confidence"}, .optional_attributes = {}, .once = {"title"}, .many = {}});
    scope_.articles.push_back({.id = document_.own_id(node, articles_),
                               .label = document_.word(node, "label"),
                               .version = document_.date(node, "version"),
                               .confidence = document_.confidence(node),
                               .title = document_.bilingual(node.child("title"))});
  }

  void read_question(pugi::xml_node node) {
    document_.expect(node,
                     {.attributes = {"id", "article", "confidence"}, .optional_attributes = {}, .once = {"asks", "help", "yes", "no", "unknown"}, .many = {}});
    scope_.questions.push_back({.id = document_.own_id(node, questions_),
                                .article = document_.id(node, "article"),
                                .confidence = document_.confidence(node),
                                .asks = document_.bilingual(node.child("asks")),
                                .help = document_.bilingual(node.child("help")),
                                .yes = lead(node.child("yes")),
                                .no = lead(node.child("no")),
                                .unknown = lead(node.child("unknown"))});
    question_nodes_.push_back(node);
  }

  ScopeLead lead(pugi::xml_node node) {
    if (!node) return {};
    document_.expect(node, {.attributes = {}, .optional_attributes = {"question", "outcome"}, .once = {}, .many = {}});
    if (node.attribute("question").empty() == node.attribute("outcome").empty())
      document_.report(node, tr("“{1}” must lead to either a question or an outcome.", {node.name()}));
    leads_.push_back(node);
    return {.question = document_.id(node, "question"), .outcome = document_.id(node, "outcome")};
  }

  void read_outcome(pugi::xml_node node) {
    static constexpr std::string_view verdicts[] = {"required", "exempt", "other_regime", "unclear"};
    document_.expect(node,
                     {.attributes = {"id", "verdict", "article", "confidence"}, .optional_attributes = {"checklist"}, .once = {"title", "reason"}, .many = {}});
    scope_.outcomes.push_back({.id = document_.own_id(node, outcomes_),
                               .verdict = static_cast<ScopeVerdict>(document_.one_of(node, "verdict", verdicts)),
                               .article = document_.id(node, "article"),
                               .confidence = document_.confidence(node),
                               .checklist = document_.id(node, "checklist"),
                               .title = document_.bilingual(node.child("title")),
                               .reason = document_.bilingual(node.child("reason"))});
    outcome_nodes_.push_back(node);
  }

  void check_references(pugi::xml_node root) {
    check_named(root, "first", questions_);
    for (const auto node : question_nodes_) check_named(node, "article", articles_);
    for (const auto node : outcome_nodes_) check_named(node, "article", articles_);
    for (const auto node : leads_) {
      check_named(node, "question", questions_);
      check_named(node, "outcome", outcomes_);
    }
  }

  void check_named(pugi::xml_node node, const char* attribute, const Places& places) {
    const auto id = document_.word(node, attribute);
    if (!id.empty() && !places.contains(folded(id)))
      document_.report(node, tr("“{1}” names “{2}”, which the questions do not hold.", {document_.called(node), id}));
  }

  /// Every answer must come to an end, and everything must be met by some answers.
  void check_ways() {
    Names met{folded(scope_.first)};
    std::vector<std::string> waiting{folded(scope_.first)};
    std::map<std::string, Names> follows; // question, those that its answers lead to
    for (const auto& question : scope_.questions)
      for (const auto* lead : {&question.yes, &question.no, &question.unknown})
        if (!lead->question.empty()) follows[folded(question.id)].insert(folded(lead->question));
    while (!waiting.empty()) {
      const auto at = waiting.back();
      waiting.pop_back();
      for (const auto& next : follows[at])
        if (met.insert(next).second) waiting.push_back(next);
    }
    report_unmet(met);
    report_circles(std::move(follows));
  }

  void report_unmet(const Names& met) {
    Names ends;
    for (std::size_t i = 0; i < scope_.questions.size(); ++i) {
      const auto& question = scope_.questions[i];
      if (!met.contains(folded(question.id))) document_.report(question_nodes_[i], tr("No answer leads to the question “{1}”.", {question.id}));
      else
        for (const auto* lead : {&question.yes, &question.no, &question.unknown}) ends.insert(folded(lead->outcome));
    }
    for (std::size_t i = 0; i < scope_.outcomes.size(); ++i)
      if (const auto& id = scope_.outcomes[i].id; !ends.contains(folded(id)))
        document_.report(outcome_nodes_[i], tr("No answer leads to the outcome “{1}”.", {id}));
  }

  /// What is left once every question is taken away whose answers lead only to the end, or to questions that were taken away.
  void report_circles(std::map<std::string, Names> follows) {
    std::map<std::string, Names> before;
    for (const auto& [question, nexts] : follows)
      for (const auto& next : nexts) before[next].insert(question);
    Names left;
    std::vector<std::string> ending;
    for (const auto& question : scope_.questions) {
      left.insert(folded(question.id));
      if (follows[folded(question.id)].empty()) ending.push_back(folded(question.id));
    }
    while (!ending.empty()) {
      const auto at = ending.back();
      ending.pop_back();
      left.erase(at);
      for (const auto& question : before[at])
        if (follows[question].erase(at) && follows[question].empty()) ending.push_back(question);
    }
    for (std::size_t i = 0; i < scope_.questions.size(); ++i)
      if (const auto& id = scope_.questions[i].id; left.contains(folded(id)))
        document_.report(question_nodes_[i], tr("Some answers to the question “{1}” never come to an end: they go in a circle.", {id}));
  }

  MarkupDocument document_;
  ScopeQuestions scope_;
  Places articles_, questions_, outcomes_;
  std::vector<pugi::xml_node> question_nodes_, outcome_nodes_, leads_;
};

std::string id_of(const embedded::File& file) { return std::string{file.path.substr(0, file.path.rfind('.'))}; }

} // namespace

ScopeReading read_scope(std::string_view xml) { return Reading{xml}.read(); }

ScopeQuestions scope_of(std::string_view xml, const std::string& name) {
  auto reading = read_scope(xml);
  if (reading.questions) return std::move(*reading.questions);
  auto sentence =
      trn("The scope questions “{2}” have {1} defect:", "The scope questions “{2}” have {1} defects:", static_cast<std::int64_t>(reading.defects.size()));
  refuse_markup(name, replaced(std::move(sentence), "{2}", name), reading.defects,
                tr("Correct the file and start again; nothing was changed. docs/formats/scope.md explains the format."));
}

std::string_view shipped_scope(std::string_view id) {
  const auto ids = shipped_scope_ids();
  for (const auto& file : embedded::scopes())
    if (id_of(file) == id) return file.bytes;
  throw Problem{ProblemKind::not_found, std::string{id}, tr("No scope questions “{1}” come with the program.", {id}),
                suggestion(id, {ids.begin(), ids.end()}, tr("These do: {1}.", {joined(ids, ", ")}))};
}

std::vector<std::string> shipped_scope_ids() {
  std::vector<std::string> ids;
  for (const auto& file : embedded::scopes()) ids.push_back(id_of(file));
  return ids;
}

} // namespace hdskit
