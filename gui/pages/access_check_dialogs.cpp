#include "gui/pages/access_check_dialogs.hpp"

#include "gui/pages/dialog_form.hpp"
#include "gui/presenter/access_checks.hpp"
#include "gui/window/text.hpp"

#include <wx/checkbox.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

class CertificatesDialog : public DialogForm {
public:
  CertificatesDialog(wxWindow* owner, const AccessMap& map) : DialogForm{owner, tr("Check card certificates")}, map_{map} {
    add_sentence(tr("Every certificate of the folder is checked: its chain, its dates, whether it was revoked, its use. The folder is only read."));
    for (const auto& line : check_sentences(map_)) add_sentence(line.text);
    place_ = add_field(tr("Folder of the certificates"), "", Browse::folder);
    finish(tr("Check now"), place_);
  }
  PopulationWish wish() const { return {utf8(place_->GetValue().Strip(wxString::both))}; }

private:
  std::string fault() const override { return place_ ? wish_fault(map_, wish()) : ""; }
  const AccessMap map_; ///< another reading may come while the window stands
  wxTextCtrl* place_ = nullptr;
};

class EndpointDialog : public DialogForm {
public:
  EndpointDialog(wxWindow* owner, const HostedEndpoint& endpoint) : DialogForm{owner, tr("Check the endpoint “{1}”", {endpoint.reference})} {
    for (const auto& line : confirmation_sentences(endpoint)) add_sentence(line.text);
    own_ = new wxCheckBox{this, wxID_ANY, text(tr("It is the hospital’s &own, and I may check it"))};
    own_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { update(); });
    add_wide(own_);
    finish(tr("Check now"), own_);
  }

private:
  std::string fault() const override { return own_ && !own_->GetValue() ? tr("Confirm whose it is: only the hospital’s own is asked.") : ""; }
  wxCheckBox* own_ = nullptr;
};

} // namespace

void check_certificates(const Desk& desk, wxWindow* owner, const AccessMap& map) {
  CertificatesDialog dialog{wxGetTopLevelParent(owner), map};
  if (dialog.ShowModal() != wxID_OK) return;
  desk.background.run(
      owner, tr("Check of the card certificates"),
      [location = desk.session.location(), acting = desk.session.acting(), wish = dialog.wish()](const Progress& progress) {
        return check_wished_population(location, acting, wish, progress);
      },
      [&desk](const PopulationRun& run) {
        attempt(desk, [&] { desk.session.look(); }); // it was recorded through a workspace of its own
        desk.changed();
        desk.tell_outcome(told_of(run), "access", "population_run:" + run.reference);
      });
}

void check_an_endpoint(const Desk& desk, wxWindow* owner, const HostedEndpoint& endpoint) {
  const auto one = endpoint; // another reading may come while the window stands
  EndpointDialog dialog{wxGetTopLevelParent(owner), one};
  if (dialog.ShowModal() != wxID_OK) return;
  desk.background.run(
      owner, tr("Check of the endpoint “{1}”", {one.reference}),
      [location = desk.session.location(), acting = desk.session.acting(), reference = one.reference](const Progress& progress) {
        return check_wished_endpoint(location, acting, reference, progress);
      },
      [&desk](const EndpointRun& run) {
        attempt(desk, [&] { desk.session.look(); }); // it was recorded through a workspace of its own
        desk.changed();
        desk.tell_outcome(told_of(run), "access", "endpoint_run:" + run.reference);
      });
}

} // namespace hdskit::gui::pages
