#!/bin/sh
# Builds all and runs all tests, those with the real Kannel and a real browser too. Arguments go to Maven.
# On Debian and Ubuntu it installs these programs if it may; elsewhere, tests whose programs are missing are skipped,
# and the report says so (with CI=true in the environment they fail).
set -eu
cd "$(dirname "$0")/.."

missing() {
    [ -x /usr/bin/chromium ] || echo chromium
    [ -x /usr/bin/chromedriver ] || echo chromium-driver
    [ -x /usr/sbin/bearerbox ] && [ -x /usr/sbin/smsbox ] || echo kannel
    [ -x /usr/sbin/ngircd ] || echo ngircd
    [ -x /usr/lib/kannel/test/fakesmsc ] || echo kannel-extras
}

install() {
    if [ "$(id -u)" = 0 ]; then
        as_root="env DEBIAN_FRONTEND=noninteractive"
    elif command -v sudo > /dev/null && sudo -n true 2> /dev/null; then
        as_root="sudo DEBIAN_FRONTEND=noninteractive"
    else
        return 1
    fi
    $as_root apt-get -qq update && $as_root apt-get -qq -y install --no-install-recommends "$@"
}

packages=$(missing)
if [ -n "$packages" ]; then
    if command -v apt-get > /dev/null; then
        echo "Installing for the tests:" $packages
        # shellcheck disable=SC2086
        install $packages || echo "They could not be installed; the tests that need them are skipped."
    else
        echo "Not installed, so that the tests that need them are skipped:" $packages
    fi
fi

exec mvn -B verify "$@"
