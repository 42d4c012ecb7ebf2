#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

struct FoundCertificate {
  std::string der;
  std::string origin; ///< for people: "cards/a.pem", "cards/all.pem, no. 3"
};

/// Goes through files of certificates one at a time, so that thousands need little memory: DER, PEM (one or many), PKCS#7 (DER or PEM), LDIF with
/// userCertificate;binary. A folder gives its .pem .crt .cer .der .p7b .p7c .ldif and those of its sub-folders in the order of their names; links are not
/// followed. What cannot be read is told to `refuse(origin, sentence)`: one bad file does not hide the others.
class CertificateFiles {
public:
  using Refuse = std::function<void(const std::string& origin, const std::string& sentence)>;
  /// Throws Problem not_found, refused for the place itself.
  CertificateFiles(const std::filesystem::path& place, Refuse refuse);
  bool next(FoundCertificate& found);
  std::size_t files() const { return files_.size(); }

private:
  void open_next();
  std::vector<std::filesystem::path> files_;
  Refuse refuse_;
  std::size_t file_ = 0, place_ = 0;
  std::vector<FoundCertificate> found_;
};

/// All certificates of one file's bytes. Throws Problem damaged; what an LDIF or PEM holds besides is passed over.
std::vector<std::string> certificates_in(std::string_view bytes);

} // namespace hdskit
