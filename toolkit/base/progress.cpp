#include "toolkit/base/progress.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {

void Progress::stop_if_cancelled() const {
  if (cancelled && cancelled()) throw Problem{ProblemKind::cancelled, "", tr("Stopped at your request; nothing was left half done.")};
}

} // namespace hdskit
