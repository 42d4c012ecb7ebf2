#pragma once

#include "fuzz/answer.hpp"
#include "toolkit/frameworks/library_reader.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/checklist_writer.hpp"

namespace fuzz {

/// Promises of any library: sentences are UTF-8; what is sound is kept, and read back equal.
inline void check_library(const hdskit::FrameworkLibrary& library) {
  for (const auto* findings : {&library.defects, &library.notes})
    for (const auto& finding : *findings) promise(hdskit::is_utf8(finding.sentence), "a finding is told in UTF-8");
  if (!library.defects.empty()) return;
  for (const auto& framework : library.frameworks) {
    const auto xml = hdskit::checklist_xml(framework.checklist);
    if (xml.size() > hdskit::markup_size_limit) continue;
    const auto reading = hdskit::read_checklist(xml);
    promise(reading.checklist.has_value(), "a sound framework is a sound checklist");
    promise(hdskit::checklist_xml(*reading.checklist) == xml, "a checklist is read back equal");
  }
  for (const auto& scale : library.matrices) promise(hdskit::parse_scale(hdskit::text_of(scale), "scale") == scale, "a matrix is a scale");
}

} // namespace fuzz
