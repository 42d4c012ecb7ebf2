#include "toolkit/dossier/build_dossier.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/assemble_dossier.hpp"
#include "toolkit/dossier/compose_dossier.hpp"
#include "toolkit/dossier/dossier_outputs.hpp"
#include "toolkit/dossier/filing.hpp"
#include "toolkit/dossier/template_store.hpp"
#include "toolkit/page/odt_writer.hpp"

namespace hdskit {
namespace {

std::filesystem::path beside(const std::filesystem::path& output, const char* extension) { return std::filesystem::path{output}.replace_extension(extension); }

void check_outputs(const DossierOrder& order) {
  if (order.output.extension() == ".zip" || order.output.extension() == ".sha256" || order.output.extension() == ".odt")
    throw Problem{ProblemKind::bad_input, order.output.string(),
                  tr("“{1}” is not a name for the PDF: the archive, the manifest and the text stand beside it under that name.", {order.output.string()}),
                  tr("Give a name that ends in .pdf.")};
  if (order.replace) return;
  for (const auto& file : {order.output, beside(order.output, ".zip"), beside(order.output, ".sha256"), beside(order.output, ".odt")})
    if (std::filesystem::exists(file))
      throw Problem{ProblemKind::refused, file.string(), tr("“{1}” exists already.", {file.string()}),
                    tr("Choose another name: what was sent once is not overwritten.")};
}

/// What the file prints and a filing freezes, whatever language the person works in.
std::vector<Gap> gaps_in_french(const DossierInput& facts, Date day) {
  const LanguageScope french{Language::french};
  return find_gaps(facts, day);
}

/// Everything is made in a folder beside the output, then put in place at once: a failure leaves what was there before.
class Workshop {
public:
  explicit Workshop(const DossierOrder& order) : folder_{order.output.has_parent_path() ? order.output.parent_path() : std::filesystem::path{"."}} {}
  const std::filesystem::path& path() const { return folder_.path(); }

  void deliver(const std::vector<std::filesystem::path>& outputs) const {
    for (const auto& output : outputs) {
      std::error_code error;
      std::filesystem::rename(folder_.path() / output.filename(), output, error);
      if (error) fail_on_file(output, error.value());
    }
  }

private:
  ScratchFolder folder_;
};

} // namespace

BuiltDossier assemble_dossier(const Workspace& workspace, const DossierOrder& order, const std::string& despite, bool draft_allowed, const Progress& progress) {
  check_outputs(order);
  const auto facts = read_dossier_input(workspace, order.framework);
  const auto annexes = plan_annexes(facts);
  BuiltDossier built{.pdf = {.digest = digest_of("")}};
  built.gaps = gaps_in_french(facts, order.day);
  built.draft = draft_allowed && !built.gaps.empty();
  built.version = order.version.empty() ? std::to_string(all_filings(workspace).size() + 1) : order.version;
  built.pdf_file = order.output;
  built.archive = beside(order.output, ".zip");
  built.manifest = beside(order.output, ".sha256");

  auto document = compose_dossier({.facts = facts,
                                   .annexes = annexes,
                                   .gaps = built.gaps,
                                   .day = order.day,
                                   .version = built.version,
                                   .draft = built.draft,
                                   .annexes_follow = order.annexes,
                                   .despite = despite},
                                  [&](std::string_view id) { return find_template(workspace, id).text; });
  const Workshop workshop{order};
  const auto originals = workshop.path() / "originals";
  std::filesystem::create_directory(originals);
  const auto extracted = extract_annexes(workspace, annexes, originals, progress);
  if (order.annexes) document.annexes = page_annexes(extracted);

  const auto in_workshop = [&](const std::filesystem::path& output) { return workshop.path() / output.filename(); };
  built.pdf = page::write_pdf(document, in_workshop(built.pdf_file), {.threads = order.threads}, progress);
  write_archive(in_workshop(built.archive), extracted, Instant::at_midnight(order.day), progress);
  built.manifest_text = manifest_line(built.pdf.digest, built.pdf_file) + manifest_line(digest_of_file(in_workshop(built.archive)), built.archive);
  std::vector<std::filesystem::path> outputs{built.pdf_file, built.archive};
  if (order.odt) {
    built.odt = beside(order.output, ".odt");
    page::write_odt(document, in_workshop(*built.odt), {}, progress);
    built.manifest_text += manifest_line(digest_of_file(in_workshop(*built.odt)), *built.odt);
    outputs.push_back(*built.odt);
  }
  write_file(in_workshop(built.manifest), built.manifest_text);
  outputs.push_back(built.manifest);
  progress.stop_if_cancelled();
  workshop.deliver(outputs);
  return built;
}

BuiltDossier build_dossier(const Workspace& workspace, const DossierOrder& order, const Progress& progress) {
  return assemble_dossier(workspace, order, "", true, progress);
}

} // namespace hdskit
