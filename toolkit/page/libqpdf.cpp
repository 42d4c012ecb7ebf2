#include "toolkit/page/libqpdf.hpp"

namespace hdskit::page {

bool is_lost(QPDF& pdf, QPDFObjectHandle& handle) {
  if (!handle.isIndirect()) return false;
  pdf.getWarnings(); // forgets those of before, which do not concern it
  if (!handle.isNull()) return false;
  for (const auto& warning : pdf.getWarnings())
    if (warning.getErrorCode() == qpdf_e_damaged_pdf && warning.getMessageDetail().find("empty object") == std::string::npos) return true;
  return false;
}

} // namespace hdskit::page
