#!/usr/bin/env bash
# Installs the Debian packages that the named purposes need and that are missing; does nothing when all are there.
# Usage: packages.sh build|check|bench|tidy|fuzz ...
set -euo pipefail

build=(build-essential cmake ninja-build ccache pkg-config git gettext ca-certificates
  libsoci-dev libsqlite3-dev libpq-dev libssl-dev libpugixml-dev libyaml-dev libboost1.81-dev libboost-json1.81-dev
  libboost-locale1.81-dev libboost-program-options1.81-dev libkainjow-mustache-dev
  libcmark-gfm-dev libcmark-gfm-extensions-dev libpango1.0-dev libgraphviz-dev libharfbuzz-dev libhyphen-dev hyphen-fr hyphen-en-us
  libqpdf-dev libzip-dev libxlsxwriter-dev libical-dev libcurl4-openssl-dev libp11-kit-dev libarchive-dev libipsec-mb-dev liblcms2-dev zlib1g-dev libjpeg-dev libpng-dev libicu-dev libfontconfig-dev
  restic postgresql
  libwxgtk3.2-dev wx3.2-i18n libgtk-3-dev libpoppler-glib-dev adwaita-icon-theme shared-mime-info fonts-liberation2 fonts-dejavu-core)
check=(softhsm2 opensc nginx apache2-bin haproxy borgbackup libarchive-tools acl attr rsync zip p7zip-full bzip2 xz-utils zstd sqlite3 fonts-cantarell python3-icalendar python3-aiosmtpd radicale curl openssl systemd libgtest-dev libgmock-dev libxml2-utils qpdf poppler-utils postgresql python3 util-linux
  xvfb xauth openbox dbus dbus-x11 at-spi2-core python3-gi gir1.2-gtk-3.0 xdotool x11-utils x11-xkb-utils imagemagick desktop-file-utils
  openjdk-17-jre-headless libpdfbox2-java libfontbox2-java libcommons-logging-java libactivation-java libjaxb-api-java)
bench=(openssl rhash hashdeep rclone b3sum python3 python3-yaml sqlite3 poppler-utils qpdf imagemagick zenity xvfb xauth openbox dbus at-spi2-core python3-gi xdotool x11-utils x11-xkb-utils)
tidy=(clang-format clang-tidy)
fuzz=(clang libclang-rt-14-dev)

wanted=()
for purpose in "$@"; do
  declare -n names="$purpose"
  wanted+=("${names[@]}")
done

missing=()
for name in "${wanted[@]}"; do
  state=$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$name")
done
[ ${#missing[@]} -eq 0 ] && exit 0

echo "Installing ${#missing[@]} Debian packages: ${missing[*]}" >&2
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "Not root and sudo is absent: run 'apt-get install ${missing[*]}' as root." >&2; exit 1; }
  as_root=(sudo)
fi
install() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2; }
# A machine that never ran `apt-get update` has no list; one whose list is old may fail half way. Refresh, then try again.
install 2>/dev/null || { "${as_root[@]}" apt-get update -qq >&2 && install; }
