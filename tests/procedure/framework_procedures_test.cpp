#include "toolkit/procedure/framework_procedures.hpp"

#include "toolkit/procedure/regime_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace hdskit;

TEST(FrameworkProcedures, are_regimes_that_come_with_the_program) {
  for (const char* framework : {"agrement-2006", "hds-v1-1", "hds-v2", "soa-27001-2022", "snds-2017", "snds-2024", "hdh-project", "mr-006"}) {
    EXPECT_FALSE(procedures_of_framework(framework).empty()) << framework;
    for (const auto regime : procedures_of_framework(framework)) EXPECT_THAT(shipped_regime_ids(), testing::Contains(regime));
  }
  EXPECT_THAT(procedures_of_framework("pgssi-s"), testing::IsEmpty()) << "nobody grants it";
}

} // namespace
