#include "toolkit/page/pdf_metadata.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <lcms2.h>
#include <memory>

namespace hdskit::page {
namespace {

constexpr std::string_view producer = "hdskit";

/// "D:20261122101500Z", of "2026-11-22T10:15:00Z".
std::string pdf_date(Instant instant) {
  std::string date = "D:";
  for (const char c : instant.iso())
    if (c >= '0' && c <= '9') date += c;
  return date + "Z";
}

/// What XML 1.0 allows in text: markup escaped, control characters left out, since no escape exists for them.
std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
  }
  return out;
}

/// The same words in /Info and XMP (ISO 19005-1, 6.7.3): control characters and bytes that are no UTF-8 go out before either is written.
std::string printable(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x20) out += c;
  if (!is_utf8(out)) throw Problem{ProblemKind::bad_input, out, tr("A title, author or subject of the document is not text in UTF-8."), tr("Type it again.")};
  return out;
}

std::string entry(std::string_view key, const std::string& value) { return value.empty() ? "" : " /" + std::string{key} + " " + pdf_text(value); }

std::string alternatives(const std::string& tag, const std::string& value) {
  if (value.empty()) return {};
  return "<" + tag + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml_text(value) + "</rdf:li></rdf:Alt></" + tag + ">\n";
}

std::string single(const std::string& tag, const std::string& value) { return value.empty() ? "" : "<" + tag + ">" + xml_text(value) + "</" + tag + ">\n"; }

std::string listed(const std::string& tag, const std::string& list, const std::string& value) {
  return value.empty() ? "" : "<" + tag + "><rdf:" + list + "><rdf:li>" + xml_text(value) + "</rdf:li></rdf:" + list + "></" + tag + ">\n";
}

std::string description(std::string_view prefix, std::string_view space, const std::string& properties) {
  if (properties.empty()) return {};
  return "<rdf:Description rdf:about=\"\" xmlns:" + std::string{prefix} + "=\"" + std::string{space} + "\">\n" + properties + "</rdf:Description>\n";
}

std::string xmp_packet(const Metadata& metadata, bool claim_pdf_a) {
  const auto date = metadata.created.iso();
  std::string packet = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                       "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n";
  packet += description("dc", "http://purl.org/dc/elements/1.1/",
                        single("dc:format", "application/pdf") + alternatives("dc:title", printable(metadata.title)) +
                            listed("dc:creator", "Seq", printable(metadata.author)) + alternatives("dc:description", printable(metadata.subject)) +
                            listed("dc:language", "Bag", printable(metadata.language)));
  packet +=
      description("pdf", "http://ns.adobe.com/pdf/1.3/", single("pdf:Producer", std::string{producer}) + single("pdf:Keywords", printable(metadata.keywords)));
  packet += description("xmp", "http://ns.adobe.com/xap/1.0/",
                        single("xmp:CreatorTool", std::string{producer}) + single("xmp:CreateDate", date) + single("xmp:ModifyDate", date) +
                            single("xmp:MetadataDate", date));
  if (claim_pdf_a) packet += description("pdfaid", "http://www.aiim.org/pdfa/ns/id/", single("pdfaid:part", "1") + single("pdfaid:conformance", "B"));
  return packet + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

std::string srgb_profile() {
  struct Close {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
  };
  const std::unique_ptr<void, Close> profile{cmsCreate_sRGBProfile()};
  cmsUInt32Number size = 0;
  if (profile) {
    cmsSetProfileVersion(profile.get(), 2.4); // PDF 1.4 knows profiles up to version 2 of the ICC specification
    cmsSaveProfileToMem(profile.get(), nullptr, &size);
  }
  std::string bytes(size, '\0');
  if (size == 0 || !cmsSaveProfileToMem(profile.get(), bytes.data(), &size))
    throw Problem{ProblemKind::damaged, "sRGB", tr("The colour profile sRGB cannot be made on this machine."),
                  tr("Check that the library lcms2 is properly installed.")};
  // Creation date (bytes 24 to 35) and identifier (84 to 99) come from the clock: 1 January 2000 and "none", so that the same document gives the same bytes.
  constexpr std::string_view date{"\x07\xD0\0\x01\0\x01\0\0\0\0\0\0", 12};
  bytes.replace(24, date.size(), date);
  bytes.replace(84, 16, 16, '\0');
  return bytes;
}

} // namespace

int write_document_information(PdfFile& file, const Metadata& metadata) {
  const auto date = pdf_date(metadata.created);
  return file.add("<<" + entry("Title", printable(metadata.title)) + entry("Author", printable(metadata.author)) +
                  entry("Subject", printable(metadata.subject)) + entry("Keywords", printable(metadata.keywords)) + entry("Creator", std::string{producer}) +
                  entry("Producer", std::string{producer}) + entry("CreationDate", date) + entry("ModDate", date) + " >>");
}

int write_xmp(PdfFile& file, const Metadata& metadata, bool claim_pdf_a) {
  const int object = file.reserve();
  file.write_stream(object, "/Type /Metadata /Subtype /XML", xmp_packet(metadata, claim_pdf_a));
  return object;
}

int write_output_intent(PdfFile& file) {
  const int profile = file.reserve();
  file.write_stream(profile, "/N 3 /Alternate /DeviceRGB /Filter /FlateDecode", deflated(srgb_profile()));
  return file.add("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) /Info (sRGB "
                  "IEC61966-2.1) /DestOutputProfile " +
                  pdf_reference(profile) + " >>");
}

} // namespace hdskit::page
