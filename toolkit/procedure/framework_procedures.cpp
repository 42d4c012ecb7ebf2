#include "toolkit/procedure/framework_procedures.hpp"

namespace hdskit {

std::vector<std::string_view> procedures_of_framework(std::string_view framework) {
  struct Granting {
    std::string_view framework, regime;
  };
  static constexpr Granting granting[] = {
      {"agrement-2006", "agrement-2006"},
      {"hds-v1-1", "hds-certification"},
      {"hds-v2", "hds-certification"},
      {"soa-27001-2022", "hds-certification"},
      {"snds-2017", "snds-permanent"},
      {"snds-2017", "snds-project"},
      {"snds-2017", "snds-project-riph"},
      {"snds-2024", "snds-permanent"},
      {"snds-2024", "snds-project"},
      {"snds-2024", "snds-project-riph"},
      {"hdh-project", "hdh-project"},
      {"hdh-project", "snds-project-riph"},
      {"mr-006", "mr-006"},
  };
  std::vector<std::string_view> regimes;
  for (const auto& each : granting)
    if (each.framework == framework) regimes.push_back(each.regime);
  return regimes;
}

} // namespace hdskit
