#pragma once

#include "tests/notify/server.hpp"

#include <algorithm>

namespace tests {

/// A real calendar server with one calendar, of the user hds.
class Radicale {
public:
  static constexpr const char* password = "secret é";

  explicit Radicale(bool tls = false) : tls_{tls}, server_{command()} {}
  hdskit::ServerAccess access() const {
    return {.url = std::string{tls_ ? "https" : "http"} + "://localhost:" + server_.port() + "/hds/echeances/",
            .user = "hds",
            .password = password,
            .timeout = std::chrono::seconds{10}};
  }
  std::filesystem::path calendar() const { return folder_.path() / "collections/collection-root/hds/echeances"; }
  std::string kept(const std::string& uid) const { return read_bytes((calendar() / (uid + ".ics")).string()); }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator{calendar()})
      if (!entry.path().filename().string().starts_with(".")) all.push_back(entry.path().filename().string());
    std::ranges::sort(all);
    return all;
  }
  /// What the server gives back over HTTP, read by curl.
  std::string served(const std::string& uid) const {
    return output_of("curl -sS --fail -u 'hds:" + std::string{password} + "' '" + access().url + uid + ".ics'");
  }
  void stop() { server_.stop(); }

private:
  std::vector<std::string> command() const {
    std::vector<std::string> words{"/usr/bin/python3", TESTS_DIR "/notify/calendar_server.py", folder_.path().string(), password};
    if (tls_) words.insert(words.end(), {Certificates::once().certificate, Certificates::once().key});
    return words;
  }
  bool tls_;
  hdskit::ScratchFolder folder_;
  Server server_;
};

} // namespace tests
