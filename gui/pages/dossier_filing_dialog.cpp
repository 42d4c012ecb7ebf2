#include "gui/pages/dossier_filing_dialog.hpp"

#include "gui/pages/dossier_order_form.hpp"
#include "gui/presenter/filings.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui {
namespace {

constexpr int width = 620, reason_height = 76; ///< device-independent pixels

class FilingDialog : public wxDialog {
public:
  FilingDialog(wxWindow* owner, std::shared_ptr<const Standing> standing, const OrderTexts& proposed)
      : wxDialog{owner, wxID_ANY, text(filing_heading(standing->frameworks)), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
        standing_{std::move(standing)} {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    warning_ = new wxStaticText{this, wxID_ANY, ""};
    rows->Add(warning_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(3 * gap)));
    form_ = new OrderForm{this};
    form_->SetMinSize(FromDIP(wxSize{width, -1}));
    rows->Add(form_, wxSizerFlags{}.Expand());
    rows->Add(new_reason(), wxSizerFlags{1}.Expand().Border(wxTOP, FromDIP(2 * gap)));
    rows->Add(new_buttons(), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(3 * gap)));
    auto* framed = new wxBoxSizer{wxVERTICAL};
    framed->Add(rows, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(3 * gap)));
    SetSizer(framed);
    form_->fill(proposed);
    form_->on_change = [this] { update(); };
    update();
    CentreOnParent();
  }

  FilingOrder order() const { return {order_of(form_->texts()), gaps_ == 0 ? "" : std::string{trimmed(reason())}}; }

private:
  wxSizer* new_reason() {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    const auto label = tr("Why it is filed although it is not complete");
    reason_label_ = new wxStaticText{this, wxID_ANY, text(label)};
    reason_ = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize{-1, reason_height}), wxTE_MULTILINE};
    name_for_readers(*reason_, label);
    reason_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { update(); });
    rows->Add(reason_label_);
    rows->Add(reason_, wxSizerFlags{1}.Expand().Border(wxTOP, FromDIP(gap)));
    return rows;
  }

  wxSizer* new_buttons() {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    fault_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
    fault_->SetForegroundColour(colour(Tone::warning));
    file_ = new wxButton{this, wxID_OK, text(tr("File it for good"))};
    auto* cancel = new wxButton{this, wxID_CANCEL, text(tr("Cancel"))};
    line->Add(fault_, wxSizerFlags{1}.CenterVertical());
    line->Add(cancel, wxSizerFlags{}.Border(wxLEFT, FromDIP(gap)));
    line->Add(file_, wxSizerFlags{}.Border(wxLEFT, FromDIP(gap)));
    return line;
  }

  std::string reason() const { return utf8(reason_->GetValue()); }

  void update() {
    const auto texts = form_->texts();
    const auto day = Date::parse(trimmed(texts.date));
    gaps_ = !day || *day == standing_->day ? standing_->gaps.size() : find_gaps(standing_->input, *day).size();
    warning_->SetLabel(text(filing_warning(gaps_)));
    warning_->Wrap(FromDIP(width));
    reason_label_->Show(gaps_ > 0);
    reason_->Show(gaps_ > 0);
    const auto fault = reason_fault(gaps_, reason());
    fault_->SetLabel(text(fault));
    file_->Enable(fault.empty() && faults_of(texts).none());
    GetSizer()->SetSizeHints(this);
  }

  std::shared_ptr<const Standing> standing_;
  std::size_t gaps_ = 0;
  OrderForm* form_ = nullptr;
  wxStaticText *warning_ = nullptr, *reason_label_ = nullptr, *fault_ = nullptr;
  wxTextCtrl* reason_ = nullptr;
  wxButton* file_ = nullptr;
};

} // namespace

std::optional<FilingOrder> ask_filing(wxWindow* owner, std::shared_ptr<const Standing> standing, const OrderTexts& proposed) {
  FilingDialog dialog{owner, std::move(standing), proposed};
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return dialog.order();
}

} // namespace hdskit::gui
