#include "tests/access/hosted_application.hpp"

#include <unistd.h>

namespace tests {

namespace {

std::string of_cards(const std::string& name) { return Cards::all().file(name).string(); }
std::string authorities(const ServerSetup& setup) { return of_cards(setup.persons_only ? "authorities.pem" : "whole_hierarchy.pem"); }

constexpr const char* persons = "AC IGC-SANTE FORT PERSONNES";

// OpenSSL speaks TLS 1.0 and ciphers without encryption only at its lowest level of security.
std::string ciphers(const ServerSetup& setup) {
  if (setup.null_cipher) return "ALL:eNULL:@SECLEVEL=0";
  if (setup.old_protocols) return "ALL:@SECLEVEL=0";
  if (setup.cbc_only) return "ECDHE-RSA-AES128-SHA256:ECDHE-RSA-AES256-SHA384";
  return "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384";
}

std::string nginx_location(const ServerSetup& setup, int back_port) {
  if (setup.behind_proxy)
    return "proxy_set_header Card-Seen $ssl_client_verify;\n" + std::string{setup.headers_believed ? "" : "proxy_set_header X-SSL-Client-Verify \"\";\n"} +
           "proxy_pass http://127.0.0.1:" + std::to_string(back_port) + ";\n";
  const std::string check = setup.card_required && setup.persons_only ? "if ($ssl_client_i_dn !~ \"CN=" + std::string{persons} + "\") { return 403; }\n" : "";
  return check + "return 200 \"dossier\";\n";
}

/// Believes what the proxy in front tells it, under its name of today or of yesterday.
std::string nginx_application(int back_port) {
  return "server { listen 127.0.0.1:" + std::to_string(back_port) +
         ";\n location / {\n if ($http_card_seen = SUCCESS) { return 200 \"dossier\"; }\n"
         " if ($http_x_ssl_client_verify = SUCCESS) { return 200 \"dossier\"; }\n return 403;\n } }\n";
}

} // namespace

std::string nginx_configuration(const ServerSetup& setup, const std::filesystem::path& folder, int port, int back_port) {
  std::string text =
      "daemon off;\nworker_processes 1;\npid nginx.pid;\nerror_log error.log notice;\nevents { worker_connections 64; }\nhttp {\naccess_log off;\n";
  for (const auto* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) text += std::string{kind} + "_temp_path " + (folder / kind).string() + ";\n";
  text += "server {\nlisten 127.0.0.1:" + std::to_string(port) + " ssl;\nssl_certificate " + of_cards("server.pem") + ";\nssl_certificate_key " +
          of_cards("server.key") + ";\nssl_client_certificate " + authorities(setup) + ";\nssl_verify_depth 2;\nssl_verify_client " +
          (setup.card_required && !setup.behind_proxy ? "on" : "optional") + ";\nssl_ciphers " + ciphers(setup) + ";\n";
  text += setup.old_protocols ? "ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;\n"
          : setup.only_1_2    ? "ssl_protocols TLSv1.2;\n"
                              : "ssl_protocols TLSv1.2 TLSv1.3;\n";
  if (setup.lists) text += "ssl_crl lists.pem;\n";
  text += setup.sessions_kept ? "ssl_session_tickets on;\nssl_session_ticket_key ticket.key;\n" : "ssl_session_tickets off;\nssl_session_cache off;\n";
  text += "location / {\n" + nginx_location(setup, back_port) + "}\n}\n";
  if (setup.behind_proxy) text += nginx_application(back_port);
  return text + "}\n";
}

std::string apache_configuration(const ServerSetup& setup, const std::filesystem::path& folder, int port) {
  std::string text = "ServerRoot " + folder.string() + "\nServerName localhost\nPidFile httpd.pid\nDefaultRuntimeDir " + folder.string() +
                     "\nErrorLog error.log\nMutex sem default\nListen 127.0.0.1:" + std::to_string(port) + "\n";
  for (const auto* module : {"mpm_event", "authz_core", "ssl", "status"})
    text += "LoadModule " + std::string{module} + "_module /usr/lib/apache2/modules/mod_" + module + ".so\n";
  if (::geteuid() == 0) text += "User nobody\nGroup nogroup\n";
  text += "StartServers 1\nSSLSessionCache none\nSSLEngine on\nSSLCertificateFile " + of_cards("server.pem") + "\nSSLCertificateKeyFile " +
          of_cards("server.key") + "\nSSLCACertificateFile " + authorities(setup) + "\nSSLVerifyDepth 2\nSSLVerifyClient " +
          (setup.card_required && !setup.behind_proxy ? "require" : "optional") + "\nSSLCipherSuite " + ciphers(setup) + "\n";
  text += setup.old_protocols ? "SSLProtocol -all +TLSv1 +TLSv1.1 +TLSv1.2 +TLSv1.3\n"
          : setup.only_1_2    ? "SSLProtocol -all +TLSv1.2\n"
                              : "SSLProtocol -all +TLSv1.2 +TLSv1.3\n";
  if (setup.lists) text += "SSLCARevocationFile lists.pem\nSSLCARevocationCheck chain\n";
  text += setup.sessions_kept ? "SSLSessionTickets on\n" : "SSLSessionTickets off\n";
  text += "<Location />\nSetHandler server-status\n";
  if (setup.behind_proxy) {
    text += "<RequireAny>\nRequire expr \"%{SSL_CLIENT_VERIFY} == 'SUCCESS'\"\n";
    if (setup.headers_believed) text += "Require expr \"%{HTTP:X-SSL-Client-Verify} == 'SUCCESS'\"\n";
    text += "</RequireAny>\n";
  } else if (setup.card_required && setup.persons_only) text += "Require expr \"%{SSL_CLIENT_I_DN_CN} == '" + std::string{persons} + "'\"\n";
  return text + "</Location>\n";
}

std::string haproxy_configuration(const ServerSetup& setup, const std::filesystem::path& folder, int port) {
  std::string text =
      "global\n tune.ssl.cachesize " + std::string{setup.sessions_kept ? "1000" : "0"} + "\n tune.ssl.default-dh-param 2048\n" +
      "defaults\n mode http\n timeout connect 5s\n timeout client 5s\n timeout server 5s\nfrontend application\n bind 127.0.0.1:" + std::to_string(port) +
      " ssl crt " + of_cards("server_bundle.pem") + " ca-file " + authorities(setup) + " verify " +
      (setup.card_required && !setup.behind_proxy ? "required" : "optional") + " ciphers " + ciphers(setup);
  text += setup.old_protocols ? " ssl-min-ver TLSv1.0" : " ssl-min-ver TLSv1.2";
  if (setup.only_1_2) text += " ssl-max-ver TLSv1.2";
  if (!setup.sessions_kept) text += " no-tls-tickets";
  if (setup.lists) text += " crl-file " + (folder / "lists.pem").string();
  constexpr const char* list_has_expired = "12"; // X509_V_ERR_CRL_HAS_EXPIRED
  if (setup.stale_list_ignored) text += std::string{" crt-ignore-err "} + list_has_expired;
  text += "\n";
  if (setup.behind_proxy) {
    if (!setup.headers_believed) text += " http-request del-header X-SSL-Client-Verify\n";
    text += " http-request set-header X-SSL-Client-Verify SUCCESS if { ssl_c_used } { ssl_c_verify 0 }\n"
            " http-request deny deny_status 403 unless { req.hdr(X-SSL-Client-Verify) -m str SUCCESS }\n";
  } else if (setup.card_required && setup.persons_only)
    text += " http-request deny deny_status 403 unless { ssl_c_i_dn(CN) -m str \"" + std::string{persons} + "\" }\n";
  return text + " http-request return status 200 content-type text/plain string dossier\n";
}

} // namespace tests
