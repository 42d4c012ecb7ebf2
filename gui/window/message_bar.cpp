#include "gui/window/message_bar.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace hdskit::gui {

MessageBar::MessageBar(wxWindow* parent) : wxPanel{parent} {
  auto* sizer = new wxBoxSizer{wxHORIZONTAL};
  symbol_ = new wxStaticText{this, wxID_ANY, ""};
  symbol_->SetFont(symbol_->GetFont().Bold().Scaled(1.2f));
  words_ = new wxStaticText{this, wxID_ANY, ""};
  do_ = new wxButton{this, wxID_ANY, ""};
  close_ = new wxButton{this, wxID_ANY, text(tr("Close"))};
  name_for_readers(*close_, tr("Close this message"));
  const auto flags = wxSizerFlags{}.CenterVertical().Border(wxALL, FromDIP(gap));
  sizer->Add(symbol_, flags);
  sizer->Add(words_, wxSizerFlags{1}.CenterVertical().Border(wxTOP | wxBOTTOM, FromDIP(gap)));
  sizer->Add(do_, flags);
  sizer->Add(close_, flags);
  SetSizer(sizer);
  do_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const auto run = action_.run; // closing forgets the action
    close();
    run();
  });
  close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { close(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap();
    event.Skip();
  });
  Hide();
}

void MessageBar::tell(Tone tone, const std::string& sentence, const std::string& remedy, Action action) {
  sentence_ = sentence;
  shown_ = remedy.empty() ? sentence : sentence + "\n" + remedy;
  action_ = std::move(action);
  symbol_->SetLabel(text(tone == Tone::bad || tone == Tone::warning ? "⚠" : "✔"));
  symbol_->SetForegroundColour(colour(tone));
  do_->SetLabel(text(action_.label));
  do_->Show(static_cast<bool>(action_.run));
  Show();
  GetParent()->Layout();
  wrap();
}

void MessageBar::wrap() {
  if (!IsShown()) return;
  const int beside = symbol_->GetSize().GetWidth() + close_->GetSize().GetWidth() + (do_->IsShown() ? do_->GetBestSize().GetWidth() : 0) + FromDIP(10 * gap);
  words_->SetLabel(text(shown_));
  words_->Wrap(std::max(FromDIP(200), GetClientSize().GetWidth() - beside));
  name_for_readers(*words_, shown_);
  Layout();
  if (const int height = GetSizer()->GetMinSize().GetHeight(); height != GetMinSize().GetHeight()) {
    SetMinSize({-1, height});
    GetParent()->Layout();
  }
}

void MessageBar::close() {
  sentence_.clear();
  action_ = {};
  if (!IsShown()) return;
  Hide();
  GetParent()->Layout();
}

} // namespace hdskit::gui
