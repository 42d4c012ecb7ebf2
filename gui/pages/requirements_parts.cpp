#include "gui/pages/requirements_parts.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/dnd.h>
#include <wx/panel.h>
#include <wx/sizer.h>

#include <algorithm>

namespace hdskit::gui::pages {
namespace {

constexpr int empty_width = 560; ///< device-independent pixels

class DocumentDrop : public wxFileDropTarget {
public:
  DocumentDrop(wxWindow& window, std::function<void(const std::vector<std::filesystem::path>&)> take) : window_{window}, take_{std::move(take)} {}

  bool OnDropFiles(wxCoord x, wxCoord y, const wxArrayString& names) override {
    std::vector<std::filesystem::path> files;
    for (const auto& name : names) files.emplace_back(utf8(name));
    if (files.empty()) return false;
    if (files.size() == 1 && folded(files[0].extension().string()) == ".hds")
      if (auto* frame = dynamic_cast<wxFileDropTarget*>(wxGetTopLevelParent(&window_)->GetDropTarget())) return frame->OnDropFiles(x, y, names);
    window_.CallAfter([take = take_, files] { take(files); }); // the file manager waits for the drop to end
    return true;
  }

private:
  wxWindow& window_;
  std::function<void(const std::vector<std::filesystem::path>&)> take_;
};

} // namespace

void Prose::say(const Cell& cell) {
  words_ = cell.text;
  SetForegroundColour(cell.tone == Tone::neutral ? wxColour{} : colour(cell.tone));
  SetLabelText(text(words_));
  name_for_readers(*this, words_);
  Show(!words_.empty());
  if (width_ > 0) wrap(width_);
}

void Prose::wrap(int width) {
  width_ = width;
  if (words_.empty()) return;
  SetLabelText(text(words_)); // lines that were broken for another width
  Wrap(width);
}

void accept_documents(wxWindow& window, std::function<void(const std::vector<std::filesystem::path>&)> take) {
  window.SetDropTarget(new DocumentDrop{window, std::move(take)});
}

wxWindow* new_empty_checklist(wxWindow* parent, std::function<void(const std::string& checklist)> adopt) {
  auto* panel = new wxPanel{parent};
  auto* column = new wxBoxSizer{wxVERTICAL};
  const auto add = [&](const std::string& words, Tone tone) {
    auto* prose = new Prose{panel};
    prose->say({words, tone});
    prose->wrap(panel->FromDIP(empty_width));
    column->Add(prose, wxSizerFlags{}.Border(wxBOTTOM, panel->FromDIP(2 * gap)));
    return prose;
  };
  auto* title = add(tr("This workspace follows no checklist yet"), Tone::neutral);
  title->SetFont(title->GetFont().Bold().Scaled(1.35f));
  add(tr("A checklist lists what the regime asks for, item by item. Adopt the one of your regime first; the answers, documents and the dossier follow it."),
      Tone::neutral);
  for (const auto& checklist : checklists_to_adopt()) {
    auto* button = new wxButton{panel, wxID_ANY, text(tr("Adopt “{1}”", {checklist.title})), wxDefaultPosition, panel->FromDIP(wxSize{empty_width, 40})};
    button->Bind(wxEVT_BUTTON, [adopt, id = checklist.id](wxCommandEvent&) { adopt(id); });
    column->Add(button, wxSizerFlags{}.Expand().Border(wxBOTTOM, panel->FromDIP(gap)));
  }
  auto* centred = new wxBoxSizer{wxVERTICAL};
  centred->AddStretchSpacer();
  centred->Add(column, wxSizerFlags{}.Center().Border(wxALL, panel->FromDIP(4 * gap)));
  centred->AddStretchSpacer(2);
  panel->SetSizer(centred);
  return panel;
}

} // namespace hdskit::gui::pages
