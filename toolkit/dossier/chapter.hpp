#pragma once

#include "toolkit/dossier/annex_plan.hpp"
#include "toolkit/dossier/completeness.hpp"
#include "toolkit/dossier/words.hpp"

#include <span>
#include <string_view>

namespace hdskit {

/// What the chapters are told.
struct ChapterInput {
  const DossierInput& facts;
  const std::vector<PlannedAnnex>& annexes;
  const std::vector<Gap>& gaps;
  Date day;
  std::string version; ///< of the dossier
  bool draft = false;
  bool annexes_follow = true; ///< false: the generated part alone, whose annexes have no page
  std::string despite;        ///< why an incomplete file is sent all the same; "" otherwise
};

/// A chapter: its template's id and one function that gathers the template's words. Listed in catalogue.cpp.
struct Chapter {
  std::string_view id;       ///< templates/<id>.md
  std::string_view sentence; ///< what it tells, for developers
  Words (*gather)(const ChapterInput&);
  bool (*present)(const ChapterInput&); ///< nullptr: always
  std::string_view form = {};           ///< the form of the checklist that it presents: "P1"; "" for none
};

/// Whether the file tells it. A chapter that presents a form of the agrément stands only where the checklist holds that form, or is one of the house.
bool is_present(const Chapter& chapter, const ChapterInput& input);

std::span<const Chapter* const> all_chapters(); ///< in the order of the file

} // namespace hdskit
