#pragma once

#include "toolkit/workspace/dialect.hpp"

namespace hdskit {

/// One step of the format: an SQL file of toolkit/workspace/migrations, carried inside the program and never changed once released.
struct Migration {
  int number = 0;
  std::string name; ///< "0001_foundation"
  std::string_view sql;
  Digest digest;
};

const std::vector<Migration>& migrations(); ///< by number: 1, 2, 3, … without a gap
int newest_format();

/// Runs the migrations numbered `from` to `to` and notes them. Inside the transaction of the caller.
void apply_migrations(Dialect& dialect, int from, int to, const Acting& acting);

/// The format that the workspace records. Throws Problem damaged when the migrations it went through are not this program's.
int recorded_format(Dialect& dialect, const std::string& location);

/// Throws Problem newer_format or older_format, with both numbers.
void refuse_other_format(int format, const std::string& location);
void refuse_newer_format(int format, const std::string& location);

} // namespace hdskit
