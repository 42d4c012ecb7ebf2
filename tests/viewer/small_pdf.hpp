#pragma once

#include <memory>
#include <string>
#include <vector>

namespace tests {

/// A PDF of the objects 1, 2, 3, … as they are written here; 1 is the catalogue.
inline std::shared_ptr<const std::string> small_pdf(const std::vector<std::string>& objects) {
  std::string bytes = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const auto offset = std::to_string(bytes.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const auto count = std::to_string(objects.size() + 1), start = std::to_string(bytes.size());
  bytes += "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer << /Size " + count + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
  return std::make_shared<const std::string>(std::move(bytes));
}

inline std::string stream_object(const std::string& content) {
  return "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

/// One page of that size whose upper left quarter is black.
inline std::shared_ptr<const std::string> page_of(double width, double height) {
  const auto w = std::to_string(width), h = std::to_string(height), half_w = std::to_string(width / 2), half_h = std::to_string(height / 2);
  return small_pdf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + w + " " + h + "] /Contents 4 0 R >>",
                    stream_object("0 g 0 " + half_h + " " + half_w + " " + half_h + " re f")});
}

/// Three pages of text, “Page 1 sauvegarde”, and an outline whose entries are the objects from 10 on.
inline std::shared_ptr<const std::string> with_outline(const std::vector<std::string>& entries) {
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R /Outlines 9 0 R >>", "<< /Type /Pages /Count 3 /Kids [3 0 R 4 0 R 5 0 R] >>"};
  for (int page = 0; page < 3; ++page)
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents " + std::to_string(6 + page) +
                      " 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>");
  for (int page = 1; page <= 3; ++page) objects.push_back(stream_object("BT /F1 20 Tf 50 300 Td (Page " + std::to_string(page) + " sauvegarde) Tj ET"));
  objects.push_back("<< /Type /Outlines /First 10 0 R /Last 10 0 R /Count 1 >>");
  objects.insert(objects.end(), entries.begin(), entries.end());
  return small_pdf(objects);
}

} // namespace tests
