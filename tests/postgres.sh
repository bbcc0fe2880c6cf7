#!/usr/bin/env bash
# A PostgreSQL server for tests: its own cluster, reached through a socket in its own directory, gone afterwards.
#
#   tests/postgres.sh run COMMAND…       runs the command with FIRSTLINE_TEST_PG set
#   tests/postgres.sh start DIR [PID]    starts a server in DIR and prints its address; when the process PID ends
#                                        (pass $$), the server stops and DIR goes, however that process came to its end
#   tests/postgres.sh start DIR PID PORT CERTIFICATES
#                                        likewise, and it also answers at 127.0.0.1:PORT, by TLS alone and to those alone who
#                                        show a certificate of their role: CERTIFICATES has server.pem, server.key.pem and ca.pem
#   tests/postgres.sh stop DIR           stops the server and removes DIR
#
# Nothing is flushed to disk: fast, and not for keeping. PostgreSQL refuses to run as root; root runs it as `postgres`.
set -euo pipefail

die() { echo "postgres.sh: $*" >&2; exit 1; }

find_bin() {
  local newest
  newest=$(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin 2>/dev/null | sort -V | tail -n 1)
  if [ -n "$newest" ]; then
    echo "$newest"
  elif command -v pg_config >/dev/null; then
    pg_config --bindir
  else
    die "no PostgreSQL server programs found"
  fi
}

as_owner() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"
  else
    "$@"
  fi
}

start() {
  local dir=$1 owner=${2:-} port=${3:-} certificates=${4:-} bin listen=''
  bin=$(find_bin)
  mkdir -p "$dir"
  dir=$(cd "$dir" && pwd -P)
  [ -z "$(ls -A "$dir")" ] || die "$dir is not empty"
  # A socket's path has room for some hundred bytes.
  [ "${#dir}" -le 80 ] || die "the path $dir is too long for a socket"
  chmod 700 "$dir"
  [ "$(id -u)" != 0 ] || chown postgres: "$dir"
  # Marks the directory as ours: stop removes no other.
  touch "$dir/throwaway"

  [ -z "$certificates" ] || certificates=$(cd "$certificates" && pwd -P)
  cd "$dir"
  as_owner "$bin/initdb" -D "$dir/data" -U firstline --auth=trust --encoding=UTF8 --locale=C --no-sync >"$dir/initdb.log" 2>&1 ||
    { cat "$dir/initdb.log" >&2; die "initdb failed"; }
  if [ -n "$port" ]; then
    listen=127.0.0.1
    for file in server.pem server.key.pem ca.pem; do
      # Read by us, written by the server's user, whoever that is.
      as_owner sh -c 'umask 077; cat >"$1"' sh "$dir/data/$file" <"$certificates/$file"
    done
    printf 'local all all trust\nhostssl all all 127.0.0.1/32 cert\n' | as_owner tee "$dir/data/pg_hba.conf" >/dev/null
    printf "%s\n" "port = $port" 'ssl = on' "ssl_cert_file = 'server.pem'" "ssl_key_file = 'server.key.pem'" "ssl_ca_file = 'ca.pem'" |
      as_owner tee -a "$dir/data/postgresql.conf" >/dev/null
  fi
  as_owner "$bin/pg_ctl" -D "$dir/data" -l "$dir/data/server.log" -w -t 60 -s start -o "\
    -c listen_addresses='$listen' -c unix_socket_directories='$dir' -c max_connections=200 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB" >/dev/null 2>&1 ||
    { cat "$dir/data/server.log" >&2; die "the server does not start"; }

  if [ -n "$owner" ]; then
    # In a session of its own, so that an interrupt at the terminal reaches it only through the end of the owner.
    setsid bash -c 'while kill -0 "$1" 2>/dev/null && [ -e "$3/throwaway" ]; do sleep 0.5; done; exec "$2" stop "$3"' \
      watch "$owner" "$self" "$dir" >/dev/null 2>&1 </dev/null &
  fi
  echo "postgresql://firstline@/postgres?host=$dir${port:+&port=$port}"
}

stop() {
  local dir=$1
  [ -e "$dir/throwaway" ] || return 0
  cd /
  as_owner "$(find_bin)/pg_ctl" -D "$dir/data" -m immediate -w -t 30 -s stop >/dev/null 2>&1 || true
  rm -rf -- "$dir"
}

self=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)/$(basename "${BASH_SOURCE[0]}")

case "${1:-} ${2:-}" in
  "run "?*)
    shift
    dir=$(mktemp -d /tmp/firstline-pg.XXXXXX)
    trap 'stop "$dir"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    FIRSTLINE_TEST_PG=$("$self" start "$dir" $$)
    export FIRSTLINE_TEST_PG
    "$@"
    ;;
  "start "?*) start "$2" "${3:-}" "${4:-}" "${5:-}" ;;
  "stop "?*) stop "$2" ;;
  *) die "usage: run COMMAND… | start DIR [PID [PORT CERTIFICATES]] | stop DIR" ;;
esac
