#pragma once

#include "toolkit/page/libqpdf.hpp"

#include <cstdint>
#include <functional>
#include <string_view>

namespace hdskit::page {

/// The bytes of a stream as they stand in its file, decrypted when the file is. False when they could not all be read. What `take` throws comes through.
bool pour_raw(QPDFObjectHandle& stream, const std::function<void(std::string_view)>& take);

/// The same with its filters undone (not those of images). False when a filter is unknown, the data is damaged or longer than `limit` bytes.
bool pour_decoded(QPDFObjectHandle& stream, std::uint64_t limit, const std::function<void(std::string_view)>& take);

} // namespace hdskit::page
