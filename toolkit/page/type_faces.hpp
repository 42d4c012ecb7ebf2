#pragma once

#include "toolkit/page/pdf_font.hpp"
#include "toolkit/page/style.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

struct _FcConfig; // fontconfig names it so

namespace hdskit::page {

enum class Family : std::uint8_t { serif, sans, mono };

/// One of the twelve fonts that a style asks for.
struct Cut {
  Family family = Family::serif;
  bool bold = false, italic = false;
  std::size_t index() const { return static_cast<std::size_t>(family) * 4 + (bold ? 2U : 0U) + (italic ? 1U : 0U); }
  bool operator==(const Cut&) const = default;
};
constexpr std::size_t cut_count = 12;

/// The font files that a style may draw from: its three families, and DejaVu Sans for the signs that they lack. Nothing else installed on the
/// machine is seen, so that two machines with the same fonts make the same pages. Safe to share between threads.
class TypeFaces {
public:
  /// Throws Problem not_found naming the families that are not installed.
  explicit TypeFaces(const Style& style);
  ~TypeFaces();
  TypeFaces(const TypeFaces&) = delete;
  TypeFaces& operator=(const TypeFaces&) = delete;

  _FcConfig* configuration() const { return configuration_; }
  const std::string& family(Family family) const { return names_[static_cast<std::size_t>(family)]; }

  std::uint16_t number(const FontFace& face); ///< in order of first demand, hence different from run to run: never written to a file
  std::vector<FontFace> all() const;          ///< by number

private:
  _FcConfig* configuration_ = nullptr;
  std::string names_[3];
  mutable std::mutex guard_;
  std::vector<FontFace> faces_;
};

} // namespace hdskit::page
