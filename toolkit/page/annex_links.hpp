#pragma once

#include "toolkit/page/annex_objects.hpp"

#include <map>
#include <string>
#include <vector>

namespace hdskit::page {

/// The links of a page that still make sense in the dossier: to pages of the same annex and to the web. Gives objects of the file.
class AnnexLinks {
public:
  /// `page_objects`: the numbers of the annex's pages in the file, in their order.
  AnnexLinks(PdfFile& file, AnnexSource& source, ObjectCopy& copy, const std::vector<int>& page_objects);
  std::vector<int> of(AnnexPage& page);

private:
  std::string target(QPDFObjectHandle& link);
  std::string destination(QPDFObjectHandle destination);
  QPDFObjectHandle named(QPDFObjectHandle& name);
  int page_object(QPDFObjectHandle page);

  PdfFile& file_;
  AnnexSource& source_;
  ObjectCopy& copy_;
  const std::vector<int>& page_objects_;
  std::map<QPDFObjGen, int> object_of_page_;
};

} // namespace hdskit::page
