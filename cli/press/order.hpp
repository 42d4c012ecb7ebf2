#pragma once

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/dossier/build_dossier.hpp"

#include <algorithm>
#include <thread>

namespace hdskit::cli::press {

/// What the options of `dossier build` and `dossier file` ask for.
inline DossierOrder order_of(const Context& context) {
  constexpr unsigned most_threads = 8;
  const auto& arguments = context.arguments;
  return {.day = context.date_or_today(),
          .output = arguments.text("output"),
          .version = arguments.text("edition"),
          .annexes = !arguments.has("without-annexes"),
          .odt = arguments.has("odt"),
          .threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, most_threads)),
          .framework = arguments.text("framework")};
}

} // namespace hdskit::cli::press
