#include "gui/presenter/standing.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/framework_store.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/settings.hpp"

#include <algorithm>
#include <set>

namespace hdskit::gui {
namespace {

bool has_main_checklist(const Workspace& workspace) {
  const std::string name = "checklist"; // reading its text to know that it is there would take long
  const auto names = setting_names(workspace, name);
  return std::ranges::find(names, name) != names.end();
}

void add_items(AnsweredFrameworks& frameworks, const Checklist& checklist) {
  std::unordered_map<std::string, const Article*> articles;
  for (const auto& article : checklist.articles) articles.emplace(folded(article.id), &article);
  for (const auto& item : checklist.items) {
    const auto article = articles.find(folded(item.article));
    const auto label = (article == articles.end() ? item.article : article->second->label) + " " + item.number;
    frameworks.items.try_emplace(folded(item.id), AnsweredItem{item.id, label, item.title.in_current_language(), frameworks.all.size() - 1});
  }
}

AnsweredFrameworks read_frameworks(const Workspace& workspace, std::string_view asked) {
  AnsweredFrameworks frameworks;
  const bool main = has_main_checklist(workspace);
  for (const auto& checklist : all_checklists(workspace)) {
    if (folded(checklist.id) == folded(asked)) frameworks.chosen = frameworks.all.size();
    frameworks.all.push_back({checklist.id, checklist.title.in_current_language(), main && frameworks.all.empty()});
    add_items(frameworks, checklist);
  }
  return frameworks;
}

std::vector<Evidence> left_out(const Workspace& workspace, const DossierInput& input) {
  std::set<EvidenceId> taken;
  for (const auto& document : input.evidence) taken.insert(document.id);
  auto others = all_evidence(workspace);
  std::erase_if(others, [&](const Evidence& document) { return taken.contains(document.id); });
  return others;
}

} // namespace

std::string label_of(const AnsweredFramework& framework) {
  const auto label = framework.id + " – " + framework.title;
  return framework.main ? tr("{1} (main checklist)", {label}) : label;
}

const AnsweredItem* AnsweredFrameworks::item(std::string_view id) const {
  const auto found = items.find(folded(id));
  return found == items.end() ? nullptr : &found->second;
}

std::optional<std::string> AnsweredFrameworks::asked_for(std::string_view subject) const {
  constexpr std::string_view named = "framework:";
  if (const auto* found = item(subject)) return asked_as(found->framework);
  if (subject.starts_with("form:") || subject.starts_with("obligation:")) return "";
  if (!subject.starts_with(named)) return std::nullopt;
  const auto id = folded(subject.substr(named.size()));
  for (std::size_t place = 0; place < all.size(); ++place)
    if (folded(all[place].id) == id) return asked_as(place);
  return std::nullopt;
}

std::shared_ptr<const Standing> read_standing(const Workspace& workspace, Date day, std::string_view framework) {
  const Snapshot snapshot{workspace.dialect()}; // one state for all of it
  auto frameworks = read_frameworks(workspace, framework);
  auto input = read_dossier_input(workspace, frameworks.ordered());
  auto gaps = find_gaps(input, day);
  auto summary = summarise(input, gaps);
  auto others = left_out(workspace, input);
  return std::make_shared<const Standing>(Standing{std::move(input), std::move(gaps), std::move(summary), day, std::move(frameworks), std::move(others)});
}

bool answers_frameworks(const Workspace& workspace) { return has_main_checklist(workspace) || !followed_frameworks(workspace).empty(); }

} // namespace hdskit::gui
