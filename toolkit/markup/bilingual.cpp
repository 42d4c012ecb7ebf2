#include "toolkit/markup/bilingual.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

const std::string& Bilingual::in_current_language() const { return current_language() == Language::french ? french : english; }

std::string sentence_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::high: return tr("read in a trusted source");
    case Confidence::medium: return tr("known from a secondary source");
    case Confidence::low: break;
  }
  return tr("a reconstruction that the hospital should edit");
}

} // namespace hdskit
