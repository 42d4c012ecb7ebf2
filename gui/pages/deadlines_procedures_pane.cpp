#include "gui/pages/deadlines_procedures_pane.hpp"

#include "gui/pages/deadlines_form_dialog.hpp"
#include "gui/pages/pane_parts.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/timeline.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

#include <algorithm>

namespace hdskit::gui::pages {
namespace {

constexpr int list_height = 176, lowest = 110, table_height = 104, scroll_step = 12; ///< device-independent pixels

void show_fitted(ListView& list, const ListRows& rows) {
  list.show(rows);
  fit_columns(list.control(), rows);
}

} // namespace

ProceduresPane::ProceduresPane(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
  auto* splitter = new_splitter(this, lowest);
  auto* list = new_list(splitter);
  splitter->SplitHorizontally(list, new_detail(splitter), FromDIP(list_height));
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  sizer->Add(splitter, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(gap)));
  SetSizer(sizer);
}

wxWindow* ProceduresPane::new_list(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  auto* buttons = new wxBoxSizer{wxHORIZONTAL};
  auto* begin = new wxButton{panel, wxID_ANY, text(tr("&Start a procedure…"))};
  begin->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { start(); }); });
  record_ = new wxButton{panel, wxID_ANY, text(tr("&Record what happened…"))};
  record_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { record(); }); });
  for (auto* button : {begin, record_}) buttons->Add(button, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
  list_ = new ListView{panel, {.name = tr("Procedures"), .search = true, .count = false}};
  list_->on_select = [this](const std::string&) { attempt(desk_, [&] { show_chosen(); }); };
  list_->on_open = [this](const std::string&) { attempt(desk_, [&] { record(); }); };
  list_->on_search = [this](const std::string& words) {
    words_ = words;
    attempt(desk_, [&] { show_rows(); });
  };
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(buttons);
  rows->Add(list_, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  return panel;
}

wxWindow* ProceduresPane::new_detail(wxWindow* parent) {
  auto* area = new wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL};
  area->SetScrollRate(0, FromDIP(scroll_step));
  detail_ = area;
  title_ = new wxStaticText{area, wxID_ANY, ""};
  title_->SetFont(title_->GetFont().Bold().Scaled(1.2f));
  standing_ = new wxStaticText{area, wxID_ANY, ""};
  alarm_ = new wxStaticText{area, wxID_ANY, ""};
  alarm_->SetFont(alarm_->GetFont().Bold());
  line_ = new TimelineView{area};
  auto* rows = new wxBoxSizer{wxVERTICAL};
  const auto flags = wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap));
  rows->Add(title_, flags);
  rows->Add(standing_, flags);
  rows->Add(alarm_, flags);
  rows->Add(line_, flags);
  rows->Add(new_tables(area), wxSizerFlags{1}.Expand().Border(wxTOP, FromDIP(gap)));
  area->SetSizer(rows);
  area->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap();
    event.Skip();
  });
  return area;
}

wxSizer* ProceduresPane::new_tables(wxWindow* parent) {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  const auto add = [&](const std::string& name) {
    auto* label = new wxStaticText{parent, wxID_ANY, text(name)};
    label->SetForegroundColour(colour(Tone::faint));
    auto* list = new ListView{parent, {.name = name, .count = false}};
    list->SetMinSize(FromDIP(wxSize{-1, table_height}));
    rows->Add(label, wxSizerFlags{}.Border(wxTOP | wxBOTTOM, FromDIP(gap)));
    rows->Add(list, wxSizerFlags{1}.Expand());
    return list;
  };
  stages_ = add(tr("The stages in words"));
  events_ = add(tr("What was recorded"));
  return rows;
}

std::optional<std::size_t> ProceduresPane::chosen() const {
  const auto key = list_->selected();
  return key ? procedures_.find(*key) : std::nullopt;
}

void ProceduresPane::show(Procedures procedures) {
  procedures_ = std::move(procedures);
  show_rows();
}

void ProceduresPane::show_rows() {
  list_->show(procedure_rows(procedures_, words_));
  if (!list_->selected()) list_->select_row(0);
  show_chosen();
}

void ProceduresPane::show_chosen() {
  const auto place = chosen();
  record_->Enable(place.has_value());
  for (wxWindow* part : {static_cast<wxWindow*>(line_), static_cast<wxWindow*>(stages_), static_cast<wxWindow*>(events_)}) part->Show(place.has_value());
  if (place) {
    const auto& file = procedures_.files[*place];
    const auto& standing = procedures_.standings[*place];
    title_->SetLabelText(text(file.procedure.title));
    sentence_ = standing_sentence(file, standing);
    const auto alarm = gap_alarm(standing);
    alarm_words_ = alarm.text;
    alarm_->SetForegroundColour(colour(alarm.tone));
    line_->show(timeline_of(file, standing, procedures_.day));
    show_fitted(*stages_, timeline_rows(file, standing));
    show_fitted(*events_, event_rows(file));
  } else {
    title_->SetLabelText(text(tr("No procedure is followed yet")));
    sentence_ = tr("Press “Start a procedure…”: an agrément, a certification, access to the SNDS, an incident to report. Its dates follow from what is "
                   "recorded.");
    alarm_words_.clear();
  }
  alarm_->Show(!alarm_words_.empty());
  wrap();
}

void ProceduresPane::wrap() {
  const int room = std::max(FromDIP(lowest), detail_->GetClientSize().GetWidth() - FromDIP(gap));
  standing_->SetLabelText(text(sentence_));
  standing_->Wrap(room);
  alarm_->SetLabelText(text(alarm_words_));
  alarm_->Wrap(room);
  detail_->FitInside();
  detail_->Layout();
}

void ProceduresPane::select(const std::string& key) {
  words_.clear();
  show_rows();
  list_->select(key);
  show_chosen();
}

void ProceduresPane::start() {
  Form form{new_procedure_fields(desk_.session.workspace())};
  std::string key;
  const FormQuestion question{.title = tr("Start a procedure"),
                              .sentence = tr("The rules of the regime are kept with the procedure as they are today: a new version of the program never moves "
                                             "its dates."),
                              .button = tr("Start"),
                              .save = [&](const std::vector<std::string>& values) { key = start_procedure_from(desk_.session, values); }};
  if (!ask_form(this, form, question)) return;
  desk_.changed();
  show(read_procedures(desk_.session.workspace(), desk_.session.today()));
  select(key);
  desk_.tell(tr("The procedure was started; its deadlines are in the list."));
}

void ProceduresPane::record() {
  const auto place = chosen();
  if (!place) return;
  const auto file = procedures_.files[*place]; // the page may be read again below the question
  Form form{event_fields(desk_.session.workspace(), file)};
  form.start(proposed_event(file, procedures_.standings[*place], desk_.session.today()));
  std::string sentence;
  const FormQuestion question{.title = tr("Record what happened: {1}", {file.procedure.title}),
                              .sentence = tr("What is expected next is proposed; change what was otherwise."),
                              .button = tr("Record"),
                              .save = [&](const std::vector<std::string>& values) { sentence = record_event_from(desk_.session, file, values); }};
  if (!ask_form(this, form, question)) return;
  desk_.changed();
  desk_.tell(sentence);
}

void ProceduresPane::focus() { list_->focus(); }
void ProceduresPane::focus_search() { list_->focus_search(); }

} // namespace hdskit::gui::pages
