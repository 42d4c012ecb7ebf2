#include "toolkit/dossier/endpoint_report.hpp"

#include "toolkit/access/endpoint_report_json.hpp"

#include <gmock/gmock.h>

namespace hdskit {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string text_of(const page::Inlines& inlines) {
  std::string text;
  for (const auto& part : inlines) text += part.text;
  return text;
}

std::string text_of(const page::Document& document) {
  std::string text;
  const auto add_rows = [&](const auto& rows) {
    for (const auto& row : rows)
      for (const auto& cell : row) text += text_of(cell.text) + "\n";
  };
  for (const auto& block : document.blocks) {
    if (const auto* heading = std::get_if<page::Heading>(&block.value)) text += text_of(heading->text) + "\n";
    if (const auto* paragraph = std::get_if<page::Paragraph>(&block.value)) text += text_of(paragraph->text) + "\n";
    if (const auto* table = std::get_if<page::Table>(&block.value)) {
      add_rows(table->header);
      add_rows(table->rows);
    }
  }
  return text;
}

struct Checked {
  HostedEndpoint endpoint;
  EndpointRun run;
  EndpointReport report;
  Checked() {
    endpoint.reference = run.endpoint = "DPI-WEB";
    endpoint.ownership = "DSI, 12 janvier 2026";
    run.reference = "EP3";
    run.url = "https://dpi.example/";
    run.moment = "2026-11-20T09:00:00Z";
    run.report = std::string(64, 'a');
    report.cases = {{"valid", "TLS 1.3", EndpointSeen::accepted, EndpointSeen::accepted, "HTTP status 200", false, {}, {}},
                    {"revoked", "TLS 1.3", EndpointSeen::refused, EndpointSeen::accepted, "HTTP status 200", true, {}, {}},
                    {"house-case", "TLS 1.3", EndpointSeen::refused, EndpointSeen::undetermined, "", true, {}, {}}};
    report.certificates = {{"valid", std::string(64, 'b')}, {"revoked", std::string(64, 'c')}};
    report.conclusion.conclusive = true;
    report.conclusion.findings = {{"accepts_revoked", EndpointSeverity::high, "It lets a revoked card in.", "TLS 1.3: HTTP status 200"}};
  }
  std::string text() const { return text_of(compose_endpoint_report(endpoint, run, report, "Hôpital", *Date::parse("2026-11-22"))); }
};

TEST(EndpointReportPaper, tells_verdict_control_findings_matrix_and_digests) {
  const LanguageScope english{Language::english};
  const auto text = Checked{}.text();
  for (const auto& said : {std::string{"Check EP3 of the endpoint DPI-WEB"}, std::string{"✖ The application does not do what it should"},
                           std::string{"the valid card was let in over TLS 1.3"}, std::string{"It lets a revoked card in."}, std::string{"✖ accepted"},
                           std::string{"▲ not to be told"}, std::string{"house-case"}, std::string{"DSI, 12 janvier 2026"}, std::string{"2026-11-20"},
                           std::string(64, 'a'), std::string(64, 'b'), std::string(64, 'c')})
    EXPECT_THAT(text, HasSubstr(said));
}

TEST(EndpointReportPaper, concludes_nothing_without_its_positive_control) {
  const LanguageScope english{Language::english};
  Checked checked;
  checked.report.conclusion = {};
  checked.report.cases.erase(checked.report.cases.begin());
  checked.report.certificates.clear();
  const auto text = checked.text();
  EXPECT_THAT(text, HasSubstr("▲ Nothing is concluded"));
  EXPECT_THAT(text, HasSubstr("the valid card was never let in"));
  EXPECT_THAT(text, HasSubstr("keeps no digest of them"));
  EXPECT_THAT(text, Not(HasSubstr("Findings")));
}

TEST(EndpointReportPaper, is_in_the_language_of_the_moment) {
  const LanguageScope french{Language::french};
  const Checked checked;
  const auto document = compose_endpoint_report(checked.endpoint, checked.run, checked.report, "Hôpital", *Date::parse("2026-11-22"));
  EXPECT_EQ(document.metadata.language, "fr-FR");
  EXPECT_THAT(text_of(document), HasSubstr(Date::parse("2026-11-20")->french()));
}

TEST(EndpointReportText, keeps_the_digests_of_certificates_and_reads_reports_of_before) {
  const Checked checked;
  const auto text = endpoint_report_text(checked.report);
  const auto read = parse_endpoint_report(text, "report");
  ASSERT_EQ(read.certificates.size(), 2u);
  EXPECT_EQ(read.certificates[1].name, "revoked");
  EXPECT_EQ(read.certificates[1].sha256, std::string(64, 'c'));
  const auto before = parse_endpoint_report(R"({"format":"hdskit-endpoint-report-1","conclusive":true,"findings":[],"remarks":[],"cases":[]})", "report");
  EXPECT_TRUE(before.certificates.empty());
}

} // namespace
} // namespace hdskit
