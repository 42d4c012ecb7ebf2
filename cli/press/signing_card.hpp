#pragma once

#include "cli/context.hpp"
#include "toolkit/access/card_signing.hpp"

namespace hdskit::cli::press {

/// The card of the options --module, --token, judged against what the workspace trusts, and ready to sign. Warnings about what was not known go to
/// `context.err`.
class SigningCard {
public:
  SigningCard(Context& context, const Workspace& workspace);
  const FitCard& card() const { return card_; }
  /// One try of the PIN of --pin-fd, or typed at the terminal. Throws Problem refused when there is none.
  SignedByCard sign(Context& context, const Digest& content) const;

private:
  CardModule module_;
  FitCard card_;
};

} // namespace hdskit::cli::press
