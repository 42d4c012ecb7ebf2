#include "gui/pages/access_anchor_dialog.hpp"

#include "gui/pages/dialog_form.hpp"
#include "gui/presenter/access_anchors.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/file.hpp"

#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace hdskit::gui::pages {
namespace {

const wxSize list_size{760, 130}; ///< device-independent pixels
constexpr int narrowest_name = 160;
constexpr std::uint64_t largest_file = 8u << 20; ///< bytes: a bundle of authorities has some thousands

class AnchorDialog : public DialogForm {
public:
  AnchorDialog(wxWindow* owner, std::shared_ptr<const AccessMap> map, std::vector<OfferedAnchor> offered, const std::string& file)
      : DialogForm{owner, tr("Import an authority")}, map_{std::move(map)}, offered_{std::move(offered)} {
    add_sentence(tr("{1} offers these authorities. Choose one, and compare its fingerprint with the one that the authority publishes elsewhere: whoever can "
                    "change the file can change what is written beside it.",
                    {file}));
    list_ = new ListView{this, {.name = tr("Authorities of the file"), .count = false}};
    list_->SetMinSize(FromDIP(list_size));
    list_->show(offered_rows(offered_));
    list_->on_select = [this](const std::string&) { follow(); };
    add_wide(list_, 1);
    told_ = add_sentence("\n\n");
    name_ = add_field(tr("Name"), "");
    fingerprint_ = add_field(tr("Fingerprint as it is published"), "");
    fingerprint_->SetHint(text(tr("64 digits; blanks and colons do not matter")));
    test_ = new wxCheckBox{this, wxID_ANY, text(tr("I want this authority of the &test hierarchy all the same"))};
    test_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { update(); });
    add_wide(test_);
    finish(tr("Trust it"), fingerprint_);
    const auto first = std::ranges::find_if(offered_, [](const OfferedAnchor& one) { return one.known_as.empty(); });
    list_->select_row(first == offered_.end() ? 0 : static_cast<std::size_t>(first - offered_.begin()));
    give_the_rest(list_->control(), 1, 3, narrowest_name);
    follow();
  }

  const OfferedAnchor& chosen() const {
    const auto key = list_->selected();
    return offered_.at(key ? std::min(static_cast<std::size_t>(std::stoul(*key)), offered_.size() - 1) : 0);
  }
  AnchorWish wish() const { return {utf8(name_->GetValue().Strip(wxString::both)), utf8(fingerprint_->GetValue()), test_->GetValue()}; }

private:
  std::string fault() const override { return test_ ? anchor_fault(*map_, chosen(), wish()) : ""; }

  void follow() {
    std::string words;
    for (const auto& line : offered_sentences(chosen())) words += (words.empty() ? "" : "\n") + line.text;
    told_->SetLabelText(text(words));
    told_->Wrap(std::max(FromDIP(narrowest_name), list_->GetSize().GetWidth()));
    name_->ChangeValue(text(proposed_name(chosen())));
    test_->Show(chosen().test_hierarchy);
    test_->SetValue(false);
    update();
  }

  std::shared_ptr<const AccessMap> map_;
  std::vector<OfferedAnchor> offered_;
  ListView* list_ = nullptr;
  wxStaticText* told_ = nullptr;
  wxTextCtrl *name_ = nullptr, *fingerprint_ = nullptr;
  wxCheckBox* test_ = nullptr;
};

} // namespace

void import_an_anchor(const Desk& desk, wxWindow* owner, std::shared_ptr<const AccessMap> map) {
  wxFileDialog files{wxGetTopLevelParent(owner), text(tr("The file that the authority publishes")), "", "", "*", wxFD_OPEN | wxFD_FILE_MUST_EXIST};
  if (files.ShowModal() != wxID_OK) return;
  const std::filesystem::path file{utf8(files.GetPath())};
  const auto name = file.filename().string();
  auto offered = offered_anchors(desk.session.workspace(), read_file(file, largest_file), name);
  AnchorDialog dialog{wxGetTopLevelParent(owner), std::move(map), std::move(offered), name};
  if (dialog.ShowModal() != wxID_OK) return;
  const auto wish = dialog.wish();
  TrustAnchor anchor;
  desk.session.change(tr("import of the authority {1}", {wish.name}),
                      [&](Change& change) { anchor = import_anchor(change, dialog.chosen(), wish.fingerprint, wish.name, name, wish.accept_test); });
  desk.changed();
  desk.tell(tr("{1} is trusted from now on.", {anchor.reference}));
}

} // namespace hdskit::gui::pages
