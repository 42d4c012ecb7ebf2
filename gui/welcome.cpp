#include "gui/welcome.hpp"

#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <filesystem>

namespace hdskit::gui {
namespace {

constexpr int column_width = 560; ///< device-independent pixels

class Welcome : public wxPanel {
public:
  Welcome(wxWindow* parent, WelcomeChoices choices) : wxPanel{parent}, choices_{std::move(choices)} {
    column_ = new wxBoxSizer{wxVERTICAL};
    auto* title = new wxStaticText{this, wxID_ANY, text(tr("The file of a host of health data, from the first answer to the renewal"))};
    title->SetFont(title->GetFont().Bold().Scaled(1.35f));
    title->Wrap(FromDIP(column_width));
    column_->Add(title, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(4 * gap)));
    choice(tr("Describe your hospital"),
           tr("A short assistant asks for the hospital, its people, its hosted services and the regime, then creates the workspace."), choices_.create);
    choice(tr("Visit the demonstration hospital"), tr("A complete, fictitious hospital whose file still has a few gaps: the best way to learn."),
           choices_.demonstration);
    choice(tr("Open a workspace"), tr("A file whose name ends in .hds. You may also drop it on this window."), choices_.open);
    if (!choices_.recent.empty()) recent();
    auto* centred = new wxBoxSizer{wxVERTICAL};
    centred->AddStretchSpacer();
    centred->Add(column_, wxSizerFlags{}.Center().Border(wxALL, FromDIP(4 * gap)));
    centred->AddStretchSpacer(2);
    SetSizer(centred);
  }

private:
  void choice(const std::string& label, const std::string& sentence, const std::function<void()>& run) {
    auto* button = new wxButton{this, wxID_ANY, text(label), wxDefaultPosition, FromDIP(wxSize{column_width, 40})};
    button->SetFont(button->GetFont().Scaled(1.1f));
    button->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
    auto* words = new wxStaticText{this, wxID_ANY, text(sentence)};
    words->SetForegroundColour(colour(Tone::faint));
    words->Wrap(FromDIP(column_width));
    column_->Add(button, wxSizerFlags{}.Expand());
    column_->Add(words, wxSizerFlags{}.Border(wxTOP | wxBOTTOM, FromDIP(gap)));
    column_->AddSpacer(FromDIP(2 * gap));
  }

  void recent() {
    auto* heading = new wxStaticText{this, wxID_ANY, text(tr("Recent"))};
    heading->SetFont(heading->GetFont().Bold());
    column_->Add(heading, wxSizerFlags{}.Border(wxTOP | wxBOTTOM, FromDIP(gap)));
    constexpr std::size_t shown = 5;
    for (std::size_t i = 0; i < std::min(shown, choices_.recent.size()); ++i) {
      const auto location = choices_.recent[i];
      const std::filesystem::path path{location};
      auto* button = new wxButton{this,          wxID_ANY, text(path.filename().string() + "   (" + path.parent_path().string() + ")"), wxDefaultPosition,
                                  wxDefaultSize, wxBU_LEFT};
      button->Bind(wxEVT_BUTTON, [this, location](wxCommandEvent&) { choices_.open_recent(location); });
      column_->Add(button, wxSizerFlags{}.Expand());
    }
  }

  WelcomeChoices choices_;
  wxBoxSizer* column_ = nullptr;
};

} // namespace

wxWindow* new_welcome(wxWindow* parent, WelcomeChoices choices) { return new Welcome{parent, std::move(choices)}; }

} // namespace hdskit::gui
