#include "toolkit/demonstration/demonstration_regimes.hpp"

#include "toolkit/certification/certification_store.hpp"
#include "toolkit/demonstration/demonstration_files.hpp"
#include "toolkit/habilitation/habilitation_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/framework_store.hpp"

#include <boost/json.hpp>

namespace hdskit {
namespace {

void load(Change& change, const boost::json::object& described, std::span<const RecordKind> kinds) {
  for (const auto& kind : kinds)
    for (const auto& record : described.at(kind.word).as_array()) {
      Assignments assignments;
      for (const auto& [name, value] : record.as_object()) assignments.emplace_back(name, value.as_string());
      kind.add(change, assignments);
    }
}

} // namespace

void load_regimes(Change& change) {
  const auto text = demonstration_file("regimes.json");
  const auto json = boost::json::parse({text.data(), text.size()});
  const auto& described = json.as_object();
  std::vector<NewFramework> frameworks;
  for (const auto& id : described.at("follows").as_array())
    frameworks.push_back(
        {.xml = std::string{shipped_checklist(std::string_view{id.as_string()})}, .use = FrameworkUse::followed, .applied_on = Date::parse("2026-01-15")});
  put_frameworks(change, frameworks);
  load(change, described, certification_kinds());
  load(change, described, habilitation_kinds());
}

} // namespace hdskit
