#include "toolkit/risk/version.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(StudyCycle) {
  static constexpr Choice choices[] = {{"strategic", marked("strategic cycle")}, {"operational", marked("operational cycle")}};
  return choices;
}

const RecordType<StudyVersion>& StudyVersion::type() {
  static const Field<StudyVersion> fields[] = {
      field<&StudyVersion::number>("number", marked("Version"), Need::required),
      field<&StudyVersion::cycle>("cycle", marked("Cycle")),
      field<&StudyVersion::frozen_on>("frozen_on", marked("Frozen on"), Need::required),
      long_field<&StudyVersion::summary>("summary", marked("What changed"), Need::required),
      field<&StudyVersion::author>("author", marked("Author")),
      field<&StudyVersion::digest>("digest", marked("Digest"), Need::required),
      field<&StudyVersion::risks>("risks", marked("Risks")),
      field<&StudyVersion::unacceptable>("unacceptable", marked("Not acceptable")),
  };
  static const RecordType<StudyVersion> type{"study_version", marked("version of the risk study"), fields};
  return type;
}

} // namespace hdskit
