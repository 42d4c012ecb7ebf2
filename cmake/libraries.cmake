# Every library of other people, once, under one kind of name. Small ones are linked statically: each shared library costs
# about 0.2 ms of start-up, and people type `hdskit requirement list` all day.
find_package(PkgConfig REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Threads REQUIRED)

function(hdskit_library name)
  add_library(hdskit_${name}_library INTERFACE)
  target_link_libraries(hdskit_${name}_library INTERFACE ${ARGN})
  add_library(hdskit::${name} ALIAS hdskit_${name}_library)
endfunction()

function(hdskit_pkg name)
  pkg_check_modules(pkg_${name} REQUIRED IMPORTED_TARGET ${ARGN})
  hdskit_library(${name} PkgConfig::pkg_${name})
endfunction()

hdskit_library(crypto libcrypto.a -Wl,--exclude-libs,libcrypto.a) # static: half a millisecond of each start; only digests are taken from it
hdskit_library(soci libsoci_sqlite3.a soci_core sqlite3) # the engines' SOCI backends: SQLite linked, PostgreSQL loaded when a URL asks for it
hdskit_library(json libboost_json.a)
hdskit_library(locale libboost_locale.a icuuc)            # static, so that only its gettext reader is taken; its character set conversion asks for ICU's base
hdskit_library(options libboost_program_options.a)
hdskit_library(pugixml libpugixml.a)
hdskit_library(yaml libyaml.a)
hdskit_library(cmark cmark-gfm-extensions cmark-gfm)
hdskit_library(hyphen hyphen)
hdskit_library(mustache)
hdskit_pkg(pango pangoft2 harfbuzz harfbuzz-subset fontconfig)
hdskit_pkg(graphviz libgvc libcgraph)
hdskit_pkg(cairo pangocairo cairo)
hdskit_pkg(qpdf libqpdf)
hdskit_pkg(zip libzip)
hdskit_pkg(lcms lcms2)
hdskit_pkg(ical libical)
hdskit_pkg(curl libcurl)
hdskit_library(tls ssl) # shared, the one that libcurl speaks with
pkg_check_modules(pkcs11 REQUIRED p11-kit-1)
hdskit_library(pkcs11) # its headers alone: the module of the reader is loaded when a card is asked for
target_include_directories(hdskit_pkcs11_library SYSTEM INTERFACE ${pkcs11_INCLUDE_DIRS})
hdskit_pkg(archive libarchive)
hdskit_pkg(zlib zlib)
hdskit_library(multibuffer ${CMAKE_DL_LIBS}) # libipsec-mb, SHA-256 of many short files side by side: 13 MB, loaded when first needed
hdskit_library(xlsxwriter xlsxwriter)
hdskit_library(images png jpeg z Threads::Threads)
target_include_directories(hdskit_soci_library INTERFACE /usr/include/soci)
