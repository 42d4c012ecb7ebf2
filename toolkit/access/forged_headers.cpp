#include "toolkit/access/endpoint_probe.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/certificate.hpp"
#include "toolkit/certificates/certificate_files.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// As nginx writes $ssl_client_escaped_cert.
std::string escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string all;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    const bool plain =
        (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '.' || byte == '_';
    if (plain) all += byte;
    else (all += '%').append(1, digits[value >> 4]).append(1, digits[value & 0xf]);
  }
  return all;
}

/// A name may hold anything; a header may not.
std::string header_text(std::string text) {
  std::erase_if(text, [](char byte) { return static_cast<unsigned char>(byte) < ' ' || byte == '\x7f'; });
  return text;
}

std::vector<std::string> certificates_of(const std::filesystem::path& file) {
  auto all = certificates_in(read_file(file));
  if (all.empty()) throw Problem{ProblemKind::bad_input, file.string(), tr("The file holds no certificate."), tr("Give a certificate in PEM.")};
  return all;
}

std::string first_block(const std::filesystem::path& file) {
  constexpr std::string_view begin = "-----BEGIN CERTIFICATE-----", end = "-----END CERTIFICATE-----";
  const auto text = read_file(file);
  const auto from = text.find(begin), to = text.find(end);
  return from == std::string::npos || to == std::string::npos || to < from ? std::string{} : text.substr(from, to + end.size() - from) + "\n";
}

} // namespace

std::vector<std::string> forged_headers(const std::filesystem::path& certificate) {
  constexpr std::string_view common_name = "2.5.4.3";
  const auto der = certificates_of(certificate).front();
  const auto fields = read_certificate(der);
  const auto subject = header_text(name_text(fields.subject)), issuer = header_text(name_text(fields.issuer)), pem = escaped(first_block(certificate));
  const auto attributes = attributes_of(fields.subject);
  const auto name = std::ranges::find(attributes, common_name, &NameAttribute::type);
  return {"X-SSL-Client-Verify: SUCCESS",
          "X-Client-Verify: SUCCESS",
          "SSL-Client-Verify: SUCCESS",
          "SSL_CLIENT_VERIFY: SUCCESS",
          "X-SSL-Client-S-DN: " + subject,
          "X-SSL-Client-DN: " + subject,
          "X-SSL-Client-I-DN: " + issuer,
          "X-SSL-Client-CN: " + (name == attributes.end() ? std::string{} : header_text(name->text)),
          "X-SSL-Client-Serial: " + fields.serial.hex(),
          "SSL_CLIENT_S_DN: " + subject,
          "SSL_CLIENT_CERT: " + pem,
          "X-Forwarded-Client-Cert: Hash=" + digest_of(der).hex() + ";Subject=\"" + subject + "\"",
          "X-Client-Cert: " + pem};
}

std::string certificate_digest(const std::filesystem::path& file) { return digest_of(certificates_of(file).front()).hex(); }

std::vector<std::string> authority_names(const std::filesystem::path& file) {
  std::vector<std::string> names;
  for (const auto& der : certificates_of(file)) names.emplace_back(read_certificate(der).subject);
  return names;
}

} // namespace hdskit
