#include "toolkit/page/odt_writer.hpp"

#include "toolkit/page/odt_content.hpp"
#include "toolkit/page/odt_styles.hpp"
#include "toolkit/page/xml_writer.hpp"
#include "toolkit/page/zip_writer.hpp"

namespace hdskit::page {
namespace {

constexpr const char* media_type = "application/vnd.oasis.opendocument.text";

std::string odt_metadata(const Metadata& metadata) {
  XmlWriter xml;
  xml.declaration();
  xml.raw(std::string{"<office:document-meta"} + odf_name_spaces + ">");
  xml.open("office:meta");
  xml.element("meta:generator", {}, "hdskit");
  xml.element("dc:title", {}, metadata.title);
  xml.element("dc:subject", {}, metadata.subject);
  xml.element("meta:keyword", {}, metadata.keywords);
  xml.element("meta:initial-creator", {}, metadata.author);
  xml.element("dc:creator", {}, metadata.author);
  xml.element("meta:creation-date", {}, metadata.created.iso());
  xml.element("dc:date", {}, metadata.created.iso());
  xml.element("dc:language", {}, metadata.language);
  xml.close();
  xml.raw("</office:document-meta>");
  return xml.take();
}

std::string odt_settings() {
  XmlWriter xml;
  xml.declaration();
  xml.raw(std::string{"<office:document-settings"} + odf_name_spaces + "><office:settings/></office:document-settings>");
  return xml.take();
}

std::string odt_manifest(const std::vector<OdtPicture>& pictures) {
  XmlWriter xml;
  xml.declaration();
  xml.open("manifest:manifest", {{"xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"}, {"manifest:version", "1.3"}});
  const auto entry = [&](const std::string& path, std::string_view type) {
    xml.empty("manifest:file-entry", {{"manifest:full-path", path}, {"manifest:media-type", type}});
  };
  xml.empty("manifest:file-entry", {{"manifest:full-path", "/"}, {"manifest:version", "1.3"}, {"manifest:media-type", media_type}});
  for (const auto* part : {"content.xml", "styles.xml", "meta.xml", "settings.xml"}) entry(part, "text/xml");
  for (const auto& picture : pictures) entry(picture.name, picture.media_type);
  xml.close();
  return xml.take();
}

} // namespace

void write_odt(const Document& document, const std::filesystem::path& file, const Style& style, const Progress& progress) {
  auto content = odt_content(document, style, progress);
  std::vector<ZipEntry> entries{{.name = "mimetype", .bytes = media_type, .compressed = false}}; // first and as it is: that is how a file's kind is recognised
  entries.push_back({.name = "content.xml", .bytes = std::move(content.xml)});
  entries.push_back({.name = "styles.xml", .bytes = odt_styles(document, style)});
  entries.push_back({.name = "meta.xml", .bytes = odt_metadata(document.metadata)});
  entries.push_back({.name = "settings.xml", .bytes = odt_settings()});
  const auto manifest = odt_manifest(content.pictures);
  for (auto& picture : content.pictures)
    entries.push_back({.name = picture.name, .bytes = std::move(picture.bytes), .compressed = picture.media_type == "image/svg+xml"});
  entries.push_back({.name = "META-INF/manifest.xml", .bytes = manifest});
  write_zip(file, entries, document.metadata.created, progress);
}

} // namespace hdskit::page
