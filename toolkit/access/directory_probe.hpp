#pragma once

#include "toolkit/access/directory_call.hpp"
#include "toolkit/access/review.hpp"

#include <chrono>
#include <functional>

namespace hdskit {

inline constexpr const char* usual_directory_address = "https://gateway.api.esante.gouv.fr/fhir/v2"; ///< FHIR interface of the Annuaire Santé
constexpr int usual_directory_rate = 15, most_directory_rate = 17;                                   ///< calls a second: what one application may do
constexpr std::size_t directory_batch = 50;                                                          ///< persons asked for in one call: as many as a page has

/// Time, as the probe sees it: a test has its own.
struct DirectoryClock {
  std::function<std::chrono::steady_clock::time_point()> now;
  std::function<void(std::chrono::nanoseconds)> sleep; ///< may throw Problem cancelled
};
/// The machine's own; sleeps in short turns, so that a person who no longer wants it is heard.
DirectoryClock steady_directory_clock(const Progress& progress);

struct DirectoryOrder {
  std::string address = usual_directory_address;
  DirectoryAccess access;
  int rate = usual_directory_rate; ///< calls a second, from 1 to most_directory_rate
  Date day;                        ///< an exercise that ended before it is none
  DirectoryClock clock;
  Progress progress;
};

/// Whom the extract did not find: national identifiers of persons (RPPS, ADELI) with a right key, of active accounts and of the staff who hold one; sorted,
/// each once. Without an extract: all of them.
std::vector<std::string> residue_of(const AccessReview& review);
/// Those of `ids` that `answers` has not been asked for.
std::vector<std::string> still_to_ask(const std::vector<std::string>& ids, const DirectoryAnswers& answers);
/// The fewest calls that so many persons take; pages and places of exercise need more.
std::size_t fewest_directory_calls(std::size_t persons);

// A sentence about what is wrong; "" for what can be used.
std::string directory_address_defect(std::string_view address); ///< https://host[:port]/path and nothing behind it
std::string directory_key_defect(std::string_view key);

/// Asks for all `ids` that `answers` lacks and adds what it learns, batch after batch: when it throws, `answers` holds whole batches and is not complete.
/// Throws Problem bad_input (address, key, an answer that is no FHIR), refused (the key; another server), unreachable, no_space, cancelled. No Problem tells
/// the key.
void ask_directory(const DirectoryOrder& order, const std::vector<std::string>& ids, DirectoryAnswers& answers);

} // namespace hdskit
