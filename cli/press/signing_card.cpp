#include "cli/press/signing_card.hpp"

#include "cli/access_options.hpp"
#include "cli/press/card_pin.hpp"
#include "toolkit/access/workspace_trust.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <ostream>

namespace hdskit::cli::press {
namespace {

TrustSetting trust_of(const Context& context, const Workspace& workspace) {
  auto trust = trust_of_workspace(workspace, ListCache{list_cache_folder(context)}, context.surroundings.now).setting;
  for (const auto& list : context.arguments.all("crl")) trust.lists.emplace_back(list);
  return trust;
}

} // namespace

SigningCard::SigningCard(Context& context, const Workspace& workspace)
    : module_{context.arguments.text("module")}, card_{fit_card(module_, only_card(module_, context.arguments.text("token")), CertificateRole::signature,
                                                                trust_of(context, workspace))} {
  if (card_.standing != "good") context.err << standing_sentence(card_.standing) << '\n';
}

SignedByCard SigningCard::sign(Context& context, const Digest& content) const {
  const auto pin = read_pin(context, card_.token.label);
  if (!pin && !card_.token.own_keypad)
    throw Problem{ProblemKind::refused, "--pin-fd", tr("There is no PIN: nothing was signed."), tr("Give it with --pin-fd, or at a terminal.")};
  return sign_by_card(module_, card_, pin.value_or(""), content, context.surroundings.now);
}

} // namespace hdskit::cli::press
