#pragma once

#include "toolkit/access/endpoint_probe.hpp"
#include "toolkit/base/child_process.hpp"
#include "toolkit/base/file.hpp"

namespace tests {

/// The hierarchy, lists and cards that the servers and their visitors have, made once; everything is valid now, whenever that is.
class Cards {
public:
  static const Cards& all();
  std::filesystem::path file(const std::string& name) const { return folder_.path() / name; }
  hdskit::EndpointCredential credential(const std::string& name) const { return {name, file(name + ".pem"), file(name + ".key")}; }
  /// signature, expired, revoked, other-authority, self-signed, test, organisation
  std::vector<hdskit::EndpointCredential> to_refuse() const;
  /// Lists of all authorities, in which these serial numbers of persons are revoked; stale: the one of persons should have been replaced yesterday.
  void write_lists(const std::filesystem::path& file, const std::vector<std::uint64_t>& revoked, bool stale = false) const;

  static constexpr std::uint64_t valid_serial = 10, revoked_serial = 13;

private:
  Cards();
  void write_cards();
  void write_card(const std::string& name, const std::string& pem, const std::string& key = {});
  struct Authorities;
  std::shared_ptr<Authorities> authorities_;
  hdskit::ScratchFolder folder_;
};

enum class Product { nginx, apache, haproxy };

/// How the hospital set its server up; as it stands, rightly.
struct ServerSetup {
  bool card_required = true; ///< else the server asks, and does without
  bool lists = true;         ///< of revocations
  bool stale_list = false;
  bool stale_list_ignored = false; ///< only HAProxy can
  bool sessions_kept = false;      ///< tickets, with a key of its own for nginx
  bool persons_only = true;        ///< else the cards of the whole hierarchy
  bool old_protocols = false;      ///< TLS 1.0 and 1.1
  bool only_1_2 = false;
  bool null_cipher = false;
  bool cbc_only = false;
  bool behind_proxy = false;     ///< the proxy asks for the card and tells the application in a header
  bool headers_believed = false; ///< the header that a visitor writes reaches it too
};

/// A server of loopback, on a free port, that lives as long as this.
class HostedApplication {
public:
  HostedApplication(Product product, const ServerSetup& setup);
  std::string url() const { return "https://localhost:" + std::to_string(port_) + "/dossier"; }
  std::string url_behind() const {
    return "https://localhost:" + std::to_string(back_port_) + "/";
  } ///< of the application behind the proxy, which speaks no TLS
  hdskit::EndpointTarget target() const;
  hdskit::EndpointOrder order() const;
  std::filesystem::path lists() const { return folder_.path() / "lists.pem"; }
  void reload(); ///< nginx, once: reads its lists again; gives back when nobody works with the old ones
  std::string log() const;

private:
  void start(Product product);
  void await_port();
  hdskit::ScratchFolder folder_;
  ServerSetup setup_;
  int port_, back_port_;
  std::unique_ptr<hdskit::ChildServer> server_;
};

int free_port();
/// The configuration of one product; files of `cards`, own files in `folder`.
std::string nginx_configuration(const ServerSetup& setup, const std::filesystem::path& folder, int port, int back_port);
std::string apache_configuration(const ServerSetup& setup, const std::filesystem::path& folder, int port);
std::string haproxy_configuration(const ServerSetup& setup, const std::filesystem::path& folder, int port);

} // namespace tests
