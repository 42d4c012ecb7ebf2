#pragma once

#include <boost/json/value.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// Parses a JSON text that came from elsewhere: at most `size_limit` bytes, 32 levels deep. Throws Problem bad_input naming `name` with line and column.
boost::json::value parse_foreign_json(std::string_view json, const std::string& name, std::size_t size_limit);

/// What is wrong with a JSON document, each with its place: "matrix[2][0]: …".
class JsonDefects {
public:
  void report(const std::string& place, const std::string& sentence);
  bool none() const { return defects_.empty() && unsaid_ == 0; }
  /// Throws Problem bad_input with all of them (the first hundred), when there are any; with line and column of the text that they were found in.
  void refuse(const std::string& name, const std::string& remedy, std::string_view json = {}) const;

private:
  struct Defect {
    std::string place, sentence;
  };
  std::vector<Defect> defects_;
  std::size_t unsaid_ = 0;
};

/// The members of an object, asked for one by one; what has another type than expected is reported and read as empty.
class JsonObject {
public:
  /// Reports when `value` is no object, and members that are not among `known`.
  JsonObject(const boost::json::value& value, std::string place, JsonDefects& defects, std::initializer_list<std::string_view> known);

  const boost::json::value* find(std::string_view name) const;
  std::string place_of(std::string_view name) const;                  ///< "matrix", or "scale.matrix" inside another
  std::string text(std::string_view name, std::size_t longest) const; ///< "" when absent
  std::string needed_text(std::string_view name, std::size_t longest) const;
  int whole_number(std::string_view name, int least, int most, int otherwise) const;
  double number(std::string_view name, double least, double most) const; ///< needed
  const boost::json::array& array(std::string_view name, std::size_t fewest, std::size_t most) const;

private:
  void report_missing(std::string_view name) const;
  const boost::json::object* object_ = nullptr;
  std::string place_;
  JsonDefects& defects_;
};

/// Whether a JSON number is whole and where it lies; reported when not.
bool is_whole_number(const boost::json::value& value, int least, int most, int& result);

} // namespace hdskit
