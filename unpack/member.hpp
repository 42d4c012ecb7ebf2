#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hdskit::unpack {

enum class MemberKind : std::uint8_t { file, folder, link, hard_link, fifo, character_device, block_device, unknown };
std::string_view word_of(MemberKind kind);

/// One member as its archive tells it: nothing in it is to be believed.
struct Member {
  std::string path; ///< any bytes, any form
  MemberKind kind = MemberKind::file;
  std::uint32_t mode = 0; ///< 07777
  std::uint32_t uid = 0, gid = 0;
  std::uint64_t size = 0; ///< promised; 0 when not known
  bool dated = false;
  std::int64_t modified_seconds = 0;
  long modified_nanoseconds = 0;
  std::uint64_t device = 0;
  std::string target;                                          ///< of a link; of a hard link, the path of another member
  std::vector<std::pair<std::string, std::string>> attributes; ///< extended attributes; access control lists as the kernel keeps them
};

/// Why a member is not written.
enum class RefusalReason : std::uint8_t {
  absolute,     ///< "/etc/passwd"
  climbing,     ///< a ".." in it
  through_link, ///< a symbolic link stands where a folder of its path should
  link_outside, ///< a hard link to what is no path within the archive
  missing_twin, ///< a hard link to a member that is not there
  in_the_way,   ///< something else stands there
  too_long,
  unnamed,
  unknown_kind,
};
std::string_view word_of(RefusalReason reason);
/// Whether an honest program never writes such a member.
bool is_hostile(RefusalReason reason);

/// Thrown where the member is met; reading goes on with the next one.
class Refusal : public std::exception {
public:
  explicit Refusal(RefusalReason reason) : reason_{reason} {}
  RefusalReason reason() const noexcept { return reason_; }
  const char* what() const noexcept override { return "a member was refused"; }

private:
  RefusalReason reason_;
};

/// Why reading cannot go on although nothing is known to be wrong with the archive.
enum class StopReason : std::uint8_t { none, no_space, byte_limit, member_limit, password_needed, password_wrong, unsupported, io };
std::string_view word_of(StopReason reason);

class Stop : public std::exception {
public:
  Stop(StopReason reason, std::string words) : reason_{reason}, words_{std::move(words)} {}
  StopReason reason() const noexcept { return reason_; }
  const char* what() const noexcept override { return words_.c_str(); }

private:
  StopReason reason_;
  std::string words_;
};

/// Where members go. Throws Refusal (only from begin) or Stop.
class MemberSink {
public:
  virtual ~MemberSink() = default;
  /// `path` is clean: relative, without "." and "..". False: its bytes are not wanted. end() follows in either case.
  virtual bool begin(const Member& member, const std::string& path) = 0;
  virtual void write(std::uint64_t offset, std::string_view bytes) = 0;
  virtual void end(bool whole) = 0; ///< not whole: its bytes are damaged or cut
};

inline constexpr std::size_t longest_path = 16'384;

/// The path within the folder: "./a//b/" is "a/b", "." is "". Throws Refusal absolute, climbing, too_long, unnamed.
std::string clean_path(std::string_view path);

/// Any bytes as printable ASCII: all but letters, digits and a few marks become %XX.
std::string escaped(std::string_view bytes);

} // namespace hdskit::unpack
