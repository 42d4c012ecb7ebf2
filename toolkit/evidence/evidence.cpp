#include "toolkit/evidence/evidence.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(EvidenceKind) {
  static constexpr Choice choices[] = {{"policy", marked("policy")},
                                       {"procedure", marked("procedure")},
                                       {"plan", marked("plan")},
                                       {"report", marked("report")},
                                       {"minutes", marked("minutes")},
                                       {"contract", marked("contract")},
                                       {"certificate", marked("certificate")},
                                       {"mandate_letter", marked("letter of mission")},
                                       {"diagram", marked("diagram")},
                                       {"register_extract", marked("extract of a register")},
                                       {"other", marked("other document")}};
  return choices;
}

const RecordType<Evidence>& Evidence::type() {
  static const Field<Evidence> fields[] = {
      field<&Evidence::code>("code", marked("Code"), Need::required),
      field<&Evidence::title>("title", marked("Title"), Need::required),
      field<&Evidence::kind>("kind", marked("Kind")),
      field<&Evidence::obligation>("obligation", marked("Obligation")),
      field<&Evidence::requirements>("requirements", marked("Requirements")),
      field<&Evidence::version>("version", marked("Version")),
      field<&Evidence::author>("author", marked("Author")),
      field<&Evidence::approver>("approver", marked("Approver")),
      field<&Evidence::date>("date", marked("Date")),
      field<&Evidence::valid_until>("valid_until", marked("Valid until")),
      field<&Evidence::state>("state", marked("State")),
      field<&Evidence::last_test>("last_test", marked("Last test")),
      field<&Evidence::next_test>("next_test", marked("Next test")),
      field<&Evidence::file_name>("file_name", marked("File name")),
      field<&Evidence::media_type>("media_type", marked("Media type")),
      field<&Evidence::digest>("digest", marked("SHA-256 digest")),
      field<&Evidence::size>("size", marked("Size (bytes)")),
  };
  static const RecordType<Evidence> type{"evidence", marked("evidence"), fields};
  return type;
}

} // namespace hdskit
