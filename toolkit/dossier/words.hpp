#pragma once

#include "toolkit/page/markdown.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace hdskit {

/// What a chapter answers to its template: words, conditions and lists, by name; and the figures that the block ```figure calls.
class Words {
public:
  using List = std::vector<Words>;
  using Value = std::variant<std::string, bool, List>;

  Words& set(std::string name, std::string text) { return put(std::move(name), std::move(text)); }
  Words& set(std::string name, const char* text) { return put(std::move(name), std::string{text}); }
  Words& flag(std::string name, bool condition) { return put(std::move(name), condition); }
  Words& list(std::string name, List rows) { return put(std::move(name), std::move(rows)); }
  Words& draw(std::string name, page::Figure figure) {
    figures_.insert_or_assign(std::move(name), std::move(figure));
    return *this;
  }
  Words& add(const Words& others) {
    values_.insert(values_.end(), others.values_.begin(), others.values_.end());
    figures_.insert(others.figures_.begin(), others.figures_.end());
    return *this;
  }

  const std::vector<std::pair<std::string, Value>>& values() const { return values_; }
  const page::NamedFigures& figures() const { return figures_; } ///< those of rows are not called

private:
  Words& put(std::string name, Value value) {
    values_.emplace_back(std::move(name), std::move(value));
    return *this;
  }
  std::vector<std::pair<std::string, Value>> values_;
  page::NamedFigures figures_;
};

} // namespace hdskit
