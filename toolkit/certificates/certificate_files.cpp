#include "toolkit/certificates/certificate_files.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/der.hpp"
#include "toolkit/certificates/pem.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t largest_file = 64u << 20;                          ///< bytes: some twenty thousand certificates
constexpr std::uint8_t explicit_tag = 0xa0;                                ///< [0]
constexpr auto signed_data_oid = "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"sv; ///< RFC 2315 14

bool bears_certificates(const std::filesystem::path& file) {
  constexpr std::array<std::string_view, 7> endings = {".pem", ".crt", ".cer", ".der", ".p7b", ".p7c", ".ldif"};
  return std::ranges::find(endings, folded(file.extension().string())) != endings.end();
}

void take_signed_data(std::string_view bytes, std::vector<std::string>& found) {
  DerReader content{whole_element(bytes).content};
  if (content.expect(DerTag::oid).content != signed_data_oid) refuse_der(marked("it is no collection of certificates"));
  DerReader data{DerReader{content.next().content}.expect(DerTag::sequence).content};
  data.expect(DerTag::integer);
  data.expect(DerTag::set);
  data.expect(DerTag::sequence);
  if (const auto certificates = data.take_if(explicit_tag))
    for (DerReader reader{certificates->content}; !reader.at_end();) found.emplace_back(reader.expect(DerTag::sequence).whole);
}

/// PKCS#7 begins with an object identifier, a certificate with a sequence.
void take_der(std::string_view bytes, std::vector<std::string>& found) {
  DerReader inside{whole_element(bytes).content};
  if (inside.take_if(DerTag::oid)) take_signed_data(bytes, found);
  else found.emplace_back(bytes);
}

void take_pem(std::string_view text, std::vector<std::string>& found) {
  for_each_pem(text, [&](std::string_view label, const std::string& bytes) {
    if (label == "CERTIFICATE" || label == "X509 CERTIFICATE") found.push_back(bytes);
    else if (label == "PKCS7" || label == "CMS") take_signed_data(bytes, found);
  });
}

/// RFC 2849: "userCertificate;binary:: base64", lines that begin with a blank go on with the one before.
void take_ldif(std::string_view text, std::vector<std::string>& found) {
  constexpr std::string_view name = "usercertificate";
  std::string value;
  bool wanted = false;
  const auto finish = [&] {
    if (!wanted) return;
    auto bytes = decode_base64(value);
    if (!bytes) refuse_der(marked("a value of the LDIF is not base64"));
    found.push_back(std::move(*bytes));
    wanted = false;
  };
  for (const auto line : lines_of(text)) {
    if (line.starts_with(' ')) {
      if (wanted) value += line.substr(1);
      continue;
    }
    finish();
    const auto colons = line.find("::");
    if (colons == std::string_view::npos) continue;
    const auto attribute = folded(line.substr(0, colons));
    wanted = attribute == name || attribute.starts_with(std::string{name} + ";");
    if (wanted) value = line.substr(colons + 2);
  }
  finish();
}

} // namespace

std::vector<std::string> certificates_in(std::string_view bytes) {
  std::vector<std::string> found;
  if (bytes.starts_with('\x30')) take_der(bytes, found);
  else if (bytes.find("-----BEGIN ") != std::string_view::npos) take_pem(bytes, found);
  else take_ldif(bytes, found);
  return found;
}

CertificateFiles::CertificateFiles(const std::filesystem::path& place, Refuse refuse) : refuse_{std::move(refuse)} {
  std::error_code error;
  if (!std::filesystem::is_directory(place, error)) {
    if (!std::filesystem::exists(place, error)) fail_on_file(place, ENOENT);
    files_.push_back(place);
    return;
  }
  std::filesystem::recursive_directory_iterator entries{place, error}, end;
  if (error) fail_on_file(place, error.value());
  for (; entries != end; entries.increment(error)) {
    if (error) fail_on_file(place, error.value());
    if (!entries->is_symlink() && entries->is_regular_file() && bears_certificates(entries->path())) files_.push_back(entries->path());
  }
  std::ranges::sort(files_);
}

void CertificateFiles::open_next() {
  const auto& file = files_[file_++];
  found_.clear();
  place_ = 0;
  try {
    auto certificates = certificates_in(read_file(file, largest_file));
    if (certificates.empty()) refuse_(file.string(), tr("There is no certificate in it."));
    for (auto& der : certificates)
      found_.push_back({std::move(der), certificates.size() == 1 ? file.string() : tr("{1}, no. {2}", {file.string(), std::to_string(found_.size() + 1)})});
  } catch (const Problem& problem) {
    if (problem.kind() == ProblemKind::cancelled) throw;
    refuse_(file.string(), problem.what());
  }
}

bool CertificateFiles::next(FoundCertificate& found) {
  while (place_ == found_.size()) {
    if (file_ == files_.size()) return false;
    open_next();
  }
  found = std::move(found_[place_++]);
  return true;
}

} // namespace hdskit
