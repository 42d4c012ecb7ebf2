#include "gui/assistant.hpp"

#include "gui/assistant_step.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/documents_folder.hpp"
#include "gui/window/problem_dialog.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/surroundings/surroundings.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/msgdlg.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/statline.h>
#include <wx/stattext.h>
#include <wx/utils.h>

namespace hdskit::gui {
namespace {

const wxSize usual_size{960, 640}; ///< device-independent pixels

class Assistant : public wxDialog {
public:
  Assistant(wxWindow* owner, const Acting& acting)
      : wxDialog{owner, wxID_ANY, text(tr("New workspace")), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}, acting_{acting},
        draft_{NewWorkspace::blank(documents_folder(), acting.name, paris_date(acting.at))} {
    auto* columns = new wxBoxSizer{wxHORIZONTAL};
    columns->Add(new_itinerary(), wxSizerFlags{}.Border(wxALL, FromDIP(3 * gap)));
    columns->Add(new wxStaticLine{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLI_VERTICAL}, wxSizerFlags{}.Expand());
    book_ = new wxSimplebook{this};
    for (auto* build : {new_place_step, new_hospital_step, new_people_step, new_services_step, new_regime_step, new_summary_step}) {
      auto* form = build(book_, draft_);
      form->on_typed = [this] { typed_ = true; };
      forms_.push_back(form);
      book_->AddPage(form, "");
    }
    columns->Add(book_, wxSizerFlags{1}.Expand());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->Add(columns, wxSizerFlags{1}.Expand());
    rows->Add(new wxStaticLine{this}, wxSizerFlags{}.Expand());
    rows->Add(new_buttons(), wxSizerFlags{}.Expand().Border(wxALL, FromDIP(2 * gap)));
    SetSizer(rows);
    SetSize(FromDIP(usual_size));
    CentreOnParent();
    SetEscapeId(wxID_CANCEL);
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { give_up(); });
    show(0);
  }

  const std::string& location() const { return location_; }
  std::string author() const { return std::string{trimmed(draft_.author)}; }

private:
  wxSizer* new_itinerary() {
    auto* column = new wxBoxSizer{wxVERTICAL};
    for (std::size_t i = 0; i < assistant_steps; ++i) {
      steps_.push_back(new wxStaticText{this, wxID_ANY, text(step_words(i, i))});
      steps_.back()->SetFont(steps_.back()->GetFont().Bold()); // room for the step that one is at
      steps_.back()->SetMinSize(steps_.back()->GetBestSize() + wxSize{FromDIP(4 * gap), 0});
      column->Add(steps_.back(), wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2 * gap)));
    }
    return column;
  }

  static std::string step_words(std::size_t step, std::size_t at) {
    const auto* symbol = step < at ? "✔" : step == at ? "▶" : "○";
    return std::string{symbol} + "  " + std::to_string(step + 1) + ". " + title_of(static_cast<AssistantStep>(step));
  }

  wxSizer* new_buttons() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* cancel = new wxButton{this, wxID_CANCEL, text(tr("Cancel"))};
    back_ = new wxButton{this, wxID_BACKWARD, text(tr("&Back"))};
    next_ = new wxButton{this, wxID_FORWARD, text(tr("&Next"))};
    next_->SetDefault();
    cancel->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { give_up(); });
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { show(at_ - 1); });
    next_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { forward(); });
    row->Add(cancel);
    row->AddStretchSpacer();
    row->Add(back_);
    row->Add(next_, wxSizerFlags{}.Border(wxLEFT, FromDIP(gap)));
    return row;
  }

  void show(std::size_t step) {
    at_ = step;
    book_->SetSelection(step);
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      steps_[i]->SetLabel(text(step_words(i, at_)));
      steps_[i]->SetFont(i == at_ ? GetFont().Bold() : GetFont());
      steps_[i]->SetForegroundColour(colour(i == at_ ? Tone::neutral : Tone::faint));
    }
    back_->Enable(at_ > 0);
    next_->SetLabel(text(last() ? tr("&Create") : tr("&Next")));
    SetTitle(text(
        tr("New workspace – step {1} of {2}: {3}", {std::to_string(at_ + 1), std::to_string(assistant_steps), title_of(static_cast<AssistantStep>(at_))})));
    Layout();
    if (last()) next_->SetFocus();
    else forms_[at_]->focus_first();
  }

  bool last() const { return at_ + 1 == assistant_steps; }

  void forward() {
    if (!last()) {
      if (forms_[at_]->settled()) show(at_ + 1);
      return;
    }
    try {
      const wxBusyCursor busy;
      location_ = create_workspace(draft_, {author(), acting_.at});
      EndModal(wxID_OK);
    } catch (...) { show_problem(this, std::current_exception()); }
  }

  void give_up() {
    if (typed_) {
      wxMessageDialog dialog{this, text(tr("Leave the assistant? What you typed would be lost.")), text(tr("New workspace")),
                             wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION};
      dialog.SetYesNoLabels(text(tr("Leave")), text(tr("Go on typing")));
      if (dialog.ShowModal() != wxID_YES) return;
    }
    EndModal(wxID_CANCEL);
  }

  Acting acting_;
  NewWorkspace draft_;
  std::string location_;
  std::size_t at_ = 0;
  bool typed_ = false;
  wxSimplebook* book_ = nullptr;
  wxButton *back_ = nullptr, *next_ = nullptr;
  std::vector<AssistantForm*> forms_;
  std::vector<wxStaticText*> steps_;
};

} // namespace

Assisted run_assistant(wxWindow* owner, const Acting& acting) {
  Assistant assistant{owner, acting};
  return assistant.ShowModal() == wxID_OK ? Assisted{assistant.location(), assistant.author()} : Assisted{};
}

} // namespace hdskit::gui
