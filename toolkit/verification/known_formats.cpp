#include "toolkit/verification/known_formats.hpp"

namespace hdskit {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::size_t offset;
  std::string_view bytes;
  KnownFormat format;
};

constexpr auto compressed = KnownFormat::compressed, compressible = KnownFormat::compressible;

// From the documents of each format and the magic file of file(1), https://github.com/file/file/tree/master/magic.
constexpr Magic magics[] = {
    // Archives, packages and compressed streams
    {0, "PK\3\4"sv, compressed}, // zip, Office Open XML, OpenDocument, jar, epub
    {0, "PK\5\6"sv, compressed},
    {0, "\x1F\x8B\x08"sv, compressed}, // gzip
    {0, "\x1F\x9D"sv, compressed},
    {0, "BZh"sv, compressed},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     compressed},
    {0, "\x28\xB5\x2F\xFD"sv, compressed}, // zstd
    {0, "\x04\x22\x4D\x18"sv, compressed}, // lz4
    {0, "LZIP"sv, compressed},
    {0, "\x5D\0\0"sv, compressed}, // lzma
    {0, "7z\xBC\xAF\x27\x1C"sv, compressed},
    {0, "Rar!\x1A\x07"sv, compressed},
    {0, "MSCF"sv, compressed},
    {0, "\xED\xAB\xEE\xDB"sv, compressed}, // rpm
    {0, "!<arch>\n"sv, compressed},        // deb, static libraries
    {257, "ustar"sv, compressed},          // tar: what it holds may be compressed
    {0, "070701"sv, compressed},
    {0, "hsqs"sv, compressed}, // squashfs
    {0, "PACK\0\0\0"sv, compressed},
    {0, "BORG_SEG"sv, compressed},
    {0, "PGDMP"sv, compressed}, // pg_dump -Fc
    {0, "PAR1"sv, compressed},
    {0, "\x89HDF\r\n\x1A\n"sv, compressed},
    // Pictures, sound and film
    {0, "\x89PNG\r\n\x1A\n"sv, compressed},
    {0, "\xFF\xD8\xFF"sv, compressed}, // jpeg
    {0, "\0\0\0\x0CjP  "sv, compressed},
    {0, "\xFF\x4F\xFF\x51"sv, compressed},
    {0, "GIF8"sv, compressed},
    {0, "II*\0"sv, compressed}, // tiff
    {0, "MM\0*"sv, compressed},
    {128, "DICM"sv, compressed}, // DICOM behind its preamble; the pixels may be JPEG
    {0, "RIFF"sv, compressed},   // webp, avi, wav
    {4, "ftyp"sv, compressed},   // mp4, heic
    {0, "OggS"sv, compressed},
    {0, "fLaC"sv, compressed},
    {0, "ID3"sv, compressed},
    {0, "\xFF\xFB"sv, compressed}, // mp3
    {0, "\x1A\x45\xDF\xA3"sv, compressed},
    {0, "\x30\x26\xB2\x75"sv, compressed},
    // Documents
    {0, "%PDF-"sv, compressed},
    {0, "wOF"sv, compressed},
    {0, "%!PS-AdobeFont"sv, compressed}, // Type 1 fonts are enciphered by their own rules
    {0, "\x80\x01"sv, compressed},
    {0, "\x30\x82"sv, compressed},                           // DER: signed and encrypted mail, certificates, key stores
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, compressible}, // doc, xls, msg before 2007
    {0, "!BDN"sv, compressible},
    // Databases, programs, disks
    {0, "SQLite format 3\0"sv, compressible},
    {0,
     "\x7F"
     "ELF"sv,
     compressible},
    {0, "MZ"sv, compressed}, // programs of Windows, installers among them
    {0, "\xCA\xFE\xBA\xBE"sv, compressible},
    {0, "\0asm"sv, compressible},
    {0, "KDMV"sv, compressible}, // virtual disks
    {0, "QFI\xFB"sv, compressible},
    {0, "vhdxfile"sv, compressible},
};

/// RFC 1950: the objects of git, and many a small format, are bare zlib streams.
bool is_zlib(std::string_view start) {
  if (start.size() < 2 || start[0] != '\x78') return false;
  const auto flags = static_cast<unsigned char>(start[1]);
  return (flags == 0x01 || flags == 0x5E || flags == 0x9C || flags == 0xDA);
}

} // namespace

KnownFormat known_format(std::string_view start) {
  for (const auto& magic : magics) {
    if (start.size() > magic.offset && start.substr(magic.offset).starts_with(magic.bytes)) return magic.format;
  }
  return is_zlib(start) ? compressed : KnownFormat::none;
}

} // namespace hdskit
