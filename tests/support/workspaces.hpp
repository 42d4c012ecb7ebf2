#pragma once

#include "tests/support/postgresql.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <gtest/gtest.h>

namespace tests {

inline hdskit::Acting acting(const std::string& name = "Hélène Rousset", const char* at = "2026-11-22T10:15:00Z") {
  return {name, *hdskit::Instant::parse(at)};
}

enum class Engine { sqlite, postgresql };

/// One suite for both engines: TEST_P(Name, …) with INSTANTIATE_ON_BOTH_ENGINES(Name).
class OnEachEngine : public testing::TestWithParam<Engine> {
protected:
  /// Where nothing stands yet.
  std::string fresh_location() {
    return GetParam() == Engine::postgresql ? fresh_postgresql_database() : (folder_.path() / ("w" + std::to_string(++files_) + ".hds")).string();
  }
  hdskit::Workspace fresh_workspace() { return hdskit::Workspace::create(fresh_location(), acting()); }
  const std::filesystem::path& folder() const { return folder_.path(); }

private:
  hdskit::ScratchFolder folder_;
  int files_ = 0;
};

inline std::string engine_name(const testing::TestParamInfo<Engine>& engine) { return engine.param == Engine::sqlite ? "sqlite" : "postgresql"; }

#define INSTANTIATE_ON_BOTH_ENGINES(suite)                                                                                                                     \
  INSTANTIATE_TEST_SUITE_P(engines, suite, testing::Values(tests::Engine::sqlite, tests::Engine::postgresql), tests::engine_name)

/// The problem that `work` ends in; fails the test when it ends well.
template <typename Work> hdskit::Problem problem_of(Work work) {
  try {
    work();
  } catch (const hdskit::Problem& problem) { return problem; }
  ADD_FAILURE() << "a Problem was expected";
  return {hdskit::ProblemKind::bad_input, "", "", ""};
}

} // namespace tests
