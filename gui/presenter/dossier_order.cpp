#include "gui/presenter/dossier_order.hpp"

#include "gui/presenter/form.hpp"
#include "gui/presenter/shown.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <cctype>

namespace hdskit::gui {
namespace {

std::string file_word(const std::string& name) {
  constexpr std::size_t longest = 40;
  std::string word;
  for (const char c : folded(name)) {
    const auto letter = static_cast<unsigned char>(c);
    if (letter < 0x80 && std::isalnum(letter)) word += c;
    else if (!word.empty() && word.back() != '-') word += '-';
  }
  word = word.substr(0, longest);
  while (!word.empty() && word.back() == '-') word.pop_back();
  return word;
}

std::string date_fault(const std::string& text) {
  if (Date::parse(trimmed(text))) return "";
  return tr("Write the date as {1}.", {shown_date("2026-11-22")});
}

std::string output_fault(const std::string& text) {
  const std::filesystem::path file{std::string{trimmed(text)}};
  if (file.empty()) return tr("Say where to write the PDF.");
  if (folded(file.extension().string()) != ".pdf") return tr("The name must end in .pdf: the archive and the manifest stand beside it under the same name.");
  if (!file.is_absolute()) return tr("Choose a folder: the name alone does not say where to write.");
  std::error_code ignored;
  if (!std::filesystem::is_directory(file.parent_path(), ignored)) return tr("There is no folder “{1}”.", {file.parent_path().string()});
  if (std::filesystem::is_directory(file, ignored)) return tr("“{1}” is a folder.", {file.string()});
  return "";
}

} // namespace

std::string proposed_name(const std::string& start, const std::string& host, Date day) {
  const auto word = file_word(host);
  return start + "-" + (word.empty() ? "" : word + "-") + day.iso() + ".pdf";
}

OrderTexts proposed_order(const std::filesystem::path& folder, const std::string& host, Date day, const std::string& framework) {
  const auto start = "dossier" + (framework.empty() ? "" : "-" + file_word(framework));
  return {.date = shown_date(day.iso()), .version = "", .output = (folder / proposed_name(start, host, day)).string(), .framework = framework};
}

OrderTexts proposed_filing(const std::filesystem::path& folder, const std::string& host, Date day, std::size_t filing, const std::string& framework) {
  auto texts = proposed_order(folder, host, day, framework);
  const auto start = "depot-" + std::to_string(filing) + (framework.empty() ? "" : "-" + file_word(framework));
  texts.output = (folder / proposed_name(start, host, day)).string();
  return texts;
}

OrderFaults faults_of(const OrderTexts& texts) { return {.date = date_fault(texts.date), .output = output_fault(texts.output)}; }

DossierOrder order_of(const OrderTexts& texts) {
  const auto faults = faults_of(texts);
  if (!faults.none()) throw Problem{ProblemKind::bad_input, "dossier", faults.date.empty() ? faults.output : faults.date};
  return {.day = *Date::parse(trimmed(texts.date)),
          .output = std::string{trimmed(texts.output)},
          .version = std::string{trimmed(texts.version)},
          .annexes = texts.annexes,
          .odt = texts.odt,
          .framework = texts.framework};
}

bool would_replace(const DossierOrder& order) {
  std::error_code ignored;
  for (const auto* extension : {".pdf", ".zip", ".sha256", ".odt"})
    if (std::filesystem::exists(std::filesystem::path{order.output}.replace_extension(extension), ignored)) return true;
  return false;
}

std::string built_sentence(const BuiltDossier& built) {
  const auto pages = trn("{1} page", "{1} pages", built.pdf.pages);
  const auto size = shown_bytes(built.pdf.size);
  if (!built.draft) return "✔ " + tr("Complete: {1}, {2}, version {3}.", {pages, size, built.version});
  const auto gaps = trn("{1} gap", "{1} gaps", static_cast<std::int64_t>(built.gaps.size()));
  return "⚠ " + tr("Draft with {4}: {1}, {2}, version {3}.", {pages, size, built.version, gaps});
}

std::string built_facts(const BuiltDossier& built) {
  std::vector<std::string> beside{built.archive.filename().string(), built.manifest.filename().string()};
  if (built.odt) beside.push_back(built.odt->filename().string());
  return built.pdf_file.string() + "\n" + tr("Beside it: {1}", {joined(beside, ", ")}) + "\n" + tr("SHA-256: {1}", {built.pdf.digest.hex()});
}

} // namespace hdskit::gui
