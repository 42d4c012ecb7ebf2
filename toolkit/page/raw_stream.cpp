#include "toolkit/page/raw_stream.hpp"

#include <exception>
#include <limits>
#include <qpdf/Pipeline.hh>
#include <stdexcept>

namespace hdskit::page {
namespace {

/// libqpdf takes any exception of a pipeline for damage of the stream; a full disk or a person who stops must not be taken for that.
class Pouring : public Pipeline {
public:
  Pouring(const std::function<void(std::string_view)>& take, std::uint64_t limit) : Pipeline{"hdskit", nullptr}, take_{take}, left_{limit} {}

  void write(const unsigned char* bytes, std::size_t count) override {
    if (failure_) return;
    if (count > left_) throw std::runtime_error{"longer than wanted"};
    left_ -= count;
    try {
      take_({reinterpret_cast<const char*>(bytes), count});
    } catch (...) {
      failure_ = std::current_exception();
      throw std::runtime_error{"stopped"};
    }
  }
  void finish() override {}
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

private:
  const std::function<void(std::string_view)>& take_;
  std::uint64_t left_;
  std::exception_ptr failure_;
};

bool pour(QPDFObjectHandle& stream, const std::function<void(std::string_view)>& take, qpdf_stream_decode_level_e level,
          std::uint64_t limit = std::numeric_limits<std::uint64_t>::max()) {
  Pouring pipeline{take, limit};
  bool filtered = false;
  bool whole = false;
  try {
    whole = stream.pipeStreamData(&pipeline, &filtered, 0, level, true);
  } catch (const std::exception&) { // reported below, by `whole`
  }
  pipeline.rethrow();
  return whole && (level == qpdf_dl_none || filtered);
}

} // namespace

bool pour_raw(QPDFObjectHandle& stream, const std::function<void(std::string_view)>& take) { return pour(stream, take, qpdf_dl_none); }
bool pour_decoded(QPDFObjectHandle& stream, std::uint64_t limit, const std::function<void(std::string_view)>& take) {
  return pour(stream, take, qpdf_dl_generalized, limit);
}

} // namespace hdskit::page
