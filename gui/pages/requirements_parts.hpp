#pragma once

#include "gui/presenter/cell.hpp"
#include "gui/presenter/requirements.hpp"
#include "gui/presenter/requirements_documents.hpp"

#include <wx/stattext.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hdskit::gui::pages {

/// A text of the page that wraps to the width it is given, and vanishes when there is nothing to say.
class Prose : public wxStaticText {
public:
  explicit Prose(wxWindow* parent) : wxStaticText{parent, wxID_ANY, ""} {}
  void say(const Cell& cell);
  void wrap(int width);

private:
  std::string words_;
  int width_ = 0; ///< of the last wrap(); 0: none yet
};

/// The code of the document that the person chose; "" when they changed their mind. See documents_to_choose().
std::string choose_document(wxWindow* owner, const std::string& title, std::shared_ptr<const Requirements> requirements, const std::string& but_linked_to);

/// Title, kind and code of a file that shall be filed; nothing when the person changed their mind. `number` of `count` files.
std::optional<NewDocument> describe_document(wxWindow* owner, const std::filesystem::path& file, const std::vector<Evidence>& known, std::size_t number,
                                             std::size_t count);

/// Lets files be dropped on a window. A workspace is left to the frame, which opens it.
void accept_documents(wxWindow& window, std::function<void(const std::vector<std::filesystem::path>&)> take);

/// What stands on the page while there is nothing to answer: why, and the checklists that may be adopted.
wxWindow* new_empty_checklist(wxWindow* parent, std::function<void(const std::string& checklist)> adopt);

} // namespace hdskit::gui::pages
