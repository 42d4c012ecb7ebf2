#include "tests/access/hosted_application.hpp"

#include "toolkit/demonstration/lookalike_authority.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <thread>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tests {

using namespace hdskit;

namespace {

Instant days_from_now(int days) { return Instant{std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + std::chrono::days{days}}; }

constexpr int bits = 2048, long_ago = -4000, in_ten_years = 3650;

LookalikeAuthority root(const std::string& name) { return LookalikeAuthority::root(name, bits, days_from_now(long_ago), days_from_now(in_ten_years)); }

LookalikePerson nurse(std::uint64_t serial) {
  LookalikePerson person;
  person.surname = "ÉPINETTE";
  person.given_name = "Zoé";
  person.national_id = "899700000013";
  person.title = "Infirmier";
  person.serial = serial;
  person.not_before = days_from_now(-30);
  person.not_after = days_from_now(300);
  return person;
}

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

} // namespace

struct Cards::Authorities {
  LookalikeAuthority root_ca = root("AC RACINE IGC-SANTE FORT");
  LookalikeAuthority persons = root_ca.below("AC IGC-SANTE FORT PERSONNES", bits, days_from_now(long_ago), days_from_now(in_ten_years - 1), 1000);
  LookalikeAuthority organisations = root_ca.below("AC IGC-SANTE FORT ORGANISATIONS", bits, days_from_now(long_ago), days_from_now(in_ten_years - 1), 1001);
  LookalikeAuthority forged = persons.forged();
  LookalikeAuthority test = root("TEST AC IGC-SANTE FORT PERSONNES");
  LookalikeAuthority servers = root("AC SERVEURS");
};

const Cards& Cards::all() {
  static const Cards cards;
  return cards;
}

Cards::Cards() : authorities_{std::make_shared<Authorities>()} {
  const auto& own = *authorities_;
  write_file(file("authorities.pem"), own.root_ca.pem() + own.persons.pem());
  write_file(file("whole_hierarchy.pem"), own.root_ca.pem() + own.persons.pem() + own.organisations.pem());
  write_file(file("server_ca.pem"), own.servers.pem());
  const auto server = pem_of(own.servers.issue_server("localhost", 2, days_from_now(-1), days_from_now(100)), "CERTIFICATE");
  write_file(file("server.pem"), server);
  write_file(file("server.key"), LookalikeAuthority::leaf_key_pem());
  write_file(file("server_bundle.pem"), server + LookalikeAuthority::leaf_key_pem());
  write_file(file("other_ca.pem"), own.test.pem());
  write_cards();
}

void Cards::write_card(const std::string& name, const std::string& pem, const std::string& key) {
  write_file(file(name + ".pem"), pem);
  write_file(file(name + ".key"), key.empty() ? LookalikeAuthority::leaf_key_pem() : key);
}

void Cards::write_cards() {
  const auto& own = *authorities_;
  const auto card = [](const LookalikeAuthority& authority, const LookalikePerson& person) { return pem_of(authority.issue(person), "CERTIFICATE"); };
  write_card("valid", card(own.persons, nurse(valid_serial)));
  auto signature = nurse(11);
  signature.authentication = false;
  write_card("signature", card(own.persons, signature));
  auto expired = nurse(12);
  expired.not_before = days_from_now(-900);
  expired.not_after = days_from_now(-10);
  write_card("expired", card(own.persons, expired));
  write_card("revoked", card(own.persons, nurse(revoked_serial)));
  write_card("other-authority", card(own.forged, nurse(14)) + own.forged.pem());
  write_card("self-signed", own.servers.pem(), own.servers.key_pem());
  write_card("test", card(own.test, nurse(15)) + own.test.pem());
  auto machine = nurse(16);
  machine.surname = machine.given_name = machine.title = "";
  machine.national_id = "Extraction d’essai";
  machine.organisation = "CENTRE D’ESSAI";
  machine.category = 3;
  write_card("organisation", card(own.organisations, machine) + own.organisations.pem());
}

std::vector<EndpointCredential> Cards::to_refuse() const {
  std::vector<EndpointCredential> cases;
  for (const auto* name : {"signature", "expired", "revoked", "other-authority", "self-signed", "test", "organisation"}) cases.push_back(credential(name));
  return cases;
}

void Cards::write_lists(const std::filesystem::path& place, const std::vector<std::uint64_t>& revoked, bool stale) const {
  const auto& own = *authorities_;
  std::vector<LookalikeRevocation> entries;
  for (const auto serial : revoked) entries.push_back({serial, days_from_now(-20)});
  const auto list = [](const LookalikeAuthority& authority, const std::vector<LookalikeRevocation>& of, int from, int to) {
    return pem_of(authority.list(of, days_from_now(from), days_from_now(to), 7), "X509 CRL");
  };
  write_file(place, list(own.root_ca, {}, -1, 30) + list(own.organisations, {}, -1, 30) + list(own.persons, entries, stale ? -30 : -1, stale ? -1 : 30));
}

int free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto address = loopback(0);
  socklen_t size = sizeof address;
  EXPECT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), size), 0);
  EXPECT_EQ(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size), 0);
  ::close(socket);
  return ntohs(address.sin_port);
}

HostedApplication::HostedApplication(Product product, const ServerSetup& setup) : setup_{setup}, port_{free_port()}, back_port_{free_port()} {
  // A stale list is one that ignores what was revoked since.
  Cards::all().write_lists(lists(), setup.stale_list ? std::vector<std::uint64_t>{} : std::vector<std::uint64_t>{Cards::revoked_serial}, setup.stale_list);
  start(product);
  await_port();
}

void HostedApplication::start(Product product) {
  const auto& folder = folder_.path();
  const auto configuration = (folder / "server.conf").string();
  ChildCommand command;
  command.path = "/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin";
  switch (product) {
    case Product::nginx:
      write_file(folder / "ticket.key", std::string(80, 'k'));
      write_file(configuration, nginx_configuration(setup_, folder, port_, back_port_));
      command.words = {"nginx", "-e", (folder / "error.log").string(), "-p", folder.string(), "-c", configuration};
      break;
    case Product::apache:
      write_file(configuration, apache_configuration(setup_, folder, port_));
      command.words = {"apache2", "-D", "FOREGROUND", "-f", configuration};
      break;
    case Product::haproxy:
      write_file(configuration, haproxy_configuration(setup_, folder, port_));
      command.words = {"haproxy", "-db", "-f", configuration};
      break;
  }
  server_ = std::make_unique<ChildServer>(command, folder / "output.log");
}

void HostedApplication::await_port() {
  constexpr int tries = 1000;
  for (int count = 0; count < tries && server_->running(); ++count) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = loopback(port_);
    const bool open = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(socket);
    if (open) return;
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
  throw std::runtime_error{"the server did not start: " + log()};
}

void HostedApplication::reload() {
  constexpr int tries = 1000;
  const auto old_worker_gone = [this] { return log().find("exited with code") != std::string::npos; }; // until then it may still take a connection
  ::kill(server_->process(), SIGHUP);
  for (int count = 0; count < tries && !old_worker_gone(); ++count) std::this_thread::sleep_for(std::chrono::milliseconds{20});
}

std::string HostedApplication::log() const {
  std::string text;
  for (const auto* name : {"output.log", "error.log"})
    if (std::filesystem::exists(folder_.path() / name)) text += read_file(folder_.path() / name);
  return text;
}

EndpointTarget HostedApplication::target() const {
  EndpointTarget target;
  target.url = url();
  target.server_ca = Cards::all().file("server_ca.pem");
  target.hearing = std::chrono::milliseconds{60};
  return target;
}

EndpointOrder HostedApplication::order() const {
  EndpointOrder order;
  order.target = target();
  order.valid = Cards::all().credential("valid");
  order.cases = Cards::all().to_refuse();
  return order;
}

} // namespace tests
