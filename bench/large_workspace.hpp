#pragma once

#include "toolkit/requirements/answer.hpp"

#include <string>
#include <vector>

namespace hdskit::bench {

/// A made-up checklist of `items` items, of some 500 bytes each: 4 obligations, articles of 50 items, 8 forms whose sections hold 25 items.
/// 12,000 items stay below what a checklist may have. Always the same.
std::string large_checklist(int items);

std::string item_id(int number);       ///< from 0: "M1-01"
std::string document_code(int number); ///< from 0: "D00001"

/// An answer of a paragraph to each item; the states alternate, every seventh has a due date.
std::vector<Answer> large_answers(int items, int documents);

} // namespace hdskit::bench
