#include "gui/about.hpp"

#include "gui/icon.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

namespace hdskit::gui {

void show_about(wxWindow* owner) {
  constexpr int icon_size = 96, width = 380; // device-independent pixels
  wxDialog dialog{owner, wxID_ANY, text(tr("About hdskit"))};
  auto* row = new wxBoxSizer{wxHORIZONTAL};
  auto* words = new wxBoxSizer{wxVERTICAL};
  const auto add = [&](const std::string& sentence, Tone tone) {
    auto* line = new wxStaticText{&dialog, wxID_ANY, text(sentence)};
    line->SetForegroundColour(colour(tone));
    line->Wrap(dialog.FromDIP(width));
    words->Add(line, wxSizerFlags{}.Border(wxBOTTOM, dialog.FromDIP(2 * gap)));
    return line;
  };
  auto* name = add("hdskit " HDSKIT_VERSION, Tone::neutral);
  name->SetFont(name->GetFont().Bold().Scaled(1.5f));
  add(tr("For French hospitals that host health data: the evidence, the answers, the assembled file and its deadlines."), Tone::neutral);
  add(tr("Everything stays on this computer, or on the server that you choose: the program sends nothing anywhere."), Tone::neutral);
  add(tr("Free software under the Apache License 2.0."), Tone::faint);
  row->Add(new wxStaticBitmap{&dialog, wxID_ANY, program_drawing(icon_size)}, wxSizerFlags{}.Border(wxRIGHT, dialog.FromDIP(4 * gap)));
  row->Add(words);
  auto* close = new wxButton{&dialog, wxID_OK, text(tr("Close"))};
  close->SetDefault();
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(row, wxSizerFlags{}.Border(wxALL, dialog.FromDIP(4 * gap)));
  rows->Add(close, wxSizerFlags{}.Right().Border(wxALL, dialog.FromDIP(2 * gap)));
  dialog.SetSizerAndFit(rows);
  dialog.SetEscapeId(wxID_OK);
  close->SetFocus();
  dialog.CentreOnParent();
  dialog.ShowModal();
}

} // namespace hdskit::gui
