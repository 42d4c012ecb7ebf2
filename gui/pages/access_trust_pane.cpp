#include "gui/pages/access_trust_pane.hpp"

#include "gui/pages/access_anchor_dialog.hpp"
#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/access_anchors.hpp"
#include "gui/presenter/access_endpoints.hpp"
#include "gui/presenter/access_lists.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, anchors_height = 260, form_width = 360, narrowest_name = 120; ///< device-independent pixels

const RecordKind& list_kind() { return access_kind(ListSource::type().kind); }

void tell(wxStaticText& where, const Cell& cell) {
  where.SetForegroundColour(colour(cell.tone));
  where.SetLabelText(text(cell.text));
  where.Wrap(std::max(where.FromDIP(narrowest), where.GetParent()->GetClientSize().GetWidth() - where.FromDIP(gap)));
  where.GetParent()->Layout();
}

wxStaticText* new_sentence(wxWindow* parent) {
  auto* sentence = new wxStaticText{parent, wxID_ANY, ""};
  sentence->SetFont(sentence->GetFont().Bold());
  return sentence;
}

} // namespace

AccessTrustPane::AccessTrustPane(wxWindow* parent, const Desk& desk) : AccessPane{parent}, desk_{desk} {
  auto* splitter = new_splitter(this, narrowest);
  auto* upper = new_anchors(splitter);
  splitter->SplitHorizontally(upper, new_lists(splitter), FromDIP(anchors_height));
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxWindow* AccessTrustPane::new_anchors(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  add_button(panel, *line, desk_, tr("&Import an authority…"), [this] { import(); });
  remove_anchor_ = add_button(panel, *line, desk_, tr("No longer &trust it…"), [this] { remove_anchor(); });
  anchors_sentence_ = new_sentence(panel);
  anchors_ = new ListView{panel, {.name = tr("Trusted authorities")}};
  anchors_->on_select = [this](const std::string&) { remove_anchor_->Enable(); };
  anchors_->on_told = desk_.tell;
  anchors_->on_failed = desk_.tell_problem;
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(line, wxSizerFlags{}.Expand());
  rows->Add(anchors_sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(anchors_, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  return panel;
}

wxWindow* AccessTrustPane::new_lists(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  add_button(panel, *line, desk_, tr("&New list source"), [this] {
    if (!settle()) return;
    record_->edit_new(list_kind());
    record_->focus();
  });
  fetch_ = add_button(panel, *line, desk_, tr("&Fetch the lists now"), [this] { fetch(); });
  remove_list_ = add_button(panel, *line, desk_, tr("&Remove…"), [this] { record_->remove(); });
  lists_sentence_ = new_sentence(panel);
  auto* splitter = new_splitter(panel, narrowest, 1);
  lists_ = new ListView{splitter, {.name = tr("Sources of revocation lists")}};
  lists_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose_list(key); }); };
  lists_->on_open = [this](const std::string&) { record_->focus(); };
  lists_->on_told = desk_.tell;
  lists_->on_failed = desk_.tell_problem;
  record_ = new RecordPane{splitter, desk_, access_ways()};
  record_->on_changed = [this] { follow_record(); };
  splitter->SplitVertically(lists_, record_, -FromDIP(form_width));
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(line, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  rows->Add(lists_sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  return panel;
}

void AccessTrustPane::show(std::shared_ptr<const AccessMap> map) {
  map_ = std::move(map);
  tell(*anchors_sentence_, anchors_sentence(*map_));
  anchors_->show(anchor_rows(*map_));
  give_the_rest(anchors_->control(), 1, 4, narrowest_name);
  remove_anchor_->Enable(anchors_->selected().has_value());
  record_->follow(list_kind());
  tell(*lists_sentence_, lists_sentence(*map_));
  show_lists();
  if (!record_->edited()) record_->edit_first(list_kind());
  follow_record();
  Layout();
}

void AccessTrustPane::show_lists() {
  lists_->show(list_rows(*map_));
  give_the_rest(lists_->control(), 4, 4, narrowest_name);
}

const ListSource* AccessTrustPane::chosen_list() const {
  if (!map_ || record_->key().empty()) return nullptr;
  for (const auto& source : map_->records.lists)
    if (source.id.text() == record_->key()) return &source;
  return nullptr;
}

void AccessTrustPane::follow_record() {
  const auto* source = chosen_list();
  remove_list_->Enable(source);
  fetch_->Enable(map_ && !map_->records.lists.empty());
  if (source) lists_->select(source->reference);
}

void AccessTrustPane::choose_list(const std::string& reference) {
  for (const auto& source : map_->records.lists) {
    if (source.reference != reference || &source == chosen_list()) continue;
    if (settle()) record_->edit(list_kind(), source.id.number());
    else follow_record(); // back to the one that is being typed
    return;
  }
}

void AccessTrustPane::import() {
  if (map_) import_an_anchor(desk_, this, map_);
}

void AccessTrustPane::remove_anchor() {
  const auto key = anchors_->selected();
  if (!key || !map_) return;
  for (const auto& anchor : map_->records.anchors) {
    if (anchor.id.text() != *key) continue;
    const auto one = anchor; // another reading may come while the question stands
    wxMessageDialog dialog{wxGetTopLevelParent(this), text(tr("No longer trust “{1}”?", {one.reference})), "hdskit", wxOK | wxCANCEL | wxICON_QUESTION};
    dialog.SetExtendedMessage(text(tr("Its cards will be counted as untrusted. Edit > Undo brings it back.")));
    dialog.SetOKCancelLabels(text(tr("No longer trust it")), text(tr("Keep it")));
    if (dialog.ShowModal() != wxID_OK) return;
    desk_.session.change(tr("removal of the authority {1}", {one.reference}),
                         [&](Change& change) { access_kind(TrustAnchor::type().kind).remove(change, one.id.number()); });
    desk_.changed();
    desk_.tell(tr("{1} is no longer trusted.", {one.reference}));
    return;
  }
}

void AccessTrustPane::fetch() {
  if (!settle()) return;
  fetch_->Disable();
  desk_.background.run(
      this, tr("Fetching revocation lists"),
      [location = desk_.session.location(), at = desk_.session.acting().at](const Progress& progress) { return fetch_lists(location, at, progress); },
      [this](const Cell& outcome) {
        attempt(desk_, [&] { read_states(); });
        desk_.tell_outcome(outcome, "access", std::string{ListSource::type().kind});
      },
      [this](const std::exception_ptr& failure) {
        fetch_->Enable();
        desk_.tell_problem(failure);
      });
}

// The lists lie beside the workspace, not in it: no revision tells that they are others.
void AccessTrustPane::read_states() {
  auto map = std::make_shared<AccessMap>(*map_);
  map->list_states = read_list_states(map->records.lists, usual_list_folder());
  show(std::move(map));
}

void AccessTrustPane::reveal(const std::string& kind, const std::string& reference) {
  if (!map_ || !settle()) return;
  if (kind == TrustAnchor::type().kind) {
    for (const auto& anchor : map_->records.anchors)
      if (anchor.reference == reference) anchors_->select(anchor.id.text());
  } else
    for (const auto& source : map_->records.lists)
      if (source.reference == reference) record_->edit(list_kind(), source.id.number());
}

void AccessTrustPane::focus() { anchors_->focus(); }

} // namespace hdskit::gui::pages
