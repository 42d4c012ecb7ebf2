#pragma once

#include "fuzz/answer.hpp"
#include "toolkit/page/libqpdf.hpp"

#include <filesystem>

namespace fuzz {

/// The file is read without any repair, object by object.
inline void require_sound_pdf(const std::filesystem::path& file, std::size_t pages) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.setAttemptRecovery(false);
  pdf.processFile(file.c_str());
  promise(pdf.getAllPages().size() == pages, "the file holds the pages that were told");
  for (auto& object : pdf.getAllObjects()) object.isNull(); // a look is what reads it
  for (const auto& warning : pdf.getWarnings()) std::fprintf(stderr, "%s\n", warning.what());
  promise(!pdf.anyWarnings(), "the file is sound");
}

} // namespace fuzz
