#include "gui/window/framework_choice.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace hdskit::gui {
namespace {

constexpr int narrowest = 120; ///< device-independent pixels: titles are long, and cut where there is no room

} // namespace

FrameworkChoice::FrameworkChoice(wxWindow* parent) : wxPanel{parent} {
  const auto label = tr("Framework");
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  line->Add(new wxStaticText{this, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(2 * gap)));
  choice_ = new wxChoice{this, wxID_ANY};
  choice_->SetMinSize(FromDIP(wxSize{narrowest, -1}));
  name_for_readers(*choice_, label);
  choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    const auto place = static_cast<std::size_t>(std::max(0, event.GetSelection()));
    if (place != frameworks_.chosen && on_choose) on_choose(frameworks_.asked_as(place));
  });
  line->Add(choice_, wxSizerFlags{1}.CenterVertical());
  SetSizer(line);
  Hide();
}

void FrameworkChoice::show(const AnsweredFrameworks& frameworks) {
  if (frameworks.all != frameworks_.all) {
    choice_->Clear();
    for (const auto& framework : frameworks.all) choice_->Append(text(label_of(framework)));
  }
  frameworks_ = {frameworks.all, frameworks.chosen, {}};
  put_back();
  const bool several = frameworks.all.size() > 1;
  if (several == IsShown()) return;
  Show(several);
  GetParent()->Layout();
}

void FrameworkChoice::put_back() { choice_->SetSelection(static_cast<int>(frameworks_.chosen)); }

} // namespace hdskit::gui
