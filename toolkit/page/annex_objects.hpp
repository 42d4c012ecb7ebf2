#pragma once

#include "toolkit/base/progress.hpp"
#include "toolkit/page/annex_source.hpp"
#include "toolkit/page/pdf_file.hpp"

#include <deque>
#include <map>
#include <string>

namespace hdskit::page {

/// Copies what a page of an annex refers to, one object after the other, under new numbers. Raw bytes of streams are poured from file to file.
/// An object is copied once however often it is referred to. What leads back to the page tree or the catalogue becomes null.
class ObjectCopy {
public:
  ObjectCopy(PdfFile& file, AnnexSource& source, const Progress& progress) : file_{file}, source_{source}, progress_{progress} {}

  /// A page that will be written under `object`: references to it are kept.
  void announce(const QPDFObjectHandle& page, int object) { numbers_.emplace(page.getObjGen(), object); }

  /// The value as it is written inside another object; indirect objects that it refers to are copied by the next drain().
  std::string value(QPDFObjectHandle handle);

  /// The same for an indirect object: "12 0 R", or "null".
  std::string reference(QPDFObjectHandle handle);

  /// Writes everything that was referred to, and what that refers to.
  void drain();

private:
  void append(std::string& out, QPDFObjectHandle handle, int depth);
  void append_dictionary(std::string& out, QPDFObjectHandle handle, int depth);
  void write_stream(int object, QPDFObjectHandle stream);
  void write_drawn_stream(int object, QPDFObjectHandle stream);
  std::string stream_entries(QPDFObjectHandle stream);

  PdfFile& file_;
  AnnexSource& source_;
  const Progress& progress_;
  std::map<QPDFObjGen, int> numbers_;
  std::deque<std::pair<QPDFObjectHandle, int>> waiting_;
};

} // namespace hdskit::page
