#pragma once

#include "toolkit/base/date.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit::gui {

/// What was typed into a form and is not saved yet, by the names of its fields, and what the workspace said when the typing began.
struct Draft {
  using Texts = std::map<std::string, std::string, std::less<>>;
  Instant at;
  Texts typed, before;
  bool operator==(const Draft&) const = default;
};

/// Drafts of one workspace: a file each (0600, folder 0700), so that neither a crash nor a workspace that went away takes a text along.
/// The name of the file is a digest of the workspace's location and of the subject: the folder tells nothing about the hospital.
class DraftStore {
public:
  DraftStore(std::filesystem::path folder, const std::string& location);

  /// Throws Problem no_space, refused.
  void keep(std::string_view subject, const Draft& draft) const;
  /// Nothing when there is none, and when it cannot be read or understood.
  std::optional<Draft> find(std::string_view subject) const;
  void forget(std::string_view subject) const noexcept;

  std::filesystem::path file_of(std::string_view subject) const;

private:
  std::filesystem::path folder_;
  std::string location_;
};

/// “5 minutes ago”, “on 22 November 2026”.
std::string age_of_draft(const Draft& draft, Instant now);

} // namespace hdskit::gui
