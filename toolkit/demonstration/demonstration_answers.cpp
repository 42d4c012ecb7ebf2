#include "toolkit/demonstration/demonstration_answers.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/demonstration/demonstration_files.hpp"

#include <algorithm>
#include <stdexcept>

namespace hdskit {
namespace {

std::vector<std::string> parts_of(std::string_view text, char between) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(between), text.size());
    if (const auto part = trimmed(text.substr(0, end)); !part.empty() || between == '|') parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

FrameworkAnswer headed_answer(std::string_view head) {
  auto parts = parts_of(head, '|');
  if (parts.size() < 3) throw std::logic_error{"demonstration/frameworks: “" + std::string{head} + "” lacks its state or its owner"};
  parts.resize(5);
  FrameworkAnswer read;
  read.answer.item = parts[0];
  if (parts[1] == "excluded") read.answer.applicability = Applicability::excluded;
  else from_field_text(parts[1], read.answer.state);
  read.answer.owner = parts[2];
  read.documents = parts_of(parts[3], ';');
  from_field_text(parts[4], read.answer.due);
  return read;
}

std::vector<FrameworkAnswer> answers_in(std::string_view text) {
  std::vector<FrameworkAnswer> answers;
  for (const auto line : lines_of(text)) {
    constexpr std::string_view mark = "## ";
    if (line.starts_with(mark)) answers.push_back(headed_answer(line.substr(mark.size())));
    else if (!answers.empty()) answers.back().answer.statement += std::string{line} + "\n";
  }
  for (auto& each : answers) each.answer.statement = std::string{trimmed(each.answer.statement)};
  return answers;
}

} // namespace

std::vector<FrameworkAnswers> framework_answers() {
  std::vector<FrameworkAnswers> all;
  for (const auto& text : demonstration_texts("frameworks")) all.push_back({text.value("framework"), answers_in(text.body)});
  return all;
}

} // namespace hdskit
