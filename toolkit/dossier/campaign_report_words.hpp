#pragma once

#include "toolkit/dossier/campaign_report.hpp"

namespace hdskit {

/// What the template `rapport-revue-acces` is told of a campaign. The caller has set the LanguageScope.
Words campaign_report_words(const CampaignReport& report, CampaignPaper paper, Date day);

} // namespace hdskit
