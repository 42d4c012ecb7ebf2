#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/frameworks/library_reader.hpp"
#include "toolkit/frameworks/oscal_catalog.hpp"
#include "toolkit/workspace/json_place.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <functional>

namespace hdskit {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, std::string_view member) {
  const auto* value = object.if_contains({member.data(), member.size()});
  return value && value->is_string() ? std::string{std::string_view{value->get_string()}} : std::string{};
}

/// The way to a member as defects name it.
std::string step(const std::string& place, std::string_view member) { return place + "." + std::string{member}; }
std::string step(const std::string& place, std::size_t index) { return place + "[" + std::to_string(index) + "]"; }

class OscalJson {
public:
  using LineAt = std::function<int(const std::string& place)>;
  OscalJson(LibraryFindings& findings, LineAt line_at) : findings_{findings}, line_at_{std::move(line_at)} {}

  OscalCatalog read(const json::object& catalog) {
    result_.line = line_at_("catalog");
    result_.uuid = text_of(catalog, "uuid");
    if (const auto* metadata = object_in(catalog, "metadata")) read_metadata(*metadata);
    read_parameters(catalog, "catalog");
    result_.nodes = nodes_in(catalog, "catalog");
    return std::move(result_);
  }

private:
  const json::object* object_in(const json::object& object, std::string_view member) const {
    const auto* value = object.if_contains({member.data(), member.size()});
    return value ? value->if_object() : nullptr;
  }

  void read_metadata(const json::object& metadata) {
    result_.title = text_of(metadata, "title");
    result_.version = text_of(metadata, "version");
    result_.published = text_of(metadata, "published");
    if (result_.published.empty()) result_.published = text_of(metadata, "last-modified");
    each(metadata, "document-ids", "catalog.metadata", [&](const json::object& id, const std::string&) {
      if (result_.document.empty()) result_.document = text_of(id, "identifier");
    });
    result_.language = property(metadata, "language", "catalog.metadata");
  }

  /// Visits the objects of a list; what is none is refused.
  template <typename Visit> void each(const json::object& object, std::string_view member, const std::string& place, Visit visit) {
    const auto* value = object.if_contains({member.data(), member.size()});
    if (!value) return;
    const auto* list = value->if_array();
    if (!list) return refuse(step(place, member), tr("A list [ … ] is expected here."));
    for (std::size_t i = 0; i < list->size(); ++i) {
      const auto here = step(step(place, member), i);
      if (const auto* entry = (*list)[i].if_object()) visit(*entry, here);
      else refuse(here, tr("An object { … } is expected here."));
    }
  }

  void refuse(const std::string& place, const std::string& sentence) { findings_.refuse(line_at_(place), place + ": " + sentence); }

  /// The value of a property; the one of no class counts more.
  std::string property(const json::object& object, std::string_view name, const std::string& place) {
    std::string found;
    bool plain = false;
    each(object, "props", place, [&](const json::object& entry, const std::string&) {
      if (text_of(entry, "name") != name || plain) return;
      const bool classless = text_of(entry, "class").empty();
      if (found.empty() || classless) found = text_of(entry, "value");
      plain = classless;
    });
    return found;
  }

  void read_parameters(const json::object& object, const std::string& place) {
    each(object, "params", place, [&](const json::object& entry, const std::string&) {
      OscalParameter parameter{.label = text_of(entry, "label"), .values = texts_in(entry, "values"), .choices = {}};
      if (const auto* select = object_in(entry, "select")) parameter.choices = texts_in(*select, "choice");
      result_.parameters.insert_or_assign(text_of(entry, "id"), std::move(parameter));
    });
  }

  static std::vector<std::string> texts_in(const json::object& object, std::string_view member) {
    std::vector<std::string> texts;
    const auto* value = object.if_contains({member.data(), member.size()});
    if (const auto* list = value ? value->if_array() : nullptr)
      for (const auto& entry : *list)
        if (entry.is_string()) texts.emplace_back(std::string_view{entry.get_string()});
    return texts;
  }

  std::vector<OscalNode> nodes_in(const json::object& object, const std::string& place) {
    std::vector<OscalNode> nodes;
    for (const std::string_view member : {"groups", "controls"})
      each(object, member, place, [&](const json::object& entry, const std::string& here) { nodes.push_back(node_of(entry, member == "groups", here)); });
    return nodes;
  }

  OscalNode node_of(const json::object& object, bool group, const std::string& place) {
    OscalNode node;
    node.line = line_at_(place);
    node.is_group = group;
    node.id = text_of(object, "id");
    node.title = text_of(object, "title");
    node.label = property(object, "label", place);
    node.withdrawn = !group && folded(property(object, "status", place)) == "withdrawn";
    read_parameters(object, place);
    node.parts = parts_in(object, place);
    node.nodes = nodes_in(object, place);
    return node;
  }

  std::vector<OscalPart> parts_in(const json::object& object, const std::string& place) {
    std::vector<OscalPart> parts;
    each(object, "parts", place, [&](const json::object& entry, const std::string& here) {
      parts.push_back({.name = text_of(entry, "name"),
                       .label = property(entry, "label", here),
                       .title = text_of(entry, "title"),
                       .prose = text_of(entry, "prose"),
                       .parts = parts_in(entry, here)});
    });
    return parts;
  }

  LibraryFindings& findings_;
  LineAt line_at_;
  OscalCatalog result_;
};

ForeignFramework settled(const json::object& catalog, LibraryFindings& findings, const OscalJson::LineAt& line_at) {
  return settle_oscal(OscalJson{findings, line_at}.read(catalog), findings);
}

} // namespace

FrameworkLibrary read_oscal_json(std::string_view text, LibraryFindings& findings) {
  FrameworkLibrary library;
  const auto value = parse_foreign_json(text, findings.file(), library_size_limit);
  const auto* root = value.if_object();
  const auto* member = root ? root->if_contains("catalog") : nullptr;
  const auto* catalog = member ? member->if_object() : nullptr;
  if (!catalog) {
    findings.refuse(1, tr("This is no catalog of OSCAL: an object with the member “catalog” is expected."));
    return library;
  }
  // Lines are looked for only when something is to be said of them: first with none, to learn which places matter.
  std::set<std::string> places;
  LibraryFindings quiet{findings.file()};
  auto framework = settled(*catalog, quiet, [&](const std::string& place) {
    places.insert(place);
    return 0;
  });
  if (!quiet.sound()) {
    const JsonPlaces ways{text, places};
    const LineIndex lines{text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text};
    framework = settled(*catalog, findings, [&](const std::string& place) { return lines.line_at(ways.offset_of(place).value_or(0)); });
  } else {
    for (auto& note : quiet.notes()) findings.note(note.line, std::move(note.sentence));
  }
  library.frameworks.push_back(std::move(framework));
  return library;
}

} // namespace hdskit
