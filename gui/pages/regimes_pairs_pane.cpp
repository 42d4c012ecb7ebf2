#include "gui/pages/regimes_pairs_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/regimes_pairs.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 100, form_width = 380, about_height = 170, narrowest_name = 140; ///< device-independent pixels

} // namespace

RegimesPairsPane::RegimesPairsPane(wxWindow* parent, const Desk& desk) : TabPane<RegimesMap>{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_head(), wxSizerFlags{}.Expand());
  sentence_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
  sentence_->SetFont(sentence_->GetFont().Bold());
  sentence_->SetMinSize(FromDIP(wxSize{narrowest, -1})); // otherwise a long one would widen the pane beyond the window
  rows->Add(sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  auto* splitter = new_splitter(this, narrowest, 1);
  auto* left = new_left(splitter);
  record_ = new RecordPane{splitter, desk_, pair_ways()};
  record_->on_changed = [this] { follow_record(); };
  splitter->SplitVertically(left, record_, -FromDIP(form_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
}

wxSizer* RegimesPairsPane::new_head() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto choice = [&](const std::string& label) {
    line->Add(new wxStaticText{this, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
    auto* made = new wxChoice{this, wxID_ANY};
    name_for_readers(*made, label);
    made->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { attempt(desk_, [&] { show_list(); }); });
    line->Add(made, wxSizerFlags{}.CenterVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(2 * gap)));
    return made;
  };
  from_ = choice(tr("From"));
  to_ = choice(tr("To"));
  add_button(this, *line, desk_, tr("&New pair"), [this] { add(); });
  overrule_ = add_button(this, *line, desk_, tr("&Overrule…"), [this] {
    const auto* pair = map_ ? pair_of_key(*map_, key_) : nullptr;
    if (!pair || pair->id || !settle()) return;
    record_->edit_new(pair_kind(), overruling(*pair));
    record_->focus();
  });
  remove_ = add_button(this, *line, desk_, tr("&Remove…"), [this] { record_->remove(); });
  return line;
}

wxWindow* RegimesPairsPane::new_left(wxWindow* parent) {
  auto* splitter = new_splitter(parent, narrowest, 1);
  list_ = new ListView{splitter, {.name = tr("Pairs"), .search = true}};
  list_->on_select = [this](const std::string& key) { attempt(desk_, [&] { choose(key); }); };
  list_->on_open = [this](const std::string&) { record_->focus(); };
  list_->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_list(); });
  };
  list_->on_told = desk_.tell;
  list_->on_failed = desk_.tell_problem;
  about_ = new_reading_text(splitter, tr("The two items of the pair"));
  splitter->SplitHorizontally(list_, about_, -FromDIP(about_height));
  return splitter;
}

void RegimesPairsPane::show(std::shared_ptr<const RegimesMap> map) {
  const bool first = !map_;
  map_ = std::move(map);
  if (first) record_->edit_nothing();
  else record_->follow(pair_kind());
  offer_frameworks();
  show_list();
  follow_record();
}

/// `before`: entries above the frameworks.
std::string RegimesPairsPane::framework(const wxChoice& choice, int before) const {
  const auto place = choice.GetSelection() - before;
  return map_ && place >= 0 ? map_->regimes.at(static_cast<std::size_t>(place)).id() : "";
}

void RegimesPairsPane::offer_frameworks() {
  const auto from = from_->GetStringSelection(), to = to_->GetStringSelection();
  from_->Clear();
  to_->Clear();
  to_->Append(text(tr("all frameworks")));
  for (const auto& regime : map_->regimes) {
    from_->Append(text(regime.id()));
    to_->Append(text(regime.id()));
  }
  from_->SetSelection(std::max(0, from_->FindString(from)));
  to_->SetSelection(std::max(0, to_->FindString(to)));
  Layout();
}

void RegimesPairsPane::show_list() {
  if (!map_) return;
  const auto from = framework(*from_, 0), to = framework(*to_, 1);
  const auto sentence = pairs_sentence(*map_, from, to);
  sentence_->SetForegroundColour(colour(sentence.tone));
  sentence_->SetLabelText(text(sentence.text));
  sentence_->SetToolTip(text(sentence.text));
  list_->show(pair_rows(*map_, from, to, words_));
  give_the_rest(list_->control(), 1, 6, narrowest_name);
  if (!key_.empty()) list_->select(key_);
}

void RegimesPairsPane::choose(const std::string& key) {
  const auto* pair = map_ ? pair_of_key(*map_, key) : nullptr;
  if (!pair || key == key_) return;
  if (!settle()) return list_->select(key_); // back to the one that is being typed
  key_ = key;
  if (pair->id) record_->edit(pair_kind(), pair->id.number());
  else record_->edit_nothing();
  follow_record();
}

void RegimesPairsPane::follow_record() {
  if (const auto own = record_->key(); !own.empty()) key_ = own;
  const auto* pair = map_ ? pair_of_key(*map_, key_) : nullptr;
  overrule_->Enable(pair && !pair->id);
  remove_->Enable(!record_->key().empty());
  std::string words = pair ? "" : tr("Choose a pair to read both items.");
  if (pair)
    for (const auto& line : pair_sentences(*map_, *pair)) words += (words.empty() ? "" : "\n") + line.text;
  about_->ChangeValue(text(words));
  about_->ShowPosition(0);
  if (!key_.empty()) list_->select(key_);
}

void RegimesPairsPane::add() {
  if (!map_ || !settle()) return;
  const auto to = framework(*to_, 1);
  record_->edit_new(pair_kind(), {{"from_framework", framework(*from_, 0)}, {"to_framework", to}});
  record_->focus();
}

void RegimesPairsPane::focus() { list_->focus(); }
void RegimesPairsPane::search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
