#include "toolkit/certificates/certificate_status.hpp"

#include "tests/certificates/lookalikes.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

#include <cstdlib>

namespace hdskit {
namespace {

using testing::HasSubstr;
using State = CertificateStatus::State;

/// `openssl ocsp` as a responder that reads the request from a file and answers by another: certificate 1 is good, 2 revoked, others unknown to it.
class Responder : public testing::Test {
protected:
  ScratchFolder folder_;
  const LookalikeAuthority& authority_ = hierarchies().persons;
  /// Its answers are dated by the clock of the machine.
  Instant now_{std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now())};

  Responder() {
    write("ca.pem", authority_.pem());
    write("ca.key", authority_.key_pem());
    write("forged.pem", hierarchies().forged.pem());
    write("forged.key", hierarchies().forged.key_pem());
    write("index.txt", "V\t330101000000Z\t\t01\tunknown\t/CN=1\nR\t330101000000Z\t260504080000Z,keyCompromise\t02\tunknown\t/CN=2\n");
  }
  void write(const char* name, const std::string& bytes) { write_file(folder_.path() / name, bytes); }
  std::string request(std::uint64_t serial, const std::string& nonce = "0123456789abcdef") const {
    return status_request(authority_.issue(nurse(serial)), authority_.der(), nonce);
  }
  std::string answer(const std::string& asked, const std::string& signer = "ca", const std::string& more = "-ndays 1") {
    write("request.der", asked);
    const auto line = "cd " + folder_.path().string() + " && openssl ocsp -index index.txt -CA ca.pem -rsigner " + signer + ".pem -rkey " + signer +
                      ".key -reqin request.der -respout answer.der " + more + " > log 2>&1";
    if (std::system(line.c_str()) != 0) ADD_FAILURE() << read_file(folder_.path() / "log");
    return read_file(folder_.path() / "answer.der");
  }
  CertificateStatus status(const std::string& bytes, const std::string& asked) const { return read_status(bytes, asked, authority_.der(), now_); }
};

TEST_F(Responder, says_good_revoked_or_unknown) {
  const auto one = request(1), two = request(2), three = request(3);
  const auto good = status(answer(one), one);
  EXPECT_EQ(good.state, State::good) << good.sentence;
  EXPECT_EQ(good.sentence, "");
  const auto revoked = status(answer(two), two);
  EXPECT_EQ(revoked.state, State::revoked) << revoked.sentence;
  EXPECT_EQ(revoked.revocation->at, instant("2026-05-04T08:00:00Z"));
  EXPECT_EQ(revoked.revocation->reason, 1);
  EXPECT_THAT(status(answer(three), three).sentence, HasSubstr("does not know"));
}

TEST_F(Responder, is_not_believed_when_somebody_else_signed) {
  const auto one = request(1);
  const auto forged = status(answer(one, "forged"), one);
  EXPECT_EQ(forged.state, State::unknown);
  EXPECT_THAT(forged.sentence, HasSubstr("signed neither"));
}

TEST_F(Responder, is_not_believed_when_a_mere_card_signed) {
  write("card.pem", pem_of(authority_.issue(nurse(9)), "CERTIFICATE"));
  write("card.key", LookalikeAuthority::leaf_key_pem());
  const auto one = request(1);
  EXPECT_EQ(status(answer(one, "card"), one).state, State::unknown) << "it chains to the authority, which named it for nothing of the kind";
}

TEST_F(Responder, is_not_believed_after_its_day) {
  const auto one = request(1);
  const auto bytes = answer(one);
  now_ = Instant{now_.seconds() + std::chrono::days{3}};
  EXPECT_THAT(status(bytes, one).sentence, HasSubstr("out of date"));
  now_ = Instant{now_.seconds() - std::chrono::days{30}};
  EXPECT_THAT(status(bytes, one).sentence, HasSubstr("future"));
}

TEST_F(Responder, is_not_believed_when_it_plays_an_old_answer_back) {
  const auto bytes = answer(request(1, "an older question"));
  EXPECT_THAT(status(bytes, request(1)).sentence, HasSubstr("another question"));
}

TEST_F(Responder, that_repeats_no_nonce_is_believed_with_a_remark) {
  write("card.pem", pem_of(authority_.issue(nurse(1)), "CERTIFICATE"));
  const auto line = "cd " + folder_.path().string() + " && openssl ocsp -issuer ca.pem -cert card.pem -no_nonce -reqout bare.der > log 2>&1";
  ASSERT_EQ(std::system(line.c_str()), 0) << read_file(folder_.path() / "log");
  const auto plain = status(answer(read_file(folder_.path() / "bare.der")), request(1));
  EXPECT_EQ(plain.state, State::good) << plain.sentence;
  EXPECT_THAT(plain.sentence, HasSubstr("does not repeat the nonce"));
}

TEST_F(Responder, is_not_believed_about_another_certificate) {
  const auto one = request(1);
  EXPECT_EQ(status(answer(one), request(2)).state, State::unknown);
}

TEST_F(Responder, that_answers_nonsense_or_try_later_leaves_it_unknown) {
  const auto one = request(1);
  EXPECT_THAT(status("<html>", one).sentence, HasSubstr("cannot be read"));
  EXPECT_THAT(status(std::string{"\x30\x03\x0a\x01\x03", 5}, one).sentence, HasSubstr("trylater"));
  EXPECT_EQ(status(answer(one) + "x", one).state, State::unknown);
  EXPECT_THROW(read_status("", "no request", authority_.der(), now_), Problem);
}

} // namespace
} // namespace hdskit
