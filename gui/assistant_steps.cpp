#include "gui/assistant_step.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui {
namespace {

constexpr int wide = 420, middle = 220, short_field = 150, narrow = 110, label_width = 170; ///< of fields, in device-independent pixels

/// Labels at the left, fields at the right.
class Lines : public AssistantForm {
public:
  Lines(wxWindow* parent, NewWorkspace& draft, AssistantStep step) : AssistantForm{parent, draft, step} {
    grid_ = new wxFlexGridSizer{2, FromDIP(wxSize{2 * gap, 2 * gap})};
    column_->Add(grid_);
  }

protected:
  void line(const std::string& field, const std::string& name, std::string& value, int width) {
    label_cell(name);
    grid_->Add(with_fault(field, text_field(field, name, value, width)));
  }
  void label_cell(const std::string& name) {
    auto* words = label(name);
    grid_->Add(words, wxSizerFlags{}.Top().Border(wxTOP, FromDIP(gap)));
  }
  wxFlexGridSizer* grid_ = nullptr;
};

class Place : public Lines {
public:
  Place(wxWindow* parent, NewWorkspace& draft) : Lines{parent, draft, AssistantStep::place} {
    label_cell(tr("File of the workspace"));
    file_ = text_field("location", tr("File of the workspace"), draft.location, wide);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* choose = new wxButton{this, wxID_ANY, text(tr("Choose…"))};
    name_for_readers(*choose, tr("Choose where the file is made"));
    choose->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { ask(); });
    row->Add(with_fault("location", file_));
    row->Add(choose, wxSizerFlags{}.Border(wxLEFT, FromDIP(gap)));
    grid_->Add(row);
    line("author", tr("Your name"), draft.author, middle);
  }

private:
  void ask() {
    const auto file = completed_location(draft_);
    wxFileDialog dialog{this,
                        text(tr("Where to create the workspace")),
                        text(file.parent_path().string()),
                        text(file.filename().string()),
                        text(tr("hdskit workspaces") + " (*.hds)|*.hds"),
                        wxFD_SAVE};
    if (dialog.ShowModal() == wxID_OK) file_->SetValue(dialog.GetPath());
    file_->SetFocus();
  }
  wxTextCtrl* file_ = nullptr;
};

class Hospital : public Lines {
public:
  Hospital(wxWindow* parent, NewWorkspace& draft) : Lines{parent, draft, AssistantStep::hospital} {
    line("name", tr("Name (required)"), draft.name, wide);
    line("legal_form", tr("Legal form"), draft.legal_form, middle);
    line("finess", tr("FINESS (legal entity)"), draft.finess, middle);
    line("siren", tr("SIREN"), draft.siren, middle);
    line("city", tr("City"), draft.city, middle);
    line("representative", tr("Legal representative"), draft.representative, middle);
    line("representative_title", tr("Title of the representative"), draft.representative_title, middle);
  }
};

class People : public AssistantForm {
public:
  People(wxWindow* parent, NewWorkspace& draft) : AssistantForm{parent, draft, AssistantStep::people} {
    auto* grid = new wxFlexGridSizer{4, FromDIP(wxSize{2 * gap, 2 * gap})};
    grid->AddGrowableCol(1);
    grid->AddGrowableCol(2);
    for (const auto& words : {tr("Function"), tr("Name"), tr("E-mail"), tr("Since")}) grid->Add(heading(words));
    for (std::size_t row = 0; row < draft.people.size(); ++row) {
      auto& person = draft.people[row];
      const auto role = tr(choices_of(person.role)[static_cast<std::size_t>(person.role)].label);
      const auto cell = [&](const char* field, const std::string& name, std::string& value, int width) {
        const auto place = "people." + std::to_string(row) + "." + field;
        grid->Add(with_fault(place, text_field(place, tr("{1}: {2}", {role, name}), value, width)), wxSizerFlags{}.Expand());
      };
      auto* function = label(role);
      function->Wrap(FromDIP(label_width));
      grid->Add(function, wxSizerFlags{}.Border(wxTOP, FromDIP(gap)));
      cell("name", tr("Name"), person.name, short_field);
      cell("email", tr("E-mail"), person.email, short_field);
      cell("since", tr("Since"), person.since, narrow);
    }
    column_->Add(grid, wxSizerFlags{}.Expand());
  }
};

class Services : public AssistantForm {
public:
  Services(wxWindow* parent, NewWorkspace& draft) : AssistantForm{parent, draft, AssistantStep::services} {
    draft.services.reserve(most_services); // fields refer to the rows
    sites();
    column_->Add(heading(tr("Hosted services")), wxSizerFlags{}.Border(wxTOP, FromDIP(4 * gap)).Border(wxBOTTOM, FromDIP(2 * gap)));
    services_ = new wxFlexGridSizer{3, FromDIP(wxSize{2 * gap, 2 * gap})};
    services_->AddGrowableCol(0);
    for (const auto& words : {tr("Name"), tr("Code"), tr("Criticality")}) services_->Add(label(words));
    for (std::size_t row = 0; row < draft.services.size(); ++row) service(row);
    column_->Add(services_, wxSizerFlags{}.Expand());
    more_ = new wxButton{this, wxID_ANY, text(tr("Another service"))};
    more_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { another(); });
    column_->Add(more_, wxSizerFlags{}.Border(wxTOP, FromDIP(2 * gap)));
  }

private:
  static constexpr std::size_t most_services = 12; ///< a start: the organisation page takes as many as there are

  void sites() {
    column_->Add(heading(tr("Sites")), wxSizerFlags{}.Border(wxBOTTOM, FromDIP(2 * gap)));
    auto* grid = new wxFlexGridSizer{3, FromDIP(wxSize{2 * gap, 2 * gap})};
    grid->AddGrowableCol(1);
    grid->AddGrowableCol(2);
    for (const auto& words : {tr("Kind"), tr("Name"), tr("City")}) grid->Add(label(words));
    for (std::size_t row = 0; row < draft_.sites.size(); ++row) {
      auto& site = draft_.sites[row];
      const auto kind = tr(choices_of(site.kind)[static_cast<std::size_t>(site.kind)].label);
      const auto place = "sites." + std::to_string(row);
      const auto cell = [&](const char* field, const std::string& name, std::string& value) {
        grid->Add(with_fault(place + field, text_field(place + field, tr("{1}: {2}", {kind, name}), value, short_field)), wxSizerFlags{}.Expand());
      };
      auto* words = label(kind);
      words->Wrap(FromDIP(label_width));
      grid->Add(words, wxSizerFlags{}.Border(wxTOP, FromDIP(gap)));
      cell(".name", tr("Name"), site.name);
      cell(".city", tr("City"), site.city);
    }
    column_->Add(grid, wxSizerFlags{}.Expand());
  }

  wxTextCtrl* service(std::size_t row) {
    auto& service = draft_.services[row];
    const auto place = "services." + std::to_string(row), number = tr("Service {1}", {std::to_string(row + 1)});
    auto* name = text_field(place + ".name", tr("{1}: {2}", {number, tr("Name")}), service.name, middle);
    auto* code = text_field(place + ".code", tr("{1}: {2}", {number, tr("Code")}), service.code, narrow);
    std::vector<std::string> labels;
    for (const auto& choice : choices_of(Criticality{})) labels.push_back(tr(choice.label));
    auto* criticality = choice_field(tr("{1}: {2}", {number, tr("Criticality")}), labels, static_cast<std::size_t>(service.criticality),
                                     [&service](std::size_t chosen) { service.criticality = static_cast<Criticality>(chosen); });
    name->Bind(wxEVT_KILL_FOCUS, [this, row, code](wxFocusEvent& event) {
      event.Skip();
      propose(row, *code);
    });
    services_->Add(with_fault(place + ".name", name), wxSizerFlags{}.Expand());
    services_->Add(with_fault(place + ".code", code));
    services_->Add(criticality, wxSizerFlags{}.Top());
    return name;
  }

  void propose(std::size_t row, wxTextCtrl& code) {
    if (!code.GetValue().empty()) return;
    std::vector<std::string> taken;
    for (const auto& service : draft_.services) taken.push_back(service.code);
    if (const auto proposed = proposed_code(draft_.services[row].name, taken); !proposed.empty()) code.SetValue(text(proposed));
  }

  void another() {
    draft_.services.emplace_back();
    auto* name = service(draft_.services.size() - 1);
    more_->MoveAfterInTabOrder(GetChildren().GetLast()->GetData());
    more_->Show(draft_.services.size() < most_services);
    fit();
    name->SetFocus();
  }

  wxFlexGridSizer* services_ = nullptr;
  wxButton* more_ = nullptr;
};

class Regime : public AssistantForm {
public:
  Regime(wxWindow* parent, NewWorkspace& draft) : AssistantForm{parent, draft, AssistantStep::regime} {
    bool first = true;
    for (const auto& offered : offered_checklists()) {
      auto* button = new wxRadioButton{this, wxID_ANY, text(offered.title), wxDefaultPosition, wxDefaultSize, first ? wxRB_GROUP : 0};
      button->SetFont(button->GetFont().Bold());
      button->SetValue(offered.id == draft.checklist);
      button->Bind(wxEVT_RADIOBUTTON, [this, id = offered.id](wxCommandEvent&) {
        draft_.checklist = id;
        if (on_typed) on_typed();
      });
      describe_for_readers(*button, offered.note);
      auto* note = label(offered.note);
      note->Wrap(FromDIP(wide + middle - 2 * narrow + 3 * narrow / 2));
      column_->Add(button);
      column_->Add(note, wxSizerFlags{}.Border(wxLEFT, FromDIP(4 * gap)).Border(wxTOP, FromDIP(gap)));
      column_->AddSpacer(FromDIP(3 * gap));
      first = false;
    }
  }
};

class Summary : public AssistantForm {
public:
  Summary(wxWindow* parent, NewWorkspace& draft) : AssistantForm{parent, draft, AssistantStep::summary} {
    words_ = label("");
    column_->Add(words_);
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
      event.Skip();
      if (!event.IsShown()) return;
      std::string lines;
      for (const auto& line : summary_of(draft_)) lines += "•  " + line + "\n\n";
      words_->SetLabel(text(lines));
      words_->Wrap(FromDIP(wide + middle - 2 * gap));
      fit();
    });
  }

private:
  wxStaticText* words_ = nullptr;
};

} // namespace

AssistantForm* new_place_step(wxWindow* parent, NewWorkspace& draft) { return new Place{parent, draft}; }
AssistantForm* new_hospital_step(wxWindow* parent, NewWorkspace& draft) { return new Hospital{parent, draft}; }
AssistantForm* new_people_step(wxWindow* parent, NewWorkspace& draft) { return new People{parent, draft}; }
AssistantForm* new_services_step(wxWindow* parent, NewWorkspace& draft) { return new Services{parent, draft}; }
AssistantForm* new_regime_step(wxWindow* parent, NewWorkspace& draft) { return new Regime{parent, draft}; }
AssistantForm* new_summary_step(wxWindow* parent, NewWorkspace& draft) { return new Summary{parent, draft}; }

} // namespace hdskit::gui
