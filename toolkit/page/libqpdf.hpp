#pragma once

// libqpdf warns about its former smart pointer until told that nobody here uses it.
#ifndef POINTERHOLDER_TRANSITION
#define POINTERHOLDER_TRANSITION 4
#endif

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace hdskit::page {

/// An object that is not there is null by right (ISO 32000-1, 7.3.10); one that is there and cannot be read is damage.
/// To be asked before anything else is asked of `handle`: only the first look reads the file.
bool is_lost(QPDF& pdf, QPDFObjectHandle& handle);

} // namespace hdskit::page
