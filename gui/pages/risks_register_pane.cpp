#include "gui/pages/risks_register_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/pages/record_pane.hpp"
#include "gui/presenter/risks_matrix.hpp"
#include "gui/presenter/risks_subject.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/picture_canvas.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/risk/study_store.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui::pages {
namespace {

constexpr int narrowest = 160, form_width = 400, matrices_height = 370, family_width = 165, search_width = 150,
              narrowest_name = 160;       ///< device-independent pixels
constexpr double share_of_the_list = 0.6; ///< of the height that a larger window brings

const RecordKind& kind() { return risk_kind("risk"); }

void offer(wxChoice& control, const std::vector<FormChoice>& choices, const std::string& chosen) {
  control.Clear();
  for (const auto& choice : choices) control.Append(text(choice.label));
  const auto found = std::ranges::find(choices, chosen, &FormChoice::value);
  control.SetSelection(found == choices.end() ? 0 : static_cast<int>(found - choices.begin()));
}

std::string chosen_in(const wxChoice& control, const std::vector<FormChoice>& choices) {
  const auto place = control.GetSelection();
  return place < 0 || static_cast<std::size_t>(place) >= choices.size() ? "" : choices[static_cast<std::size_t>(place)].value;
}

} // namespace

RisksRegisterPane::RisksRegisterPane(wxWindow* parent, const Desk& desk) : RisksPane{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_actions(), wxSizerFlags{}.Expand());
  rows->Add(new_filters(), wxSizerFlags{}.Expand());
  auto* splitter = new_splitter(this, narrowest, 1);
  auto* left = new_left(splitter);
  record_ = new RecordPane{splitter, desk_, risks_ways()};
  record_->on_typed = [this] {
    if (map_ && record_->edited()) record_->say(levels_in_words(*map_, record_->edited()->form()));
    else record_->say({});
  };
  record_->on_changed = [this] { show_matrices(); };
  splitter->SplitVertically(left, record_, -FromDIP(form_width));
  rows->Add(splitter, wxSizerFlags{1}.Expand());
  fill_pane(*this, rows);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap_sentence();
    event.Skip();
  });
}

wxChoice* RisksRegisterPane::new_choice(const std::string& name) {
  auto* choice = new wxChoice{this, wxID_ANY};
  name_for_readers(*choice, name);
  choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { attempt(desk_, [&] { filter_chosen(); }); });
  return choice;
}

wxSizer* RisksRegisterPane::new_filters() {
  auto* line = new wxWrapSizer{wxHORIZONTAL};
  const auto flags = wxSizerFlags{}.CenterVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(gap));
  level_ = new_choice(tr("Level after treatment"));
  family_ = new_choice(tr("Family"));
  strategy_ = new_choice(tr("Strategy"));
  for (auto* choice : {level_, family_, strategy_}) line->Add(choice, flags);
  family_->SetMinSize(FromDIP(wxSize{family_width, -1})); // its names may be long
  search_ = new_search_field(this, tr("Register of risks"), [this](const std::string& words) {
    filter_.words = words;
    attempt(desk_, [&] { show_rows(); });
  });
  search_->SetMinSize(FromDIP(wxSize{search_width, -1}));
  line->Add(search_, flags);
  unaccepted_ = new wxCheckBox{this, wxID_ANY, text(tr("Not accepted"))};
  unaccepted_->SetToolTip(text(tr("Only risks above the acceptable level that nobody has accepted by signature")));
  unaccepted_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { attempt(desk_, [&] { filter_chosen(); }); });
  line->Add(unaccepted_, flags);
  clear_ = new wxButton{this, wxID_ANY, text("✕ " + tr("Show all"))};
  clear_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { show_all(); }); });
  sentence_ = new wxStaticText{this, wxID_ANY, ""};
  line->Add(clear_, wxSizerFlags{flags}.ReserveSpaceEvenIfHidden());
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(line, wxSizerFlags{}.Expand());
  rows->Add(sentence_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  return rows;
}

wxWindow* RisksRegisterPane::new_left(wxWindow* parent) {
  auto* splitter = new_splitter(parent, narrowest);
  splitter->SetSashGravity(share_of_the_list);
  list_ = new_list(splitter);
  matrices_ = new_matrices(splitter);
  splitter->SplitHorizontally(list_, matrices_, -FromDIP(matrices_height));
  return splitter;
}

PictureCanvas* RisksRegisterPane::new_matrices(wxWindow* parent) {
  auto* canvas = new PictureCanvas{parent, {.name = tr("Matrices of risks"), .bar = false}};
  canvas->set_zoom({.fit = PictureFit::width});
  canvas->on_choose = [this](const std::string& key) { attempt(desk_, [&] { pointed(key, false); }); };
  canvas->on_open = [this](const std::string& key) { attempt(desk_, [&] { pointed(key, true); }); };
  canvas->on_told = desk_.tell;
  canvas->on_failed = desk_.tell_problem;
  return canvas;
}

ListView* RisksRegisterPane::new_list(wxWindow* parent) {
  auto* list = new ListView{parent, {.name = tr("Register of risks"), .count = false}};
  list->on_select = [this](const std::string& reference) { attempt(desk_, [&] { choose(reference); }); };
  list->on_open = [this](const std::string&) { record_->focus(); };
  list->on_sort = [this](std::size_t column, bool descending) {
    order_ = RiskOrder{static_cast<RiskColumn>(column), descending};
    attempt(desk_, [&] { show_rows(); });
  };
  list->on_told = desk_.tell;
  list->on_failed = desk_.tell_problem;
  return list;
}

void RisksRegisterPane::offer_filters() {
  choices_ = filter_choices(*map_);
  offer(*level_, choices_.levels, filter_.level ? std::to_string(filter_.level) : "");
  offer(*family_, choices_.families, filter_.family);
  offer(*strategy_, choices_.strategies, filter_.strategy ? std::string{choices_of(Strategy{})[static_cast<std::size_t>(*filter_.strategy)].word} : "");
  unaccepted_->SetValue(filter_.unaccepted);
  if (utf8(search_->GetValue()) != filter_.words) search_->ChangeValue(text(filter_.words));
}

void RisksRegisterPane::filter_chosen() {
  if (!map_) return;
  filter_ = with_choices(filter_, chosen_in(*level_, choices_.levels), chosen_in(*family_, choices_.families), chosen_in(*strategy_, choices_.strategies));
  filter_.unaccepted = unaccepted_->GetValue();
  show_rows();
}

void RisksRegisterPane::show(std::shared_ptr<const RiskMap> map) {
  map_ = std::move(map);
  offer_filters();
  if (record_->edited()) record_->follow(kind());
  show_rows();
  if (!record_->edited() && !map_->assessments.empty()) edit(gravest(map_->assessments, 1).front()->risk->reference);
  if (!record_->edited()) record_->edit_nothing();
  const bool any = !map_->assessments.empty();
  if (auto* splitter = dynamic_cast<wxSplitterWindow*>(matrices_->GetParent())) {
    if (any && !splitter->IsSplit()) splitter->SplitHorizontally(list_, matrices_, -FromDIP(matrices_height));
    else if (!any && splitter->IsSplit()) splitter->Unsplit(matrices_);
  }
  for (auto* button : {remove_, grow_, export_}) button->Enable(any);
  show_matrices();
}

void RisksRegisterPane::show_rows() {
  if (!map_) return;
  const auto rows = register_rows(map_, filter_, order_);
  list_->show(rows);
  give_the_rest(list_->control(), static_cast<unsigned>(RiskColumn::name), static_cast<unsigned>(RiskColumn::residual), narrowest_name);
  if (const auto reference = edited(); !reference.empty()) list_->select(reference);
  said_ = map_->assessments.empty() ? Cell{empty_register_sentence()} : register_sentence(*map_, filter_, rows.count);
  clear_->Show(!filter_.none());
  wrap_sentence();
}

void RisksRegisterPane::wrap_sentence() {
  sentence_->SetForegroundColour(colour(said_.tone));
  sentence_->SetLabelText(text(said_.text));
  sentence_->Wrap(std::max(FromDIP(narrowest), GetClientSize().GetWidth() - FromDIP(2 * gap)));
  Layout();
}

std::string RisksRegisterPane::edited() const {
  const auto* edit = record_->edited();
  return edit && edit->id() ? edit->form().started().at(kind().index_of("reference")) : "";
}

void RisksRegisterPane::choose(const std::string& reference) {
  if (reference == edited()) return;
  if (settle()) edit(reference);
  else show_rows(); // back to the risk that is being typed
}

void RisksRegisterPane::edit(const std::string& reference) {
  record_->edit(kind(), record_referenced(desk_.session.workspace(), kind(), reference));
  list_->select(reference);
  show_matrices();
}

/// The matrices hold the chosen risk strong: drawn anew when it or the study is another.
void RisksRegisterPane::show_matrices() {
  if (!map_ || map_->assessments.empty()) return;
  const auto reference = edited();
  if (drawn_ == reference && drawn_map_ == map_) return;
  drawn_ = reference;
  drawn_map_ = map_;
  matrices_->show(register_figure(*map_, reference));
}

void RisksRegisterPane::pointed(const std::string& key, bool open) {
  const auto* region = matrices_->pointed_at();
  if (!map_ || !region || key.empty()) return let_go_place();
  const auto meant = pointed_risk(*map_, key, is_residual(*region, matrices_->picture()));
  matrices_->choose(""); // the other matrix may hold the same key; the chosen risk is drawn strong, and a ring shows where the person is
  if (!meant.place) return;
  const bool again = filter_.place == meant.place && (meant.reference.empty() || meant.reference == edited());
  if (again && !open) return let_go_place();
  filter_ = {};
  filter_.place = meant.place;
  offer_filters();
  show_rows();
  if (!meant.reference.empty()) choose(meant.reference);
  if (open && meant.reference.empty()) list_->focus();
  else if (open) record_->focus();
}

void RisksRegisterPane::let_go_place() {
  if (!filter_.place) return;
  filter_.place.reset();
  show_rows();
}

void RisksRegisterPane::show_all() {
  filter_ = {};
  offer_filters();
  show_rows();
}

void RisksRegisterPane::reveal(const std::string&, const std::string& reference) {
  if (reference.empty() || !settle()) return;
  show_all();
  edit(reference);
}

bool RisksRegisterPane::settle() { return record_->settle(); }
void RisksRegisterPane::focus() { list_->focus(); }
void RisksRegisterPane::search() { search_->SetFocus(); }

} // namespace hdskit::gui::pages
