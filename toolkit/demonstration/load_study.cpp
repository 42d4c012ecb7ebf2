#include "toolkit/demonstration/load_study.hpp"

#include "toolkit/demonstration/demonstration_files.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/risk/study_json.hpp"
#include "toolkit/risk/version.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace hdskit {
namespace {

constexpr const char* study_file = "risk/study.json";
constexpr const char* difference_file = "risk/version-1.0.json";

boost::json::object object_in(std::string_view text) { return boost::json::parse({text.data(), text.size()}).as_object(); }

template <typename Record> void describe(Record& record, const boost::json::object& texts) {
  for (const auto& [name, value] : texts) {
    const auto* field = Record::type().find(name);
    if (!field) throw std::logic_error{"demonstration/" + std::string{difference_file} + ": no field “" + std::string{name} + "”"};
    field->set(record, value.as_string());
  }
}

/// A record that the list lacks was there then and is gone now.
template <typename Record> void describe_all(std::vector<Record>& list, const boost::json::array& descriptions) {
  for (const auto& description : descriptions) {
    const auto& texts = description.as_object();
    const auto reference = std::string_view{texts.at("reference").as_string()};
    auto found = std::ranges::find(list, reference, &Record::reference);
    if (found == list.end()) found = list.insert(found, Record{});
    describe(*found, texts);
  }
}

bool lists(const boost::json::array& references, const std::string& reference) {
  return std::ranges::any_of(references, [&](const auto& listed) { return listed.as_string() == std::string_view{reference}; });
}

void take_away(Study& study, const boost::json::object& absent) {
  const auto& risks = absent.at("risks").as_array();
  const auto& measures = absent.at("measures").as_array();
  std::erase_if(study.risks, [&](const Risk& risk) { return lists(risks, risk.reference); });
  std::erase_if(study.measures, [&](const Measure& measure) { return lists(measures, measure.reference); });
  for (auto& measure : study.measures) std::erase_if(measure.risks, [&](const std::string& reference) { return lists(risks, reference); });
}

/// The study as it was when it was frozen: that of today with what differed.
Study earlier_study(Study study, const boost::json::object& difference) {
  take_away(study, difference.at("absent").as_object());
  describe(study.frame, difference.at("frame").as_object());
  describe_all(study.risks, difference.at("risks").as_array());
  describe_all(study.measures, difference.at("measures").as_array());
  return study;
}

std::string security_officer(const Workspace& workspace) {
  const auto organisation = read_organisation(workspace);
  const auto mandate = std::ranges::find(organisation.mandates, MandateRole::ciso, &Mandate::role);
  if (mandate == organisation.mandates.end()) throw std::logic_error{"demonstration/organisation.json: nobody is the security officer"};
  const auto person = std::ranges::find(organisation.people, mandate->person, &Person::id);
  if (person == organisation.people.end()) throw std::logic_error{"demonstration/organisation.json: the security officer is no person"};
  return person->name;
}

} // namespace

void load_study(Workspace& workspace, Instant at) {
  const auto study = parse_study(demonstration_file(study_file), study_file);
  const auto difference = object_in(demonstration_file(difference_file));
  const auto day = Date::parse(difference.at("frozen_on").as_string());
  if (!day) throw std::logic_error{"demonstration/" + std::string{difference_file} + ": no day"};
  workspace.change({security_officer(workspace), at}, [&](Change& change) {
    import_study(change, earlier_study(study, difference), true);
    freeze_study(change, StudyCycle::strategic, std::string{difference.at("summary").as_string()}, *day);
    import_study(change, study, true);
  });
}

} // namespace hdskit
