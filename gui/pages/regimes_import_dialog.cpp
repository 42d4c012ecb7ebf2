#include "gui/pages/regimes_import_dialog.hpp"

#include "gui/pages/dialog_form.hpp"
#include "gui/presenter/regimes_import.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"

#include <wx/checkbox.h>
#include <wx/filedlg.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

constexpr int width = 720, height = 260; ///< device-independent pixels

class LibraryDialog : public DialogForm {
public:
  LibraryDialog(wxWindow* owner, const LibraryOffer& offer) : DialogForm{owner, tr("Import frameworks")}, offer_{offer} {
    auto* words = new_reading_text(this, tr("What the file would bring"), height);
    words->SetMinSize(FromDIP(wxSize{width, height}));
    std::string all;
    for (const auto& sentence : offer.sentences) all += (all.empty() ? "" : "\n") + sentence.text;
    words->ChangeValue(text(all));
    words->ShowPosition(0);
    add_wide(words, 1);
    if (offer.brings_new && !offer.import.refused()) {
      follow_ = new wxCheckBox{this, wxID_ANY, text(tr("&Follow the new frameworks from today on"))};
      add_wide(follow_);
    }
    finish(tr("Import"), words);
  }
  bool follows() const { return follow_ && follow_->GetValue(); }

private:
  std::string fault() const override { return library_fault(offer_); }
  const LibraryOffer& offer_;
  wxCheckBox* follow_ = nullptr;
};

void agree(const Desk& desk, wxWindow* owner, const LibraryOffer& offer) {
  LibraryDialog dialog{wxGetTopLevelParent(owner), offer};
  if (dialog.ShowModal() != wxID_OK) return;
  take_library(desk.session, offer, dialog.follows());
  desk.changed();
  desk.tell(tr("“{1}” was imported.", {offer.import.libraries.front().file}));
}

} // namespace

void import_a_library(const Desk& desk, wxWindow* owner) {
  const auto kinds =
      tr("Libraries of frameworks") + " (*.yaml, *.yml, *.xlsx, *.csv, *.json, *.xml)|*.yaml;*.yml;*.xlsx;*.csv;*.json;*.xml|" + tr("All files") + "|*";
  wxFileDialog dialog{wxGetTopLevelParent(owner), text(tr("Import frameworks")), "", "", text(kinds), wxFD_OPEN | wxFD_FILE_MUST_EXIST};
  if (dialog.ShowModal() != wxID_OK) return;
  const std::filesystem::path file{utf8(dialog.GetPath())};
  desk.background.run(
      owner, tr("Reading “{1}”", {file.filename().string()}),
      [location = desk.session.location(), file](const Progress&) { return offered_library(Workspace::open(location), file); },
      [&desk, owner](const LibraryOffer& offer) { attempt(desk, [&] { agree(desk, owner, offer); }); });
}

} // namespace hdskit::gui::pages
