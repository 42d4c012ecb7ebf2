#pragma once

#include <cstdio>
#include <string>

namespace tests {

/// What other people's programs say of our files. They judge independently of the code under test.
struct Verdict {
  int status = 0;
  std::string text; ///< both outputs
};
inline Verdict run(const std::string& command) {
  Verdict verdict;
  FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
  char buffer[4096];
  while (const auto count = std::fread(buffer, 1, sizeof buffer, pipe)) verdict.text.append(buffer, count);
  verdict.status = ::pclose(pipe);
  return verdict;
}

inline std::string quoted(const std::string& path) { return "'" + path + "'"; }
inline Verdict qpdf_check(const std::string& pdf) { return run("qpdf --check " + quoted(pdf)); }
inline std::string text_of(const std::string& pdf) { return run("pdftotext -layout " + quoted(pdf) + " -").text; }

/// PDFBox Preflight, the one validator of PDF/A-1b in Debian.
inline Verdict preflight(const std::string& pdf) {
  return run("java -cp "
             "/usr/share/java/preflight.jar:/usr/share/java/pdfbox2.jar:/usr/share/java/fontbox2.jar:/usr/share/java/xmpbox.jar:/usr/share/java/"
             "commons-logging.jar:/usr/share/java/javax.activation.jar:/usr/share/java/jaxb-api.jar org.apache.pdfbox.preflight.Validator_A1b " +
             quoted(pdf));
}

} // namespace tests
