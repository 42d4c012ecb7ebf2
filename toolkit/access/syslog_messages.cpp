#include "toolkit/access/syslog_messages.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <cstring>

namespace hdskit {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_start = 64, most_length_digits = 7, most_priority_digits = 3;

std::size_t digits_of(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  while (count < text.size() && count < most && text[count] >= '0' && text[count] <= '9') ++count;
  return count;
}

/// "<priority>1 ", the version of RFC 5424.
bool begins_message(std::string_view text) {
  if (!text.starts_with('<')) return false;
  const auto digits = digits_of(text.substr(1), most_priority_digits);
  return digits > 0 && text.substr(1 + digits).starts_with(">1 ");
}

/// What the length says of the message that follows, and how many bytes it takes itself; {0, 0} when there is none.
struct Counted {
  std::size_t message = 0, prefix = 0;
};
Counted counted_in(std::string_view text) {
  const auto digits = digits_of(text, most_length_digits);
  if (digits == 0 || text.front() == '0' || !text.substr(digits).starts_with(" <")) return {};
  std::size_t size = 0;
  for (const char digit : text.substr(0, digits)) size = size * 10 + static_cast<std::size_t>(digit - '0');
  return {size, digits + 1};
}

/// Cuts the bytes into messages. A length that leads nowhere costs the line it stands in, which is handed over as it is.
class MessageCutter {
public:
  MessageCutter(const std::filesystem::path& file, const std::function<void(std::string_view, std::uint64_t)>& take) : file_{file}, take_{take} {}

  void add(std::string_view piece) {
    rest_.append(piece);
    cut(false);
    if (rest_.size() > 2 * longest_record) refuse();
  }
  std::uint64_t finish() {
    cut(true);
    hand_over_open();
    return number_;
  }

private:
  void cut(bool last) {
    std::size_t at = 0;
    if (number_ == 0 && !begun_ && rest_.starts_with(byte_order_mark)) at = byte_order_mark.size();
    begun_ = true;
    while (at < rest_.size()) {
      const auto used = step(std::string_view{rest_}.substr(at), last);
      if (used == 0) break;
      at += used;
    }
    rest_.erase(0, at);
  }

  /// How many bytes were taken; 0 when more must be read first.
  std::size_t step(std::string_view text, bool last) {
    if (text.size() < longest_start && !last) return 0;
    if (const auto counted = counted_in(text); counted.prefix > 0 && begins_message(text.substr(counted.prefix))) {
      if (counted.message > longest_record) refuse();
      if (text.size() >= counted.prefix + counted.message) {
        hand_over_open();
        take_(text.substr(counted.prefix, counted.message), ++number_);
        return counted.prefix + counted.message;
      }
      if (!last) return 0;
    }
    const auto* end = static_cast<const char*>(std::memchr(text.data(), '\n', text.size()));
    if (!end && !last) return 0;
    take_line(end ? text.substr(0, static_cast<std::size_t>(end - text.data())) : text);
    return end ? static_cast<std::size_t>(end - text.data()) + 1 : text.size();
  }

  void take_line(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (begins_message(line) || counted_in(line).prefix > 0) hand_over_open();
    if (open_.empty() && line.empty()) return;
    if (open_.size() + line.size() > longest_record) refuse();
    if (!open_.empty()) open_ += '\n';
    open_ += line;
  }
  void hand_over_open() {
    if (!open_.empty()) take_(open_, ++number_);
    open_.clear();
  }
  [[noreturn]] void refuse() const {
    throw Problem{ProblemKind::bad_input, file_.string(), tr("The message {1} is too long for a log.", {std::to_string(number_ + 1)}),
                  tr("Export the log again, one message a line or with its lengths.")};
  }

  const std::filesystem::path& file_;
  const std::function<void(std::string_view, std::uint64_t)>& take_;
  std::string rest_, open_; ///< bytes not cut yet; a message by lines that may go on
  std::uint64_t number_ = 0;
  bool begun_ = false;
};

/// What follows an element of structured data in brackets, whose quoted values escape ", ] and \.
std::optional<std::string_view> after_element(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') ++i;
    else if (text[i] == '"') quoted = !quoted;
    else if (text[i] == ']' && !quoted) return text.substr(i + 1);
  }
  return std::nullopt;
}

std::optional<std::string_view> after_data(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  else if (!text.starts_with('[')) return std::nullopt;
  while (text.starts_with('[')) {
    const auto rest = after_element(text);
    if (!rest) return std::nullopt;
    text = *rest;
  }
  if (text.empty()) return text;
  if (!text.starts_with(' ')) return std::nullopt;
  return text.substr(1);
}

} // namespace

bool is_syslog(const std::filesystem::path& file) {
  const auto start = read_start(file, longest_start);
  std::string_view text{start};
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return begins_message(text) || begins_message(text.substr(std::min(text.size(), counted_in(text).prefix)));
}

std::optional<SyslogMessage> syslog_message(std::string_view message) {
  constexpr int header_words = 6; // priority and version, time, host, application, process, kind
  if (!begins_message(message)) return std::nullopt;
  SyslogMessage read;
  for (int word = 0; word < header_words; ++word) {
    const auto end = message.find(' ');
    if (end == std::string_view::npos) return std::nullopt;
    if (word == 1 && message.substr(0, end) != "-") read.moment = message.substr(0, end);
    message.remove_prefix(end + 1);
  }
  const auto text = after_data(message);
  if (!text) return std::nullopt;
  read.text = *text;
  if (read.text.starts_with(byte_order_mark)) read.text.remove_prefix(byte_order_mark.size());
  return read;
}

InputTrace read_syslog(const std::filesystem::path& file, const std::function<void(std::string_view, std::uint64_t)>& take) {
  Sha256 digest;
  MessageCutter cutter{file, take};
  read_in_pieces(file, [&](std::string_view piece) {
    digest.update(piece);
    cutter.add(piece);
  });
  const auto messages = cutter.finish();
  return {.file = file.string(), .sha256 = digest.finish().hex(), .lines = messages, .dated = day_in_name(file)};
}

} // namespace hdskit
