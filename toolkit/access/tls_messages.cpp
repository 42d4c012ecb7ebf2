#include "toolkit/access/tls_messages.hpp"

#include <algorithm>
#include <utility>

namespace hdskit {
namespace {

constexpr std::pair<int, std::string_view> alerts[] = {
    {0, "close_notify"},
    {10, "unexpected_message"},
    {20, "bad_record_mac"},
    {22, "record_overflow"},
    {40, "handshake_failure"},
    {41, "no_certificate"},
    {42, "bad_certificate"},
    {43, "unsupported_certificate"},
    {44, "certificate_revoked"},
    {45, "certificate_expired"},
    {46, "certificate_unknown"},
    {47, "illegal_parameter"},
    {48, "unknown_ca"},
    {49, "access_denied"},
    {50, "decode_error"},
    {51, "decrypt_error"},
    {70, "protocol_version"},
    {71, "insufficient_security"},
    {80, "internal_error"},
    {86, "inappropriate_fallback"},
    {90, "user_canceled"},
    {100, "no_renegotiation"},
    {109, "missing_extension"},
    {110, "unsupported_extension"},
    {112, "unrecognized_name"},
    {113, "bad_certificate_status_response"},
    {115, "unknown_psk_identity"},
    {116, "certificate_required"},
    {120, "no_application_protocol"},
};

/// Takes bytes off the front; once something is missing, all that follows is empty.
class ByteReader {
public:
  explicit ByteReader(std::string_view bytes) : bytes_{bytes} {}
  std::size_t number(std::size_t width) {
    std::size_t value = 0;
    for (const char byte : take(width)) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
  }
  std::string_view take(std::size_t count) {
    if (count > bytes_.size()) {
      whole_ = false;
      bytes_ = {};
      return {};
    }
    const auto taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }
  std::string_view vector(std::size_t width) { return take(number(width)); } ///< a length of `width` bytes, then so many bytes
  bool empty() const { return bytes_.empty(); }
  bool whole() const { return whole_; }

private:
  std::string_view bytes_;
  bool whole_ = true;
};

constexpr std::size_t handshake_head = 4; // type, length of three bytes
constexpr std::size_t certificate_authorities = 47;

std::string_view authorities_of_1_3(ByteReader body) {
  body.vector(1); // context
  ByteReader extensions{body.vector(2)};
  while (!extensions.empty()) {
    const auto type = extensions.number(2);
    const auto content = extensions.vector(2);
    if (type == certificate_authorities) return ByteReader{content}.vector(2);
  }
  return {};
}

std::string_view authorities_of_1_2(ByteReader body) {
  body.vector(1); // types of certificates
  body.vector(2); // signature algorithms
  return body.vector(2);
}

void put(std::string& bytes, std::size_t value, int width) {
  for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xff);
}
std::string sized(std::string_view content, int width) {
  std::string bytes;
  put(bytes, content.size(), width);
  return bytes.append(content);
}
std::string extension(std::size_t type, std::string_view content) {
  std::string bytes;
  put(bytes, type, 2);
  return bytes + sized(content, 2);
}
std::string numbers(std::span<const std::uint16_t> values) {
  std::string bytes;
  for (const auto value : values) put(bytes, value, 2);
  return bytes;
}

bool is_address(std::string_view host) { return host.find(':') != std::string_view::npos || host.find_first_not_of("0123456789.") == std::string_view::npos; }

std::string extensions_of(std::uint16_t version, std::string_view host) {
  constexpr std::uint16_t groups[] = {0x001d, 0x0017, 0x0018, 0x0019}; // x25519, P-256, P-384, P-521
  constexpr std::uint16_t signatures[] = {0x0804, 0x0805, 0x0806, 0x0403, 0x0503, 0x0603, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201};
  constexpr std::size_t server_name = 0, supported_groups = 10, point_formats = 11, signature_algorithms = 13;
  std::string all;
  if (!is_address(host)) all += extension(server_name, sized(std::string(1, '\0') + sized(host, 2), 2));
  all += extension(supported_groups, sized(numbers(groups), 2));
  all += extension(point_formats, sized(std::string(1, '\0'), 1));
  if (version == tls_1_2) all += extension(signature_algorithms, sized(numbers(signatures), 2));
  return all;
}

// Numbers of the register of IANA, “TLS Cipher Suites”.
constexpr std::uint16_t customary_suites[] = {0xc014, 0xc013, 0xc00a, 0xc009, 0x0039, 0x0033, 0x0035, 0x002f, 0xc012, 0x0016, 0x000a, 0x0005, 0x0004};
constexpr std::uint16_t aead_suites[] = {0xc02b, 0xc02c, 0xc02f, 0xc030, 0xcca8, 0xcca9, 0xccaa, 0x009c, 0x009d, 0x009e, 0x009f};
constexpr std::uint16_t null_suites[] = {0x0001, 0x0002, 0x003b, 0xc001, 0xc006, 0xc00b, 0xc010, 0xc015};
constexpr std::uint16_t anonymous_suites[] = {0x0034, 0x003a, 0x006c, 0x006d, 0x00a6, 0x00a7, 0xc018, 0xc019};
constexpr std::uint16_t export_suites[] = {0x0003, 0x0006, 0x0008, 0x000b, 0x000e, 0x0011, 0x0014, 0x0017, 0x0019};
constexpr std::uint16_t rc4_suites[] = {0x0004, 0x0005, 0x0018, 0xc002, 0xc007, 0xc00c, 0xc011, 0xc016};
constexpr std::uint16_t des_suites[] = {0x0009, 0x000c, 0x000f, 0x0012, 0x0015, 0x001a, 0x000a, 0x000d, 0x0010,
                                        0x0013, 0x0016, 0x001b, 0xc003, 0xc008, 0xc00d, 0xc012, 0xc017};
constexpr WeakCipherGroup groups[] = {
    {"NULL", null_suites}, {"anonymous", anonymous_suites}, {"export", export_suites}, {"RC4", rc4_suites}, {"DES, 3DES", des_suites}};

constexpr std::size_t alert_record = 21, handshake_record = 22, server_hello = 2;

} // namespace

const std::span<const std::uint16_t> cipher_suites::customary = customary_suites;
const std::span<const std::uint16_t> cipher_suites::aead = aead_suites;

std::span<const WeakCipherGroup> weak_cipher_groups() { return groups; }

std::string_view alert_name(int number) {
  const auto* found = std::ranges::find(alerts, number, &std::pair<int, std::string_view>::first);
  return found == std::end(alerts) ? "unknown" : found->second;
}

std::vector<std::string> requested_authorities(std::string_view message, bool tls_1_3) {
  if (message.size() < handshake_head) return {};
  const ByteReader body{message.substr(handshake_head)};
  ByteReader names{tls_1_3 ? authorities_of_1_3(body) : authorities_of_1_2(body)};
  std::vector<std::string> all;
  while (!names.empty()) {
    const auto name = names.vector(2);
    if (!names.whole()) return {};
    all.emplace_back(name);
  }
  return all;
}

std::string client_hello(std::uint16_t version, std::span<const std::uint16_t> suites, std::string_view host) {
  constexpr std::size_t random_size = 32, client_hello_type = 1;
  constexpr std::uint16_t safe_renegotiation = 0x00ff; // RFC 5746: a server may refuse who does not say so
  std::string body;
  put(body, version, 2);
  for (std::size_t place = 0; place < random_size; ++place) body += static_cast<char>(0x5a ^ place); // no secret comes of it: the handshake is never finished
  body += sized("", 1);
  std::string offered = numbers(suites);
  put(offered, safe_renegotiation, 2);
  body += sized(offered, 2) + sized(std::string(1, '\0'), 1) + sized(extensions_of(version, host), 2);
  std::string message(1, static_cast<char>(client_hello_type));
  message += sized(body, 3);
  std::string record(1, static_cast<char>(handshake_record));
  put(record, tls_1_0, 2);
  return record + sized(message, 2);
}

std::optional<HelloAnswer> read_hello_answer(std::string_view bytes) {
  constexpr std::size_t random_size = 32;
  ByteReader record{bytes};
  const auto type = record.number(1);
  record.take(2);
  ByteReader content{record.vector(2)};
  if (!record.whole()) return {};
  HelloAnswer answer;
  if (type == alert_record) {
    content.take(1);
    answer.alert = static_cast<int>(content.number(1));
  } else if (type == handshake_record && content.number(1) == server_hello) {
    content.number(3);
    answer.version = static_cast<std::uint16_t>(content.number(2));
    content.take(random_size);
    content.vector(1);
    answer.suite = static_cast<std::uint16_t>(content.number(2));
  } else return {};
  if (!content.whole()) return {};
  return answer;
}

} // namespace hdskit
