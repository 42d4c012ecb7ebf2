#include "gui/guide.hpp"

#include "gui/icon.hpp"
#include "gui/presenter/guide.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/problem_dialog.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/frame.h>
#include <wx/html/htmlwin.h>
#include <wx/listbox.h>
#include <wx/panel.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/utils.h>

#include <algorithm>

namespace hdskit::gui {
namespace {

const wxSize usual_size{980, 720};  ///< device-independent pixels
constexpr int contents_width = 250; ///< device-independent pixels

class GuideWindow : public wxFrame {
public:
  explicit GuideWindow(wxWindow* owner)
      : wxFrame{owner, wxID_ANY, text(tr("User guide")), wxDefaultPosition, wxDefaultSize, wxDEFAULT_FRAME_STYLE | wxFRAME_FLOAT_ON_PARENT} {
    SetIcons(program_icons());
    auto* panel = new wxPanel{this};
    auto* columns = new wxBoxSizer{wxHORIZONTAL};
    columns->Add(new_contents(panel), wxSizerFlags{}.Expand().Border(wxALL, FromDIP(gap)));
    html_ = new wxHtmlWindow{panel};
    const auto font = GetFont();
    html_->SetStandardFonts(font.GetPointSize() + 1, font.GetFaceName(), "monospace");
    html_->SetBorders(FromDIP(3 * gap));
    html_->Bind(wxEVT_HTML_LINK_CLICKED, [this](wxHtmlLinkEvent& event) { follow(utf8(event.GetLinkInfo().GetHref())); });
    columns->Add(html_, wxSizerFlags{1}.Expand());
    panel->SetSizer(columns);
    SetSize(FromDIP(usual_size));
    CentreOnParent();
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
      if (event.GetKeyCode() == WXK_ESCAPE) Close();
      else event.Skip();
    });
    open(names_.front());
    contents_->SetFocus();
  }

private:
  wxSizer* new_contents(wxWindow* panel) {
    auto* column = new wxBoxSizer{wxVERTICAL};
    names_ = guide_pages();
    parts_ = new wxChoice{panel, wxID_ANY};
    for (const auto& name : names_) parts_->Append(text(guide_page(name).title));
    name_for_readers(*parts_, tr("Part of the guide"));
    parts_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
      if (event.GetSelection() >= 0) open(names_[static_cast<std::size_t>(event.GetSelection())]);
    });
    contents_ = new wxListBox{panel, wxID_ANY, wxDefaultPosition, FromDIP(wxSize{contents_width, -1})};
    name_for_readers(*contents_, tr("Contents of the guide"));
    contents_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
      if (event.GetSelection() >= 0) jump(page_.sections[static_cast<std::size_t>(event.GetSelection())].anchor);
    });
    auto* close = new wxButton{panel, wxID_CLOSE, text(tr("Close"))};
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { Close(); });
    column->Add(parts_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
    column->Add(contents_, wxSizerFlags{1}.Expand());
    column->Add(close, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
    return column;
  }

  void open(const std::string& name) {
    try {
      page_ = guide_page(name);
    } catch (...) { return show_problem(this, std::current_exception()); }
    const auto system = [](wxSystemColour which) { return utf8(wxSystemSettings::GetColour(which).GetAsString(wxC2S_HTML_SYNTAX)); };
    const GuideInk inks{utf8(colour(Tone::neutral).GetAsString(wxC2S_HTML_SYNTAX)), utf8(colour(ground(is_dark())).GetAsString(wxC2S_HTML_SYNTAX)),
                        system(wxSYS_COLOUR_HOTLIGHT)};
    html_->SetPage(text(guide_document(page_, inks)));
    SetTitle(text(page_.title + " – hdskit"));
    name_for_readers(*html_, page_.title);
    describe_for_readers(*html_, utf8(html_->ToText())); // the page is drawn: this is what a reader can speak
    contents_->Clear();
    for (const auto& section : page_.sections) contents_->Append(text(section.title));
    const auto part = std::ranges::find(names_, page_.name);
    parts_->SetSelection(part == names_.end() ? wxNOT_FOUND : static_cast<int>(part - names_.begin()));
  }

  void jump(const std::string& anchor) { html_->LoadPage("#" + text(anchor)); }

  void follow(const std::string& link) {
    if (is_guide_page(link)) open(link);
    else if (link.starts_with("#")) jump(link.substr(1));
    else if (link.starts_with("https://")) wxLaunchDefaultBrowser(text(link));
  }

  GuidePage page_;
  wxHtmlWindow* html_ = nullptr;
  wxListBox* contents_ = nullptr;
  wxChoice* parts_ = nullptr;
  std::vector<std::string> names_;
};

} // namespace

void show_guide(wxWindow* owner) { (new GuideWindow{owner})->Show(); }

} // namespace hdskit::gui
