#include "toolkit/requirements/answer.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(Applicability) {
  static constexpr Choice choices[] = {{"applicable", marked("applicable")}, {"excluded", marked("excluded")}};
  return choices;
}

const RecordType<Answer>& Answer::type() {
  static const Field<Answer> fields[] = {
      field<&Answer::item>("item", marked("Item"), Need::required),
      field<&Answer::state>("state", marked("State")),
      long_field<&Answer::statement>("statement", marked("Statement")),
      field<&Answer::owner>("owner", marked("Owner")),
      field<&Answer::due>("due", marked("Due on")),
      field<&Answer::applicability>("applicability", marked("Applicability")),
  };
  static const RecordType<Answer> type{"answer", marked("answer"), fields};
  return type;
}

} // namespace hdskit
