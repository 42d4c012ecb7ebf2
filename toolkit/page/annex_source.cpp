#include "toolkit/page/annex_source.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/annex_page_tree.hpp"

#include <algorithm>
#include <fstream>
#include <qpdf/QPDFLogger.hh>

namespace hdskit::page {
namespace {

/// The last bytes of a whole PDF hold its end mark (ISO 32000-1, 7.5.5); readers look for it within the last 1024.
bool has_end_mark(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary | std::ios::ate};
  const auto size = static_cast<std::streamoff>(in.tellg());
  in.seekg(std::max<std::streamoff>(0, size - 1024));
  const std::string tail{std::istreambuf_iterator<char>{in}, {}};
  return tail.find("%%EOF") != std::string::npos;
}

/// libqpdf tells some oddities of objects without asking the document whether it may: to a log of the whole program.
void silence_libqpdf() {
  static const bool done = [] {
    const auto log = QPDFLogger::defaultLogger();
    log->setError(log->discard());
    return true;
  }();
  (void)done;
}

} // namespace

AnnexSource::AnnexSource(const std::filesystem::path& file, const std::string& name) : name_{name}, pdf_{QPDF::create()} {
  open(file);
  pages_ = pages_of_annex(*pdf_, name_);
}

void AnnexSource::refuse_damaged() const {
  throw Problem{ProblemKind::bad_input, name_, tr("The PDF “{1}” is damaged: parts of its pages cannot be read.", {name_}),
                tr("Export or download it again; a PDF reader that still opens it can print it to a new PDF.")};
}

void AnnexSource::open(const std::filesystem::path& file) {
  silence_libqpdf();
  pdf_->setSuppressWarnings(true);
  // First without repair: what opens so is whole. Only what does not is looked at more closely.
  pdf_->setAttemptRecovery(false);
  try {
    pdf_->processFile(file.c_str());
    pdf_->setAttemptRecovery(true);
    return;
  } catch (const QPDFExc& fault) {
    if (fault.getErrorCode() == qpdf_e_password)
      throw Problem{ProblemKind::bad_input, name_, tr("The PDF “{1}” needs a password to be opened.", {name_}),
                    tr("Open it with its password, save it without one, then add it again.")};
    if (fault.getErrorCode() == qpdf_e_unsupported)
      throw Problem{ProblemKind::bad_input, name_, tr("The PDF “{1}” is protected in a way that hdskit cannot read.", {name_}),
                    tr("Save it without protection, then add it again.")};
  } catch (const std::exception&) { // what libqpdf did not foresee is damage too
  }
  refuse_half_a_file(file);
  try {
    pdf_ = QPDF::create();
    pdf_->setSuppressWarnings(true);
    pdf_->processFile(file.c_str());
  } catch (const std::exception&) { refuse_damaged(); }
}

/// Repair would find the pages that are left and say nothing of those that are lost.
void AnnexSource::refuse_half_a_file(const std::filesystem::path& file) {
  if (!has_end_mark(file))
    throw Problem{ProblemKind::bad_input, name_, tr("The PDF “{1}” is truncated: its end is missing.", {name_}),
                  tr("Export or download it again, then add it again.")};
}

} // namespace hdskit::page
