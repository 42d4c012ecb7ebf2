#pragma once

#include "toolkit/access/delimited_reader.hpp"

namespace hdskit {

// Syslog messages (RFC 5424) as collectors keep them: one after the other, each begun by its length (octet counting of RFC 6587) or by its line. A message of
// several lines goes on until a line that begins another one.

/// Whether the file begins as such messages do. Throws what read_start throws.
bool is_syslog(const std::filesystem::path& file);

/// The parts of a message that say something of an audit message.
struct SyslogMessage {
  std::string_view moment; ///< as it is written; "" for the nil value
  std::string_view text;   ///< after header and structured data, without a byte order mark
};
/// Nothing when the header or the structured data are not as RFC 5424 has them.
std::optional<SyslogMessage> syslog_message(std::string_view message);

/// Hands over each message with its rank, from 1; what lies between messages comes as a message that syslog_message() refuses. The trace counts them.
/// Throws Problem: what read_in_pieces throws; bad_input for a message beyond longest_record.
InputTrace read_syslog(const std::filesystem::path& file, const std::function<void(std::string_view message, std::uint64_t number)>& take);

} // namespace hdskit
