#include "gui/presenter/new_workspace.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace hdskit::gui {
namespace {

bool blank_text(std::string_view text) { return trimmed(text).empty(); }

class Judge {
public:
  explicit Judge(const NewWorkspace& draft) : draft_{draft} {}

  std::vector<FieldFault> judge(AssistantStep step) {
    switch (step) {
      case AssistantStep::place: judge_place(); break;
      case AssistantStep::hospital: judge_hospital(); break;
      case AssistantStep::people: judge_people(); break;
      case AssistantStep::services: judge_services(); break;
      case AssistantStep::regime: judge_regime(); break;
      case AssistantStep::summary: break;
    }
    return std::move(faults_);
  }

private:
  void add(std::string field, std::string sentence) { faults_.push_back({std::move(field), std::move(sentence)}); }
  static std::string place(const char* list, std::size_t row, const char* field) { return std::string{list} + "." + std::to_string(row) + "." + field; }

  void judge_place() {
    const auto file = completed_location(draft_);
    const auto folder = file.parent_path();
    std::error_code ignored;
    if (blank_text(draft_.location)) add("location", tr("Say where the workspace is made, or choose with “Choose…”."));
    else if (draft_.location.find("://") != std::string::npos) add("location", tr("The assistant makes a file. Give a path that ends in .hds."));
    else if (file.is_relative()) add("location", tr("Give the whole path, from “/”."));
    else if (std::filesystem::exists(std::filesystem::symlink_status(file, ignored)))
      add("location", tr("“{1}” already exists, and nothing is ever overwritten: choose another name.", {file.filename().string()}));
    else if (!std::filesystem::is_directory(folder, ignored)) add("location", tr("The folder “{1}” is not there: choose another one.", {folder.string()}));
    if (blank_text(draft_.author)) add("author", tr("Give your name: the journal records it with every change."));
  }

  void judge_hospital() {
    if (blank_text(draft_.name)) add("name", tr("Give the name of the hospital."));
    if (!blank_text(draft_.finess) && !Finess::parse(draft_.finess))
      add("finess", tr("A FINESS number has 9 characters, the last of which is a key: check each of them."));
    if (!blank_text(draft_.siren) && !Siren::parse(draft_.siren))
      add("siren", tr("A SIREN number has 9 digits, the last of which is a key: check each of them."));
  }

  void judge_people() {
    for (std::size_t row = 0; row < draft_.people.size(); ++row) {
      const auto& person = draft_.people[row];
      const auto email = trimmed(person.email);
      if (!email.empty() && blank_text(person.name)) add(place("people", row, "name"), tr("Give the name that goes with this address."));
      const auto at = email.find('@');
      if (!email.empty() &&
          (at == 0 || at == std::string_view::npos || email.find('.', at) == std::string_view::npos || email.find(' ') != std::string_view::npos))
        add(place("people", row, "email"), tr("An e-mail address is written name@hospital.fr."));
      if (!blank_text(person.name) && !blank_text(person.since) && !Date::parse(trimmed(person.since)))
        add(place("people", row, "since"), tr("A day is written 22/11/2026."));
    }
  }

  void judge_services() {
    for (std::size_t row = 0; row < draft_.sites.size(); ++row)
      if (blank_text(draft_.sites[row].name) && (row == 0 || !blank_text(draft_.sites[row].city)))
        add(place("sites", row, "name"), row == 0 ? tr("Give at least one site, where the machines stand.") : tr("Give the name of this site."));
    std::set<std::string> codes;
    for (std::size_t row = 0; row < draft_.services.size(); ++row) {
      const auto& service = draft_.services[row];
      if (blank_text(service.name) && blank_text(service.code)) continue;
      if (blank_text(service.name)) add(place("services", row, "name"), tr("Give the name of this service."));
      if (blank_text(service.code)) add(place("services", row, "code"), tr("Give a short code, such as DPI."));
      else if (!codes.insert(folded(trimmed(service.code))).second) add(place("services", row, "code"), tr("Another service has this code already."));
    }
  }

  void judge_regime() {
    const auto ids = shipped_checklist_ids();
    if (std::ranges::find(ids, draft_.checklist) == ids.end()) add("checklist", tr("Choose the regime that the file follows."));
  }

  const NewWorkspace& draft_;
  std::vector<FieldFault> faults_;
};

struct StepWords {
  const char *title, *sentence;
};
constexpr std::array<StepWords, assistant_steps> steps = {{
    {marked("The file"),
     marked("A workspace is one file that holds everything: hospital, answers, evidence and journal. It tells where a hospital is weak: keep it in "
            "a folder that only you and your colleagues can read.")},
    {marked("The hospital"),
     marked("The legal entity that hosts the data and signs the file. Only the name is needed now; what you leave out can be given later.")},
    {marked("The people"),
     marked("The law wants these functions to be held by someone. Leave a line empty when you do not know yet: the dashboard will remind you.")},
    {marked("Sites and services"), marked("Where the machines stand, and which applications are hosted there.")},
    {marked("The regime"), marked("The list of requirements that the file answers. The workspace keeps its own copy, so that your answers never move.")},
    {marked("Summary"), marked("Nothing has been made yet. This is what “Create” will do:")},
}};

} // namespace

std::string title_of(AssistantStep step) { return tr(steps[static_cast<std::size_t>(step)].title); }
std::string sentence_of(AssistantStep step) { return tr(steps[static_cast<std::size_t>(step)].sentence); }

std::vector<FieldFault> faults_of(const NewWorkspace& draft, AssistantStep step) { return Judge{draft}.judge(step); }

std::size_t complete_length(std::string_view field) {
  constexpr std::size_t identifier = 9, day = 10;
  if (field == "finess" || field == "siren") return identifier;
  return field.ends_with(".since") ? day : std::string_view::npos;
}

std::string proposed_code(std::string_view name, const std::vector<std::string>& taken) {
  constexpr std::size_t longest = 8;
  std::vector<std::string> words{""};
  for (const char c : folded(name)) {
    if (c >= 'a' && c <= 'z') words.back() += static_cast<char>(c - 'a' + 'A');
    else if (c >= '0' && c <= '9') words.back() += c;
    else if (!words.back().empty()) words.emplace_back();
  }
  std::erase_if(words, [](const std::string& word) {
    return word.empty() || word == "DE" || word == "DU" || word == "DES" || word == "LA" || word == "L" || word == "D";
  });
  if (words.empty()) return "";
  std::string code;
  if (words.size() == 1) code = words[0].substr(0, longest);
  else
    for (const auto& word : words) code += word.substr(0, 1);
  code = code.substr(0, longest);
  const auto is_taken = [&](const std::string& wanted) {
    return std::ranges::any_of(taken, [&](const auto& other) { return folded(trimmed(other)) == folded(wanted); });
  };
  auto free = code;
  for (int number = 2; is_taken(free); ++number) free = code + std::to_string(number);
  return free;
}

std::vector<std::string> summary_of(const NewWorkspace& draft) {
  const auto count = [](const auto& list) { return std::ranges::count_if(list, [](const auto& one) { return !blank_text(one.name); }); };
  std::vector<std::string> lines{tr("The file “{1}” is made, readable by you alone.", {completed_location(draft).string()}),
                                 tr("It describes “{1}”, with {2} and {3}.", {trimmed(draft.name), trn("{1} site", "{1} sites", count(draft.sites)),
                                                                              trn("{1} hosted service", "{1} hosted services", count(draft.services))})};
  const auto people = count(draft.people);
  const auto vacant = static_cast<std::int64_t>(draft.people.size()) - people;
  if (people > 0) lines.push_back(trn("{1} function is held.", "{1} functions are held.", people));
  if (vacant > 0) lines.push_back(trn("{1} function is still vacant.", "{1} functions are still vacant.", vacant));
  if (blank_text(draft.representative)) lines.push_back(tr("Who signs the file (the legal representative) is still to be said."));
  for (const auto& checklist : offered_checklists())
    if (checklist.id == draft.checklist) lines.push_back(tr("It follows: {1}.", {checklist.title}));
  lines.push_back(tr("The journal begins with your name: {1}.", {trimmed(draft.author)}));
  return lines;
}

} // namespace hdskit::gui
