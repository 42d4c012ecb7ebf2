#pragma once

#include "toolkit/workspace/workspace.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hdskit {

// Details about persons that may be kept for a time only (GDPR article 5(1)(e)): the journal tells that they were there, with their digest and their last day,
// and never what they say, so that forgetting them leaves no copy in the chain.

struct PersonalFile {
  std::string name; ///< "campaign/RH1/lines": letters, digits, '/', '-', '_'
  std::string content, digest;
  std::optional<Date> kept_until;
};

/// Replaces the file of that name; the bytes before are gone.
void put_personal_file(Change& change, const std::string& name, const std::string& content, std::optional<Date> kept_until);
/// Proves the digest on the way: Problem damaged. Nothing when there is none of that name.
std::optional<PersonalFile> personal_file(const Workspace& workspace, const std::string& name);
std::vector<std::string> personal_file_names(const Workspace& workspace, const std::string& prefix);
/// Keeps all those of a prefix until another day.
void keep_personal_files(Change& change, const std::string& prefix, Date until);
/// Forgets those whose last day is before `today`; gives back their names. The bytes are overwritten where the engine can.
std::vector<std::string> forget_personal_files(Change& change, Date today);
bool any_to_forget(const Workspace& workspace, Date today);

} // namespace hdskit
