#include "gui/page.hpp"

#include "gui/pages/record_pane.hpp"
#include "gui/presenter/organisation_records.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

// Device-independent pixels, and shares of the width.
constexpr int kinds_width = 272, widest_list = 700, narrowest_form = 250, narrowest = 140, narrowest_right = narrowest + narrowest_form;
constexpr double share_of_the_kinds = 0.3, share_of_the_list = 0.4;

/// Kinds at the left, the records of one kind in the middle, one record at the right.
class OrganisationPage : public wxPanel {
public:
  OrganisationPage(wxWindow* parent, const Desk& desk);

  void refresh();
  bool settle() { return record_->settle(); }
  void reveal(const std::string& subject);
  void focus() { records_->focus(); }
  void search() { records_->focus_search(); }

private:
  wxWindow* new_kinds(wxWindow* parent);
  wxWindow* new_records(wxWindow* parent);
  wxSizer* new_buttons(wxWindow* parent);
  void show_lists();
  void wrap_heading();
  void choose_kind(const std::string& word);
  void choose_record(const std::string& key);
  void add();
  void remove();

  const Desk& desk_;
  const RecordKind* kind_ = &record_kinds().front();
  std::string sought_;
  ListView *kinds_ = nullptr, *records_ = nullptr;
  wxStaticText *plural_ = nullptr, *purpose_ = nullptr;
  wxButton *add_ = nullptr, *remove_ = nullptr;
  RecordPane* record_ = nullptr;
};

wxSplitterWindow* new_splitter(wxWindow* parent) {
  auto* splitter = new wxSplitterWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH};
  splitter->SetMinimumPaneSize(parent->FromDIP(narrowest));
  return splitter;
}

/// The left part has its share of the room until the person moves the sash; then it is theirs.
void share_room(wxSplitterWindow& splitter, double share, int widest, int rest) {
  const auto moved = std::make_shared<bool>(false);
  splitter.Bind(wxEVT_SPLITTER_SASH_POS_CHANGING, [moved](wxSplitterEvent& event) {
    *moved = true;
    event.Skip();
  });
  splitter.Bind(wxEVT_SIZE, [=, &splitter](wxSizeEvent& event) {
    event.Skip();
    if (*moved) return;
    splitter.CallAfter([=, &splitter] { // after its own handling
      const int room = splitter.GetClientSize().GetWidth();
      const int left = std::min({static_cast<int>(room * share), splitter.FromDIP(widest), room - splitter.FromDIP(rest)});
      splitter.SetSashPosition(std::max(left, splitter.FromDIP(narrowest)));
    });
  });
}

OrganisationPage::OrganisationPage(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
  auto* outer = new_splitter(this);
  auto* inner = new_splitter(outer);
  outer->SplitVertically(new_kinds(outer), inner, FromDIP(kinds_width));
  auto* records = new_records(inner);
  record_ = new RecordPane{inner, desk, organisation_ways()};
  record_->on_changed = [this] { show_lists(); };
  inner->SplitVertically(records, record_);
  share_room(*outer, share_of_the_kinds, kinds_width, narrowest_right);
  share_room(*inner, share_of_the_list, widest_list, narrowest_form);
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  sizer->Add(outer, wxSizerFlags{1}.Expand());
  SetSizer(sizer);
}

wxWindow* OrganisationPage::new_kinds(wxWindow* parent) {
  kinds_ = new ListView{parent, {.name = tr("Kinds of records"), .count = false}};
  kinds_->on_select = [this](const std::string& key) {
    attempt(desk_, [&] {
      if (settle()) choose_kind(key);
      else kinds_->select(std::string{kind_->word});
    });
  };
  kinds_->on_open = [this](const std::string&) { records_->focus(); };
  return kinds_;
}

wxSizer* OrganisationPage::new_buttons(wxWindow* parent) {
  add_ = new wxButton{parent, wxID_ANY, text(tr("&New"))};
  add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { add(); }); });
  remove_ = new wxButton{parent, wxID_ANY, text(tr("&Remove…"))};
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { remove(); }); });
  auto* buttons = new wxWrapSizer{wxHORIZONTAL};
  for (auto* button : {add_, remove_}) buttons->Add(button, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
  return buttons;
}

wxWindow* OrganisationPage::new_records(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  plural_ = new wxStaticText{panel, wxID_ANY, ""};
  plural_->SetFont(plural_->GetFont().Bold().Scaled(1.2f));
  purpose_ = new wxStaticText{panel, wxID_ANY, ""};
  purpose_->SetForegroundColour(colour(Tone::faint));
  auto* parts = new wxBoxSizer{wxVERTICAL};
  const auto flags = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap));
  parts->Add(plural_, flags);
  parts->Add(purpose_, flags);
  parts->Add(new_buttons(panel), wxSizerFlags{}.Expand());
  records_ = new ListView{panel, {.name = tr("Organisation"), .search = true}};
  records_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose_record(key); }); };
  records_->on_open = [this](const std::string&) { record_->focus(); };
  records_->on_search = [this](const std::string& words) {
    sought_ = words;
    attempt(desk_, [&] { show_lists(); });
  };
  records_->on_told = desk_.tell;
  records_->on_failed = desk_.tell_problem;
  parts->Add(records_, wxSizerFlags{1}.Expand());
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(parts, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(2 * gap)));
  panel->SetSizer(around);
  panel->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap_heading();
    event.Skip();
  });
  return panel;
}

void OrganisationPage::wrap_heading() {
  const int room = std::max(FromDIP(narrowest) / 2, plural_->GetParent()->GetClientSize().GetWidth() - FromDIP(4 * gap));
  plural_->SetLabelText(text(plural_of(*kind_)));
  plural_->Wrap(room);
  purpose_->SetLabelText(text(purpose_of(*kind_)));
  purpose_->Wrap(room);
  plural_->GetParent()->Layout();
}

void OrganisationPage::show_lists() {
  const auto& workspace = desk_.session.workspace();
  kinds_->show(kind_rows(workspace));
  kinds_->select(std::string{kind_->word});
  records_->show(record_rows_of(workspace, *kind_, sought_));
  if (record_->key().empty()) records_->control().UnselectAll();
  else records_->select(record_->key());
  remove_->Enable(!record_->key().empty());
  wrap_heading();
}

void OrganisationPage::refresh() {
  record_->follow(*kind_);
  show_lists();
}

void OrganisationPage::choose_kind(const std::string& word) {
  kind_ = &record_kind(word);
  record_->edit_first(*kind_);
}

void OrganisationPage::choose_record(const std::string& key) {
  if (key == record_->key()) return;
  if (settle()) record_->edit(*kind_, std::stoll(key));
  else show_lists(); // back to the record that is being typed
}

void OrganisationPage::add() {
  if (!settle()) return;
  record_->edit_new(*kind_);
  record_->focus();
}

void OrganisationPage::remove() {
  const auto* edited = record_->edited();
  if (!edited || !edited->id()) return;
  const auto id = *edited->id();
  wxMessageDialog dialog{wxGetTopLevelParent(this), text(tr("Remove “{1}”?", {edited->title()})), "hdskit", wxOK | wxCANCEL | wxICON_QUESTION};
  dialog.SetExtendedMessage(text(tr("Edit > Undo brings it back.")));
  dialog.SetOKCancelLabels(text(tr("Remove")), text(tr("Keep it")));
  if (dialog.ShowModal() != wxID_OK || !record_->edited() || record_->edited()->id() != id) return;
  const auto sentence = remove_record_of(desk_.session, *kind_, id, record_->edited()->form().started(), organisation_ways());
  record_->edit_first(*kind_);
  desk_.changed();
  desk_.tell(sentence);
}

void OrganisationPage::reveal(const std::string& subject) {
  const auto meant = record_meant(subject);
  if (!meant) return;
  attempt(desk_, [&] {
    if (!settle()) return;
    choose_kind(std::string{meant->kind->word});
    if (!meant->id) return;
    record_->edit(*kind_, *meant->id);
    record_->focus();
  });
}

} // namespace

extern const Page organisation;
const Page organisation{
    .id = "organisation",
    .title = marked("Organisation"),
    .sentence = marked("The hospital, its sites, services, clients, people and subcontractors"),
    .build =
        [](wxWindow* parent, const Desk& desk) {
          auto* page = new OrganisationPage{parent, desk};
          return BuiltPage{.window = page,
                           .refresh = [page] { page->refresh(); },
                           .settle = [page] { return page->settle(); },
                           .reveal = [page](const std::string& subject) { page->reveal(subject); },
                           .focus = [page] { page->focus(); },
                           .search = [page] { page->search(); }};
        },
};

} // namespace hdskit::gui::pages
