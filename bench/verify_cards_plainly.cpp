#include "toolkit/base/file.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

// The peer that a careful engineer would write: one X509_STORE with the list in it, X509_verify_cert for each file. Prints seconds for one certificate.
// Usage: verify_cards_plainly FOLDER COUNT

int main(int argc, char** argv) {
  if (argc != 3) return EXIT_FAILURE;
  const std::filesystem::path folder{argv[1]};
  const int count = std::atoi(argv[2]);
  auto* store = X509_STORE_new();
  const auto anchors = hdskit::read_file(folder / "anchors.pem");
  auto* memory = BIO_new_mem_buf(anchors.data(), static_cast<int>(anchors.size()));
  while (auto* anchor = PEM_read_bio_X509(memory, nullptr, nullptr, nullptr)) X509_STORE_add_cert(store, anchor);
  const auto bytes = hdskit::read_file(folder / "list.crl", 1u << 30);
  const auto* place = reinterpret_cast<const unsigned char*>(bytes.data());
  X509_STORE_add_crl(store, d2i_X509_CRL(nullptr, &place, static_cast<long>(bytes.size())));
  X509_STORE_set_flags(store, X509_V_FLAG_CRL_CHECK);
  const auto start = std::chrono::steady_clock::now();
  int good = 0;
  for (int i = 0; i < count; ++i) {
    const auto text = hdskit::read_file(folder / "cards" / (std::to_string(i) + ".pem"));
    auto* file = BIO_new_mem_buf(text.data(), static_cast<int>(text.size()));
    auto* certificate = PEM_read_bio_X509(file, nullptr, nullptr, nullptr);
    auto* context = X509_STORE_CTX_new();
    X509_STORE_CTX_init(context, store, certificate, nullptr);
    X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context), 1'795'348'800); // 22 November 2026
    good += X509_verify_cert(context) == 1 ? 1 : 0;
    X509_STORE_CTX_free(context);
    X509_free(certificate);
    BIO_free(file);
  }
  std::printf("%.6f %d\n", std::chrono::duration<double>{std::chrono::steady_clock::now() - start}.count() / count, good);
  return EXIT_SUCCESS;
}
