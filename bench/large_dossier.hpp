#pragma once

#include "toolkit/page/document.hpp"

namespace hdskit::bench {

/// A made-up dossier of about `chapters` * 4 pages, each chapter with headings, prose, tables, lists and cross references; every so often a
/// matrix or a chart. 500 chapters: 2,000 pages, 2,000 tables, 2,000 lines of contents, 20 matrices, 40 figures. Always the same.
page::Document large_dossier(int chapters);

} // namespace hdskit::bench
