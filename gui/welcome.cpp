#include "gui/welcome.hpp"

#include "gui/icon.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

#include <algorithm>

namespace hdskit::gui {
namespace {

// device-independent pixels
constexpr int column_width = 600, icon_size = 72, button_width = 260, button_height = 44, scroll_step = 12;
constexpr std::size_t recent_shown = 5;

class Welcome : public wxScrolledWindow {
public:
  Welcome(wxWindow* parent, WelcomeChoices choices)
      : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL}, choices_{std::move(choices)} {
    SetScrollRate(0, FromDIP(scroll_step));
    column_ = new wxBoxSizer{wxVERTICAL};
    column_->Add(new_head(), wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(5 * gap)));
    choice(tr("Describe your hospital"), tr("A short assistant asks for the hospital, its people, its services and the regime, then creates the workspace."),
           choices_.create);
    choice(tr("Visit the demonstration hospital"), tr("A complete, fictitious hospital whose file still has a few gaps: the best way to learn."),
           choices_.demonstration);
    choice(tr("Open a workspace"), tr("A file whose name ends in .hds. You may also drop it on this window."), choices_.open);
    choice(tr("Create from an export"), tr("A folder that “Export the whole workspace” wrote, here or on another machine; a new file is made of it."),
           choices_.from_export);
    if (!choices_.recent.empty()) recent();
    auto* centred = new wxBoxSizer{wxVERTICAL};
    centred->AddStretchSpacer();
    centred->Add(column_, wxSizerFlags{}.Center().Border(wxALL, FromDIP(3 * gap)));
    centred->AddStretchSpacer(2);
    SetSizer(centred);
    FitInside();
  }

private:
  wxSizer* new_head() {
    auto* head = new wxBoxSizer{wxHORIZONTAL};
    auto* words = new wxBoxSizer{wxVERTICAL};
    auto* name = new wxStaticText{this, wxID_ANY, "hdskit"};
    name->SetFont(name->GetFont().Bold().Scaled(1.8f));
    auto* sentence = new wxStaticText{this, wxID_ANY, text(tr("The file of a host of health data, from the first answer to the renewal"))};
    sentence->SetFont(sentence->GetFont().Scaled(1.15f));
    sentence->Wrap(FromDIP(column_width - icon_size - 4 * gap));
    words->Add(name);
    words->Add(sentence, wxSizerFlags{}.Border(wxTOP, FromDIP(gap)));
    head->Add(new wxStaticBitmap{this, wxID_ANY, program_drawing(icon_size)}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(3 * gap)));
    head->Add(words, wxSizerFlags{1}.CenterVertical());
    return head;
  }

  void choice(const std::string& label, const std::string& sentence, const std::function<void()>& run) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* button = new wxButton{this, wxID_ANY, text(label), wxDefaultPosition, FromDIP(wxSize{button_width, button_height})};
    button->SetMinSize({std::max(FromDIP(button_width), button->GetBestSize().GetWidth()), FromDIP(button_height)});
    button->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
    describe_for_readers(*button, sentence);
    auto* words = new wxStaticText{this, wxID_ANY, text(sentence)};
    words->SetForegroundColour(colour(Tone::faint));
    words->Wrap(FromDIP(column_width - button_width - 3 * gap));
    row->Add(button, wxSizerFlags{}.CenterVertical());
    row->Add(words, wxSizerFlags{1}.CenterVertical().Border(wxLEFT, FromDIP(3 * gap)));
    column_->Add(row, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(3 * gap)));
  }

  void recent() {
    auto* heading = new wxStaticText{this, wxID_ANY, text(tr("Recent"))};
    heading->SetFont(heading->GetFont().Bold().Scaled(1.1f));
    column_->Add(heading, wxSizerFlags{}.Border(wxTOP | wxBOTTOM, FromDIP(2 * gap)));
    auto* grid = new wxFlexGridSizer{2, FromDIP(wxSize{3 * gap, gap})};
    grid->AddGrowableCol(1);
    for (std::size_t i = 0; i < std::min(recent_shown, choices_.recent.size()); ++i) {
      const auto& file = choices_.recent[i];
      auto* button = new wxButton{this, wxID_ANY, text(file.name), wxDefaultPosition, FromDIP(wxSize{button_width, -1}), wxBU_LEFT};
      button->SetToolTip(text(file.location));
      button->Bind(wxEVT_BUTTON, [this, location = file.location](wxCommandEvent&) { choices_.open_recent(location); });
      const auto where = tr("{1}, in {2}", {file.when, file.folder});
      describe_for_readers(*button, where);
      auto* words = new wxStaticText{this, wxID_ANY, text((file.there ? "" : "⚠ ") + where), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
      words->SetForegroundColour(colour(file.there ? Tone::faint : Tone::warning));
      grid->Add(button, wxSizerFlags{}.Expand());
      grid->Add(words, wxSizerFlags{1}.CenterVertical());
    }
    column_->Add(grid, wxSizerFlags{}.Expand());
    column_->SetMinSize(FromDIP(column_width), -1);
  }

  WelcomeChoices choices_;
  wxBoxSizer* column_ = nullptr;
};

} // namespace

wxWindow* new_welcome(wxWindow* parent, WelcomeChoices choices) { return new Welcome{parent, std::move(choices)}; }

} // namespace hdskit::gui
