#include "gui/pages/risks_scale_dialog.hpp"

#include "gui/presenter/risks_scale.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/message_bar.hpp"
#include "gui/window/picture_canvas.hpp"
#include "gui/window/problem_dialog.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace hdskit::gui::pages {
namespace {

constexpr int width = 820, picture_height = 300, list_height = 130; ///< device-independent pixels

class ScaleDialog : public wxDialog {
public:
  ScaleDialog(wxWindow* owner, std::shared_ptr<const RiskMap> map);
  const ScaleChange& previewed() const { return *previewed_; }

private:
  wxSizer* new_choice();
  wxSizer* new_buttons();
  void choose();
  void read_own();
  void write_own();
  void preview(const RiskScale& scale);
  template <typename Work> void attempt_here(Work work);

  std::shared_ptr<const RiskMap> map_;
  std::vector<FormChoice> choices_;
  std::optional<ScaleChange> previewed_;
  MessageBar* message_ = nullptr;
  wxChoice* choice_ = nullptr;
  wxStaticText *words_ = nullptr, *sentence_ = nullptr;
  PictureCanvas* picture_ = nullptr;
  ListView* moves_ = nullptr;
  wxButton* take_ = nullptr;
};

ScaleDialog::ScaleDialog(wxWindow* owner, std::shared_ptr<const RiskMap> map)
    : wxDialog{owner, wxID_ANY, text(tr("Scale and matrix of the study")), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      map_{std::move(map)}, choices_{scale_choices(map_->study.scale)} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  const auto flags = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap));
  message_ = new MessageBar{this};
  rows->Add(message_, wxSizerFlags{}.Expand());
  rows->Add(new_choice(), flags);
  words_ = new wxStaticText{this, wxID_ANY, ""};
  words_->SetForegroundColour(colour(Tone::faint));
  rows->Add(words_, flags);
  picture_ = new PictureCanvas{this, {.name = tr("Matrices"), .bar = false}};
  picture_->SetMinSize(FromDIP(wxSize{width, picture_height}));
  picture_->set_zoom({.fit = PictureFit::whole});
  picture_->on_told = [this](const std::string& told_words) { message_->tell(Tone::good, told_words); };
  picture_->on_failed = [this](const std::exception_ptr& failure) { attempt_here([&] { std::rethrow_exception(failure); }); };
  rows->Add(picture_, wxSizerFlags{flags}.Proportion(1));
  sentence_ = new wxStaticText{this, wxID_ANY, ""};
  sentence_->SetFont(sentence_->GetFont().Bold());
  rows->Add(sentence_, flags);
  moves_ = new ListView{this, {.name = tr("Risks that move"), .count = false}};
  moves_->SetMinSize(FromDIP(wxSize{width, list_height}));
  rows->Add(moves_, flags);
  rows->Add(new_buttons(), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(rows, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(2 * gap)));
  preview(map_->study.scale);
  SetSizerAndFit(around);
  CentreOnParent();
  choice_->SetFocus();
}

template <typename Work> void ScaleDialog::attempt_here(Work work) {
  try {
    work();
  } catch (...) {
    const auto failure = told(std::current_exception());
    message_->tell(Tone::bad, failure.sentence, failure.remedy);
    Layout();
  }
}

wxSizer* ScaleDialog::new_choice() {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  choice_ = new wxChoice{this, wxID_ANY};
  for (const auto& choice : choices_) choice_->Append(text(choice.label));
  choice_->SetSelection(0);
  name_for_readers(*choice_, tr("Scale"));
  choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { attempt_here([&] { choose(); }); });
  auto* own = new wxButton{this, wxID_ANY, text(tr("&Own scale from a file…"))};
  own->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt_here([&] { read_own(); }); });
  auto* keep = new wxButton{this, wxID_ANY, text(tr("&Save as a file…"))};
  keep->SetToolTip(text(tr("Writes the scale that is shown, to be adapted in a text editor and read back")));
  keep->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt_here([&] { write_own(); }); });
  line->Add(new wxStaticText{this, wxID_ANY, text(tr("Scale"))}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
  line->Add(choice_, wxSizerFlags{1}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
  line->Add(own, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(gap)));
  line->Add(keep, wxSizerFlags{}.CenterVertical());
  return line;
}

wxSizer* ScaleDialog::new_buttons() {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  line->AddStretchSpacer();
  line->Add(new wxButton{this, wxID_CANCEL, text(tr("Cancel"))}, wxSizerFlags{}.Border(wxRIGHT, FromDIP(gap)));
  take_ = new wxButton{this, wxID_OK, text(tr("Judge by this scale"))};
  line->Add(take_);
  return line;
}

void ScaleDialog::choose() {
  const auto place = static_cast<std::size_t>(std::max(0, choice_->GetSelection()));
  if (place < choices_.size()) preview(chosen_scale(map_->study.scale, choices_[place].value));
}

void ScaleDialog::read_own() {
  wxFileDialog dialog{this, text(tr("Own scale from a file")), "", "", text(tr("Scales") + " (*.json)|*.json"), wxFD_OPEN | wxFD_FILE_MUST_EXIST};
  if (dialog.ShowModal() != wxID_OK) return;
  const std::filesystem::path file{utf8(dialog.GetPath())};
  preview(scale_in_file(file));
  choice_->SetSelection(wxNOT_FOUND);
  message_->tell(Tone::neutral, tr("Shown: “{1}”, from “{2}”", {previewed_->to.title.in_current_language(), file.filename().string()}));
  Layout();
}

void ScaleDialog::write_own() {
  wxFileDialog dialog{
      this, text(tr("Save the scale")), "", text(previewed_->to.id + ".json"), text(tr("Scales") + " (*.json)|*.json"), wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
  if (dialog.ShowModal() != wxID_OK) return;
  const std::filesystem::path file{utf8(dialog.GetPath())};
  write_file(file, text_of(previewed_->to));
  message_->tell(Tone::good, tr("Written: {1}", {file.string()}));
  Layout();
}

void ScaleDialog::preview(const RiskScale& scale) {
  previewed_ = preview_scale(map_->study, scale);
  words_->SetLabelText(text(scale_in_words(scale)));
  picture_->show(scale_figure(*map_, *previewed_));
  const auto sentence = move_sentence(*previewed_);
  sentence_->SetForegroundColour(colour(sentence.tone));
  sentence_->SetLabelText(text(sentence.text));
  sentence_->Wrap(FromDIP(width));
  moves_->show(move_rows(*previewed_));
  take_->Enable(!(previewed_->from == previewed_->to));
  Layout();
}

} // namespace

void choose_scale(const Desk& desk, wxWindow* owner, std::shared_ptr<const RiskMap> map) {
  ScaleDialog dialog{wxGetTopLevelParent(owner), std::move(map)};
  if (dialog.ShowModal() != wxID_OK) return;
  const auto sentence = take_scale(desk.session, dialog.previewed());
  desk.changed();
  desk.tell(sentence);
}

} // namespace hdskit::gui::pages
