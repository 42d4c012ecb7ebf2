#include "toolkit/requirements/mapping_reader.hpp"

#include "embedded/mappings.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/markup/markup_document.hpp"

#include <iterator>
#include <map>
#include <utility>

namespace hdskit {
namespace {

class Reading {
public:
  explicit Reading(std::string_view xml) : document_{xml} {}

  MappingReading read() {
    if (const auto root = document_.root("mapping")) read_root(root);
    MappingReading reading;
    reading.defects = document_.defects();
    if (reading.defects.empty()) reading.mapping = std::move(mapping_);
    return reading;
  }

private:
  void read_root(pugi::xml_node root) {
    document_.expect(root, {.attributes = {"id", "version", "from", "to"}, .optional_attributes = {}, .once = {"title", "note"}, .many = {"pair"}});
    mapping_.id = document_.id(root);
    mapping_.version = document_.word(root, "version");
    mapping_.from = document_.id(root, "from");
    mapping_.to = document_.id(root, "to");
    mapping_.title = document_.bilingual(root.child("title"));
    mapping_.note = document_.bilingual(root.child("note"));
    if (!mapping_.from.empty() && folded(mapping_.from) == folded(mapping_.to))
      document_.report(root, tr("The mapping goes from “{1}” to itself: two frameworks are expected.", {mapping_.from}));
    for (const auto node : root.children("pair")) read_pair(node);
    if (!root.child("pair")) document_.report(root, tr("“{1}” lacks the element “{2}”.", {"mapping", "pair"}));
  }

  void read_pair(pugi::xml_node node) {
    document_.expect(node, {.attributes = {"from", "to", "strength", "confidence"}, .optional_attributes = {}, .once = {}, .many = {"note"}});
    MappingPair pair{
        .from = document_.id(node, "from"), .to = document_.id(node, "to"), .strength = strength(node), .confidence = document_.confidence(node), .note = {}};
    const auto notes = node.children("note");
    if (std::distance(notes.begin(), notes.end()) > 1) document_.report(node, tr("“{1}” holds the element “{2}” twice.", {"pair", "note"}));
    if (notes.begin() != notes.end()) pair.note = document_.bilingual(*notes.begin());
    check_alone(node, pair);
    mapping_.pairs.push_back(std::move(pair));
  }

  MappingStrength strength(pugi::xml_node node) {
    static constexpr std::string_view words[] = {"equal", "covers", "covered", "overlaps", "related"};
    return static_cast<MappingStrength>(document_.one_of(node, "strength", words));
  }

  void check_alone(pugi::xml_node node, const MappingPair& pair) {
    if (pair.from.empty() || pair.to.empty()) return;
    const auto [place, fresh] = lines_.emplace(std::pair{folded(pair.from), folded(pair.to)}, document_.line_of(node));
    if (!fresh) document_.report(node, tr("The pair of “{1}” and “{2}” is already given in line {3}.", {pair.from, pair.to, std::to_string(place->second)}));
  }

  MarkupDocument document_;
  RequirementMapping mapping_;
  std::map<std::pair<std::string, std::string>, int> lines_; ///< of pairs of folded ids
};

} // namespace

MappingReading read_mapping(std::string_view xml) { return Reading{xml}.read(); }

RequirementMapping mapping_of(std::string_view xml, const std::string& name) {
  auto reading = read_mapping(xml);
  if (reading.mapping) return std::move(*reading.mapping);
  auto sentence = trn("The mapping “{2}” has {1} defect:", "The mapping “{2}” has {1} defects:", static_cast<std::int64_t>(reading.defects.size()));
  sentence = replaced(std::move(sentence), "{2}", name);
  refuse_markup(name, std::move(sentence), reading.defects,
                tr("Correct the file and start again; nothing was changed. docs/formats/mapping.md explains the format."));
}

const std::vector<RequirementMapping>& shipped_mappings() {
  static const auto mappings = [] {
    std::vector<RequirementMapping> read;
    for (const auto& file : embedded::mappings()) read.push_back(mapping_of(file.bytes, std::string{file.path}));
    return read;
  }();
  return mappings;
}

} // namespace hdskit
