#include "toolkit/evidence/evidence_store.hpp"

namespace hdskit {
namespace {

struct Signature {
  std::string_view bytes;
  const char* media_type;
};

// From the registrations of each format: what its first bytes always are.
constexpr Signature signatures[] = {
    {"%PDF-", "application/pdf"},      {"\x89PNG\r\n\x1a\n", "image/png"},    {"\xff\xd8\xff", "image/jpeg"},
    {{"II*\0", 4}, "image/tiff"},      {{"MM\0*", 4}, "image/tiff"}, // not less: a letter may begin with “MM. les directeurs”
    {"PK\x03\x04", "application/zip"}, {"\x30\x82", "application/pkix-cert"}, {"<?xml", "application/xml"},
};

bool is_text(std::string_view bytes) {
  for (const char c : bytes)
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') return false;
  return !bytes.empty();
}

} // namespace

std::string media_type_of(std::string_view first_bytes) {
  for (const auto& signature : signatures)
    if (first_bytes.starts_with(signature.bytes)) return signature.media_type;
  // The marker may stand a little further: ISO 32000-1 annex H.3.4.1 lets readers look for it in the first 1,024 bytes.
  if (first_bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return "application/pdf";
  return is_text(first_bytes) ? "text/plain" : "application/octet-stream";
}

} // namespace hdskit
