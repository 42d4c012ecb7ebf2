#include "gui/pages/access_campaign_export.hpp"

#include "gui/presenter/access_campaign.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/filedlg.h>

namespace hdskit::gui::pages {

void export_campaign(const Desk& desk, wxWindow* owner, const ReviewCampaign& campaign) {
  const bool forgotten = campaign.state == CampaignState::forgotten;
  const auto summary = tr("Report with figures alone") + " (*.pdf)|*.pdf", nominative = tr("Report with every account") + " (*.pdf)|*.pdf",
             table = tr("Table of the accounts") + " (*.xlsx)|*.xlsx";
  wxFileDialog dialog{wxGetTopLevelParent(owner),
                      text(tr("Export the campaign {1}", {campaign.reference})),
                      "",
                      text("revue-" + campaign.reference),
                      text(forgotten ? summary : summary + "|" + nominative + "|" + table),
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
  if (dialog.ShowModal() != wxID_OK) return;
  auto what = static_cast<CampaignExport>(dialog.GetFilterIndex());
  std::filesystem::path file{utf8(dialog.GetPath())};
  if (file.extension() == ".xlsx" && !forgotten) what = CampaignExport::table; // what is typed says more than the list below
  const std::string ending = what == CampaignExport::table ? ".xlsx" : ".pdf";
  if (file.extension() != ending) file += ending;
  desk.background.run(
      owner, tr("Export of {1}", {campaign.reference}),
      [location = desk.session.location(), campaign, what, file, today = desk.session.today()](const Progress&) {
        export_campaign_to(Workspace::open(location), campaign, what, file, today);
      },
      [&desk, file] { desk.tell(tr("{1} was written. What names persons in it is yours to keep safe and to delete in time.", {file.string()})); });
}

} // namespace hdskit::gui::pages
