#include "toolkit/dossier/gap_text.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <boost/json.hpp>

namespace hdskit {
namespace {

constexpr int kinds = static_cast<int>(GapKind::withdrawal_late) + 1;

GapKind kind_of_word(std::string_view word) {
  for (int kind = 0; kind < kinds; ++kind)
    if (word_of(static_cast<GapKind>(kind)) == word) return static_cast<GapKind>(kind);
  return GapKind::unanswered;
}

} // namespace

std::string text_of_gaps(const std::vector<Gap>& gaps) {
  boost::json::array list;
  for (const auto& gap : gaps) list.push_back(boost::json::object{{"item", gap.item}, {"kind", word_of(gap.kind)}, {"sentence", gap.sentence}});
  return boost::json::serialize(list);
}

std::vector<Gap> gaps_of_text(std::string_view text) {
  std::vector<Gap> gaps;
  try {
    const auto list = boost::json::parse({text.data(), text.size()});
    for (const auto& gap : list.as_array())
      gaps.push_back({std::string{gap.at("item").as_string()}, kind_of_word(gap.at("kind").as_string()), std::string{gap.at("sentence").as_string()}});
  } catch (const std::exception&) {
    throw Problem{ProblemKind::damaged, "filing", tr("The open points that were frozen with a filing can no longer be read."),
                  tr("Restore the workspace from a backup, then compare.")};
  }
  return gaps;
}

} // namespace hdskit
