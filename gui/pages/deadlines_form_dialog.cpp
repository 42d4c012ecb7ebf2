#include "gui/pages/deadlines_form_dialog.hpp"

#include "gui/window/form_view.hpp"
#include "gui/window/message_bar.hpp"
#include "gui/window/problem_dialog.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace hdskit::gui::pages {
namespace {

constexpr int width = 640, row_height = 44, tallest = 520; ///< device-independent pixels

class FormDialog : public wxDialog {
public:
  FormDialog(wxWindow* owner, Form& form, const FormQuestion& question)
      : wxDialog{owner, wxID_ANY, text(question.title), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}, form_{form},
        question_{question} {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    message_ = new MessageBar{this};
    rows->Add(message_, wxSizerFlags{}.Expand());
    if (!question.sentence.empty()) {
      auto* sentence = new wxStaticText{this, wxID_ANY, text(question.sentence)};
      sentence->Wrap(FromDIP(width));
      rows->Add(sentence, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2 * gap)));
    }
    view_ = new FormView{this, {.name = question.title, .buttons = false}};
    view_->show(form_);
    view_->SetMinSize(FromDIP(wxSize{width, std::min(tallest, row_height * static_cast<int>(form_.fields().size()) + row_height)}));
    rows->Add(view_, wxSizerFlags{1}.Expand());
    rows->Add(new_buttons(), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2 * gap)));
    auto* framed = new wxBoxSizer{wxVERTICAL};
    framed->Add(rows, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(3 * gap)));
    SetSizerAndFit(framed);
    CentreOnParent();
  }

private:
  wxSizer* new_buttons() {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    auto* cancel = new wxButton{this, wxID_CANCEL, text(tr("Cancel"))};
    auto* save = new wxButton{this, wxID_OK, text(question_.button)};
    save->SetDefault();
    save->SetFocus(); // what is proposed is recorded by Enter
    save->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->save(); });
    line->AddStretchSpacer();
    line->Add(cancel, wxSizerFlags{}.Border(wxRIGHT, FromDIP(gap)));
    line->Add(save);
    return line;
  }

  void save() {
    form_.tell_all();
    view_->tell_faults();
    if (const auto fault = form_.first_fault()) return view_->focus(*fault);
    try {
      question_.save(form_.values());
      EndModal(wxID_OK);
    } catch (...) {
      const auto failure = told(std::current_exception());
      message_->tell(Tone::bad, failure.sentence, failure.remedy);
      Layout();
    }
  }

  Form& form_;
  const FormQuestion& question_;
  MessageBar* message_ = nullptr;
  FormView* view_ = nullptr;
};

} // namespace

bool ask_form(wxWindow* owner, Form& form, const FormQuestion& question) {
  FormDialog dialog{wxGetTopLevelParent(owner), form, question};
  return dialog.ShowModal() == wxID_OK;
}

} // namespace hdskit::gui::pages
