#pragma once

#include "toolkit/organisation/organisation.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace hdskit::gui {

// What the assistant asks before there is a workspace: texts as they were typed, judged field by field.

struct NewPerson {
  MandateRole role = MandateRole::director;
  std::string name, email, since; ///< the day on which the mandate starts
};
struct NewService {
  std::string name, code;
  Criticality criticality = Criticality::important;
};
struct NewSite {
  SiteKind kind = SiteKind::primary_room;
  std::string name, city;
};

struct NewWorkspace {
  std::string location; ///< the file to make; see completed_location
  std::string author;   ///< the name that the journal records
  std::string name, legal_form, finess, siren, city, representative, representative_title;
  std::vector<NewPerson> people; ///< without a name: nobody yet
  std::vector<NewSite> sites;
  std::vector<NewService> services; ///< without name and code: not meant
  std::string checklist;

  /// One line per function that the law wants filled, two sites, four services, the first checklist; nothing typed.
  static NewWorkspace blank(const std::filesystem::path& documents, std::string author, Date today);
};

enum class AssistantStep { place, hospital, people, services, regime, summary };
constexpr std::size_t assistant_steps = 6;
std::string title_of(AssistantStep step);
std::string sentence_of(AssistantStep step); ///< what is asked there, and why

/// What is wrong with one field, and what to type instead. `field` is the member's name, with the row in a list: "siren", "people.2.email".
struct FieldFault {
  std::string field, sentence;
  bool operator==(const FieldFault&) const = default;
};
/// In the order of the fields; empty when the step may be left. Looks whether the file stands already.
std::vector<FieldFault> faults_of(const NewWorkspace& draft, AssistantStep step);

/// From how many bytes on a field is worth judging while it is still being typed; otherwise when it is left.
std::size_t complete_length(std::string_view field);

/// With “.hds” at its end.
std::filesystem::path completed_location(const NewWorkspace& draft);

/// A short code for a service: “Dossier patient informatisé” gives “DPI”; never one of `taken`.
std::string proposed_code(std::string_view name, const std::vector<std::string>& taken);

struct OfferedChecklist {
  std::string id, title, note;
};
std::vector<OfferedChecklist> offered_checklists();

/// What will be made, sentence by sentence.
std::vector<std::string> summary_of(const NewWorkspace& draft);

/// Makes the workspace and fills it as one change. If anything fails nothing stays behind. Returns its location.
/// Throws Problem bad_input for what faults_of would have told, and what Workspace::create throws.
std::string create_workspace(const NewWorkspace& draft, const Acting& acting);

} // namespace hdskit::gui
