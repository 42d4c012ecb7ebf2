#pragma once

#include "toolkit/page/document.hpp"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hdskit::page {

/// What a link or a page number may point to: a place in our pages, an annex, or a URI.
struct Target {
  std::string name;    ///< the anchor without '#', or the URI; "" for a heading without anchor
  std::string section; ///< what [@section] says of it: "3.2", the words of a heading without number, the stamp of an annex
  int annex = -1;
  bool is_uri = false;
  int page = -1; ///< from 0 in the whole file, once pages are known
  double y = 0;  ///< from the top of the page, in points
};

struct NumberedHeading {
  const Heading* heading = nullptr;
  std::string number; ///< "3.2", or ""
  std::string text;   ///< plain, with its number
  int target = -1;
};

/// The headings of a document in order, and all that can be pointed to: known before any line is set.
struct References {
  std::vector<Target> targets;
  std::vector<NumberedHeading> headings;
  std::map<std::string, int, std::less<>> anchors, uris;
  std::unordered_map<const Heading*, std::size_t> index_of; ///< into headings

  const NumberedHeading& of(const Heading& heading) const { return headings[index_of.at(&heading)]; }
  int find(std::string_view target) const; ///< "#anchor" or a URI; -1 when there is none
};

/// Throws Problem bad_input naming every anchor that is pointed to and does not exist, or every anchor that exists twice.
References gather_references(const Document& document);

std::string plain_text(const Inlines& inlines);

} // namespace hdskit::page
