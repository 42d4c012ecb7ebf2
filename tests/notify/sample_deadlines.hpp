#pragma once

#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/notify/calendar.hpp"

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

namespace tests {

inline hdskit::Date day(const char* text) { return *hdskit::Date::parse(text); }
inline hdskit::Instant instant(const char* text) { return *hdskit::Instant::parse(text); }

inline hdskit::Deadline deadline(const std::string& uid, const char* on, const std::string& title, const std::string& owner = "") {
  return {.uid = uid, .day = day(on), .title = title, .owner = owner};
}

/// One of each sort, seen on 22 November 2026.
inline std::vector<hdskit::Deadline> sample_deadlines() {
  auto stage = deadline("procedure-3-cnil", "2027-01-15", "CNIL : avis sur le dossier ; « réserves », s’il y en a", "Hélène Rousset");
  stage.detail = "Deux mois à compter de la réception, renouvelables une fois.\nArticle 4, alinéa 2 ; voir aussi l’accusé\\récépissé, n° 7.";
  stage.hypothetical = true;
  stage.worst = day("2027-03-15");
  auto late = deadline("evidence-PSSI-validity", "2026-11-20", "PSSI : fin de validité");
  late.kind = hdskit::DeadlineKind::evidence;
  auto done = deadline("answer-R7", "2026-11-10", "Réponse à l’exigence R7", "Omar Le Goff");
  done.kind = hdskit::DeadlineKind::answer;
  done.done = day("2026-11-09");
  auto plain = deadline("mandate-2-end", "2026-12-31", "Fin du mandat de la déléguée à la protection des données");
  plain.kind = hdskit::DeadlineKind::mandate;
  return {stage, late, done, plain};
}

/// What a command prints; throws, which fails the test, when it ends badly.
inline std::string output_of(const std::string& command) {
  auto* pipe = ::popen(command.c_str(), "r");
  if (!pipe) throw std::runtime_error{"cannot start: " + command};
  std::string out;
  char buffer[4096];
  for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, count);
  if (::pclose(pipe) != 0) throw std::runtime_error{"failed: " + command + "\n" + out};
  return out;
}

/// What each event says, one line each, by a parser that shares nothing with libical.
inline std::vector<std::string> read_with_python(const std::string& text) {
  const hdskit::ScratchFolder folder;
  const auto file = (folder.path() / "calendar.ics").string();
  hdskit::write_file(file, text);
  std::vector<std::string> lines;
  const auto printed = output_of("/usr/bin/python3 '" TESTS_DIR "/notify/read_calendar.py' '" + file + "' 2>&1");
  for (const auto line : hdskit::lines_of(printed))
    if (!line.empty()) lines.emplace_back(line);
  return lines;
}

} // namespace tests
