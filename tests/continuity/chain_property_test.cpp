#include "tests/continuity/small_hospital.hpp"
#include "toolkit/continuity/chain_rules.hpp"
#include "toolkit/continuity/critical_path.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

namespace hdskit {
namespace {

using Chance = std::mt19937;

int roll(Chance& chance, int most) { return std::uniform_int_distribution{0, most}(chance); }

std::optional<Minutes> some_minutes(Chance& chance) { return roll(chance, 2) ? std::optional{Minutes{roll(chance, 12) * 10}} : std::nullopt; }

/// Two or three of each kind, dependencies at will: upward ones between components make circles.
Continuity random_hospital(Chance& chance) {
  Continuity all;
  for (int i = 0, count = 1 + roll(chance, 2); i < count; ++i)
    all.activities.push_back(
        {.reference = "ACT" + std::to_string(i), .rto = some_minutes(chance), .rpo = some_minutes(chance), .manual_resume = some_minutes(chance)});
  for (int i = 0, count = 1 + roll(chance, 2); i < count; ++i) {
    all.services.push_back(service("S" + std::to_string(i)));
    all.services.back().rto = some_minutes(chance), all.services.back().rpo = some_minutes(chance);
  }
  for (int i = 0, count = 1 + roll(chance, 2); i < count; ++i)
    all.components.push_back(
        {.reference = "CMP" + std::to_string(i), .rto = some_minutes(chance), .rpo = some_minutes(chance), .measured_restore = some_minutes(chance)});
  for (int i = 0, count = roll(chance, 2); i < count; ++i)
    all.backups.push_back({.reference = "SV" + std::to_string(i), .period = some_minutes(chance), .measured_restore = some_minutes(chance)});
  std::vector<std::string> tops, bottoms;
  for (const auto& each : all.activities) tops.push_back(each.reference);
  for (const auto& each : all.services) tops.push_back(each.code), bottoms.push_back(each.code);
  for (const auto& each : all.components) tops.push_back(each.reference), bottoms.push_back(each.reference);
  for (const auto& each : all.backups) bottoms.push_back(each.reference);
  for (int i = 0, count = roll(chance, 14); i < count; ++i)
    all.dependencies.push_back(needs(tops[static_cast<std::size_t>(roll(chance, static_cast<int>(tops.size()) - 1))],
                                     bottoms[static_cast<std::size_t>(roll(chance, static_cast<int>(bottoms.size()) - 1))]));
  return all;
}

// The same questions answered the long way: every way down without a node twice is walked, from the records themselves.

using Way = std::vector<std::string>;

std::map<std::string, std::set<std::string>> arrows_of(const Continuity& all) {
  std::map<std::string, std::set<std::string>> arrows;
  for (const auto& dependency : all.dependencies) arrows[dependency.from].insert(dependency.to);
  return arrows;
}

void walk(const std::map<std::string, std::set<std::string>>& arrows, Way& way, const std::function<void(const Way&)>& visit) {
  visit(way);
  const auto found = arrows.find(way.back());
  if (found == arrows.end()) return;
  for (const auto& next : found->second) {
    if (std::ranges::find(way, next) != way.end()) continue;
    way.push_back(next);
    walk(arrows, way, visit);
    way.pop_back();
  }
}

std::vector<std::string> all_references(const Continuity& all) {
  std::vector<std::string> references;
  for (const auto& each : all.activities) references.push_back(each.reference);
  for (const auto& each : all.services) references.push_back(each.code);
  for (const auto& each : all.components) references.push_back(each.reference);
  for (const auto& each : all.backups) references.push_back(each.reference);
  return references;
}

struct Promises {
  std::map<std::string, std::int64_t> rto, rpo; ///< that each passes down
};
Promises promises_of(const Continuity& all) {
  Promises own;
  for (const auto& each : all.activities) {
    const auto paper = each.manual_resume ? each.manual_resume->count : 0;
    if (each.rto) own.rto[each.reference] = each.rto->count > paper ? each.rto->count - paper : 0;
    if (each.rpo) own.rpo[each.reference] = each.rpo->count;
  }
  for (const auto& each : all.services) {
    if (each.rto) own.rto[each.code] = each.rto->count;
    if (each.rpo) own.rpo[each.code] = each.rpo->count;
  }
  for (const auto& each : all.components) {
    if (each.rto) own.rto[each.reference] = each.rto->count;
    if (each.rpo) own.rpo[each.reference] = each.rpo->count;
  }
  return own;
}

/// The least promise of all others from which a way leads here, and the shortest way from each that makes it.
struct Least {
  std::optional<std::int64_t> minutes;
  std::map<std::string, std::size_t> shortest; ///< by who promises it: nodes on the way
};
std::map<std::string, Least> least_above(const Continuity& all, const std::map<std::string, std::int64_t>& own) {
  std::map<std::string, Least> least;
  const auto arrows = arrows_of(all);
  for (const auto& [from, minutes] : own) {
    Way way{from};
    walk(arrows, way, [&, promised = minutes, promiser = from](const Way& walked) {
      if (walked.size() < 2) return;
      auto& kept = least[walked.back()];
      if (!kept.minutes || promised < *kept.minutes) kept = {promised, {}};
      if (promised > *kept.minutes) return;
      const auto [place, is_new] = kept.shortest.emplace(promiser, walked.size());
      if (!is_new) place->second = std::min(place->second, walked.size());
    });
  }
  return least;
}

void expect_same(const DependencyGraph& graph, const std::vector<std::size_t>& way, const std::optional<Minutes>& minutes, const Least& least,
                 const std::string& at) {
  ASSERT_EQ(minutes.has_value(), least.minutes.has_value()) << at;
  if (!minutes) return;
  EXPECT_EQ(minutes->count, *least.minutes) << at;
  ASSERT_FALSE(way.empty()) << at;
  EXPECT_EQ(graph.nodes()[way.back()].reference, at);
  const auto promiser = least.shortest.find(graph.nodes()[way.front()].reference);
  ASSERT_NE(promiser, least.shortest.end()) << at;
  EXPECT_EQ(way.size(), promiser->second) << at;
  for (std::size_t i = 0; i + 1 < way.size(); ++i) EXPECT_TRUE(std::ranges::count(graph.nodes()[way[i]].needs, way[i + 1])) << at;
}

TEST(ChainProperty, inherited_objectives_are_the_least_over_all_ways_from_above) {
  Chance chance{20261122};
  for (int trial = 0; trial < 600; ++trial) {
    const auto all = random_hospital(chance);
    const DependencyGraph graph{all};
    const auto inherited = inherited_objectives(graph, all);
    const auto own = promises_of(all);
    auto rto = least_above(all, own.rto), rpo = least_above(all, own.rpo);
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
      const auto& at = graph.nodes()[i].reference;
      expect_same(graph, way_of_rto(graph, inherited, i), inherited[i].rto, rto[at], at);
      expect_same(graph, way_of_rpo(graph, inherited, i), inherited[i].rpo, rpo[at], at);
    }
    ASSERT_FALSE(HasFailure()) << "trial " << trial;
  }
}

TEST(ChainProperty, circles_are_those_of_a_naive_search) {
  Chance chance{7};
  std::size_t seen = 0;
  for (int trial = 0; trial < 600; ++trial) {
    const auto all = random_hospital(chance);
    const DependencyGraph graph{all};
    const auto arrows = arrows_of(all);
    const auto references = all_references(all); // in the order of the nodes
    std::set<Way> naive;
    for (std::size_t first = 0; first < references.size(); ++first) {
      Way way{references[first]};
      walk(arrows, way, [&](const Way& walked) {
        const auto found = arrows.find(walked.back());
        if (found == arrows.end() || !found->second.contains(references[first])) return;
        for (const auto& node : walked)
          if (std::ranges::find(references, node) < references.begin() + static_cast<std::ptrdiff_t>(first)) return; // told from a lower node
        auto closed = walked;
        closed.push_back(references[first]);
        naive.insert(closed);
      });
    }
    std::set<Way> found;
    const auto cycles = graph.cycles(100'000);
    for (const auto& cycle : cycles) {
      Way way;
      for (const auto node : cycle) way.push_back(graph.nodes()[node].reference);
      EXPECT_TRUE(found.insert(way).second) << "twice";
    }
    ASSERT_EQ(found, naive) << "trial " << trial;
    seen += naive.size();
  }
  EXPECT_GT(seen, 500u); // the trials do hold circles
}

TEST(ChainProperty, the_order_from_above_puts_nothing_before_what_needs_it_outside_circles) {
  Chance chance{11};
  for (int trial = 0; trial < 300; ++trial) {
    const auto all = random_hospital(chance);
    const DependencyGraph graph{all};
    std::vector<std::size_t> place(graph.nodes().size());
    const auto order = graph.from_above();
    ASSERT_EQ(std::set<std::size_t>(order.begin(), order.end()).size(), graph.nodes().size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    for (std::size_t from = 0; from < graph.nodes().size(); ++from)
      for (const auto to : graph.nodes()[from].needs) EXPECT_TRUE(place[from] < place[to] || !graph.path(to, from).empty()) << "trial " << trial;
  }
}

std::set<std::string> subjects(const std::vector<ChainFinding>& findings, std::string_view rule) {
  std::set<std::string> found;
  for (const auto& each : findings)
    if (each.finding.rule == rule) found.insert(each.finding.subject);
  return found;
}

TEST(ChainProperty, the_rules_along_the_chain_agree_with_walking_every_way) {
  Chance chance{3};
  std::map<std::string_view, std::size_t> fired;
  for (int trial = 0; trial < 600; ++trial) {
    const auto all = random_hospital(chance);
    const auto own = promises_of(all);
    auto rto = least_above(all, own.rto), rpo = least_above(all, own.rpo);
    const auto least_of = [](const Least& above, const std::optional<Minutes>& its) {
      if (!its) return above.minutes;
      return std::optional{above.minutes ? std::min(*above.minutes, its->count) : its->count};
    };
    std::map<std::string, std::optional<Minutes>> own_rpo; // of those that may need a backup directly
    std::map<std::string_view, std::set<std::string>> expected;
    for (const auto& each : all.activities) own_rpo[each.reference] = each.rpo;
    for (const auto& each : all.services) {
      own_rpo[each.code] = each.rpo;
      if (each.rto && rto[each.code].minutes && each.rto->count > *rto[each.code].minutes)
        expected["service-rto-above-activity"].insert("service " + each.code);
      if (each.rpo && rpo[each.code].minutes && each.rpo->count > *rpo[each.code].minutes) expected["rpo-above-promise"].insert("service " + each.code);
    }
    for (const auto& each : all.components) {
      const auto& at = each.reference;
      own_rpo[at] = each.rpo;
      if (each.rto && rto[at].minutes && each.rto->count > *rto[at].minutes) expected["infrastructure-rto-above-service"].insert("component " + at);
      if (each.rpo && rpo[at].minutes && each.rpo->count > *rpo[at].minutes) expected["rpo-above-promise"].insert("component " + at);
      const auto limit = least_of(rto[at], each.rto);
      if (each.measured_restore && limit && each.measured_restore->count > *limit) expected["restore-above-rto"].insert("component " + at);
    }
    for (const auto& each : all.backups)
      if (each.measured_restore && rto[each.reference].minutes && each.measured_restore->count > *rto[each.reference].minutes)
        expected["restore-above-rto"].insert("backup_arrangement " + each.reference);
    for (const auto& [bearer, its] : own_rpo) {
      const BackupArrangement* best = nullptr; // the most frequent of those that it needs, the first of equal ones
      for (const auto& dependency : all.dependencies)
        for (const auto& each : all.backups)
          if (dependency.from == bearer && dependency.to == each.reference && (!best || (each.period && (!best->period || *each.period < *best->period))))
            best = &each;
      const auto limit = least_of(rpo[bearer], its);
      if (best && limit && (!best->period || best->period->count > *limit)) expected["backup-period-above-rpo"].insert("backup_arrangement " + best->reference);
    }
    const auto has_backup_below = [&](const std::string& at) {
      bool found = false;
      Way way{at};
      walk(arrows_of(all), way, [&](const Way& walked) { found = found || walked.back().starts_with("SV"); });
      return found;
    };
    for (const auto& each : all.services)
      if (least_of(rpo[each.code], each.rpo) && !has_backup_below(each.code)) expected["rpo-without-backup"].insert("service " + each.code);
    for (const auto& each : all.components)
      if (each.rpo && !has_backup_below(each.reference)) expected["rpo-without-backup"].insert("component " + each.reference);
    for (const auto& each : all.activities) {
      const bool told_of_services = std::ranges::any_of(
          all.dependencies, [&](const Dependency& one) { return one.from == each.reference && one.to.starts_with("S") && !one.to.starts_with("SV"); });
      if (each.rpo && !told_of_services && !has_backup_below(each.reference)) expected["rpo-without-backup"].insert("activity " + each.reference);
    }
    const auto findings = check_continuity(all, day(2026, 11, 22));
    for (const auto* rule : {"service-rto-above-activity", "infrastructure-rto-above-service", "rpo-above-promise", "restore-above-rto",
                             "backup-period-above-rpo", "rpo-without-backup"}) {
      EXPECT_EQ(subjects(findings, rule), expected[rule]) << rule << " in trial " << trial;
      fired[rule] += expected[rule].size();
    }
    ASSERT_FALSE(HasFailure());
  }
  for (const auto& [rule, times] : fired) EXPECT_GT(times, 20u) << rule;
}

TEST(ChainProperty, a_schedule_is_the_longest_of_all_ways_through_the_plan) {
  Chance chance{5};
  std::size_t circles = 0;
  for (int trial = 0; trial < 600; ++trial) {
    Continuity all;
    all.plans = {{.reference = "PC1"}};
    const int count = roll(chance, 8);
    std::map<std::string, std::set<std::string>> behind;
    for (int i = 0; i < count; ++i) {
      PlanStep step{.reference = "ET" + std::to_string(i), .plan = "PC1", .duration = Minutes{roll(chance, 4) * 15}};
      for (int j = 0; j < count; ++j)
        if (roll(chance, j < i ? 2 : 40) == 0) step.after.push_back("ET" + std::to_string(j)), behind["ET" + std::to_string(j)].insert(step.reference);
      all.steps.push_back(std::move(step));
    }
    std::ranges::shuffle(all.steps, chance);
    std::map<std::string, std::int64_t> duration;
    for (const auto& step : all.steps) duration[step.reference] = step.duration->count;
    std::int64_t longest = 0;
    std::map<std::string, std::int64_t> ends; // the longest way that ends with it
    bool circle = false;
    for (const auto& step : all.steps) {
      Way way{step.reference};
      walk(behind, way, [&](const Way& walked) {
        std::int64_t time = 0;
        for (const auto& each : walked) time += duration[each];
        longest = std::max(longest, time);
        ends[walked.back()] = std::max(ends[walked.back()], time);
        circle = circle || behind[walked.back()].contains(walked.front());
      });
    }
    const auto schedule = schedule_of(all, all.plans.front());
    ASSERT_EQ(!schedule.cycle.empty(), circle) << "trial " << trial;
    circles += circle;
    if (circle) {
      for (std::size_t i = 0; i + 1 < schedule.cycle.size(); ++i) EXPECT_TRUE(behind[schedule.cycle[i]].contains(schedule.cycle[i + 1]));
      continue;
    }
    EXPECT_EQ(schedule.total.count, longest);
    ASSERT_EQ(schedule.steps.size(), all.steps.size());
    for (const auto& planned : schedule.steps) EXPECT_EQ(planned.earliest_end.count, ends[planned.step->reference]);
    std::int64_t critical = 0;
    for (std::size_t i = 0; i < schedule.critical.size(); ++i) {
      critical += duration[schedule.critical[i]];
      EXPECT_TRUE(i == 0 || behind[schedule.critical[i - 1]].contains(schedule.critical[i]));
    }
    EXPECT_EQ(critical, longest);
    // A step is critical when some way as long as the plan leads through it: making it longer makes the plan longer.
    for (const auto& planned : schedule.steps) {
      auto longer = all;
      for (auto& step : longer.steps)
        if (step.reference == planned.step->reference) step.duration = Minutes{step.duration->count + planned.slack.count + 1};
      EXPECT_EQ(schedule_of(longer, longer.plans.front()).total.count, longest + 1);
    }
    ASSERT_FALSE(HasFailure()) << "trial " << trial;
  }
  EXPECT_GT(circles, 20u);
}

} // namespace
} // namespace hdskit
