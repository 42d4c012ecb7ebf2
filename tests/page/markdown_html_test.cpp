#include "toolkit/page/markdown_html.hpp"

#include <gmock/gmock.h>

using hdskit::page::html_of_markdown;
using testing::HasSubstr;
using testing::Not;

TEST(MarkdownHtml, writes_headings_tables_and_code) {
  const auto html = html_of_markdown("# Élan\n\n| a | b |\n|---|---|\n| 1 | `x < y` |\n");
  EXPECT_THAT(html, HasSubstr("<h1>Élan</h1>"));
  EXPECT_THAT(html, HasSubstr("<th>a</th>"));
  EXPECT_THAT(html, HasSubstr("<code>x &lt; y</code>"));
}

TEST(MarkdownHtml, leaves_out_html_and_addresses_that_run_a_script) {
  const auto html = html_of_markdown("<b>bold</b>\n\n[click](javascript:alert)\n");
  EXPECT_THAT(html, Not(HasSubstr("<b>")));
  EXPECT_THAT(html, Not(HasSubstr("javascript")));
  EXPECT_THAT(html, HasSubstr("click"));
}
