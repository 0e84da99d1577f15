#!/usr/bin/env bash
# Starts a PostgreSQL with PostGIS of its own on a folder, or stops it and removes the folder.
#   postgis.sh start FOLDER   prints the JDBC address, password included
#   postgis.sh stop FOLDER
# As root it installs Debian's packages where they are missing, and runs the server as user postgres, since
# PostgreSQL refuses to run as root. The server listens on loopback only, on a port that the system chose.
set -euo pipefail

PORT_TRIES_MAX=5

stop() {
    printf 'postgis: %s\n' "$*" >&2
    exit 2
}

programs() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

extension() { ls /usr/share/postgresql/*/extension/postgis.control 2>/dev/null | tail -n 1; }

install_if_needed() {
    if [ -n "$(programs)" ] && [ -n "$(extension)" ]; then return; fi
    local wanted="PostGIS is not installed: apt-get install postgresql postgis 'postgresql-*-postgis-3'"
    { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; } || stop "$wanted"
    printf 'postgis: installing the packages postgresql and postgis\n' >&2
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
        postgresql postgis postgresql-postgis; } >/dev/null 2>&1 || stop "$wanted"
}

# Runs a command as someone who is not root.
plainly() {
    if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

free_port() {
    perl -MIO::Socket::INET \
        -e 'print IO::Socket::INET->new(Listen=>1,LocalAddr=>"127.0.0.1")->sockport'
}

settings() {
    cat <<'TEXT'
listen_addresses = '127.0.0.1'
fsync = off
synchronous_commit = off
full_page_writes = off
max_wal_size = 8GB
shared_buffers = 2GB
effective_cache_size = 6GB
maintenance_work_mem = 1GB
work_mem = 64MB
random_page_cost = 1.1
jit = off
max_parallel_workers_per_gather = 0
max_connections = 8
TEXT
}

start() {
    local folder=$1 bin port password try
    install_if_needed
    bin=$(programs)
    mkdir -p "$folder"
    if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    plainly sh -c "umask 077; cat >'$folder/password'" <<<"$password"
    plainly "$bin/initdb" --pgdata="$folder/data" --username=bench --auth=scram-sha-256 \
        --pwfile="$folder/password" --encoding=UTF8 --no-locale --no-sync >/dev/null
    settings | plainly sh -c "cat >>'$folder/data/postgresql.conf'"
    for ((try = 0; try < PORT_TRIES_MAX; try++)); do
        port=$(free_port)
        if plainly "$bin/pg_ctl" --pgdata="$folder/data" --silent --wait --log="$folder/log" \
            --options="-p $port -k $folder" start >/dev/null 2>&1; then
            printf 'jdbc:postgresql://127.0.0.1:%s/postgres?user=bench&password=%s\n' "$port" "$password"
            return
        fi
    done
    tail -n 3 "$folder/log" >&2
    stop "the server did not start"
}

end() {
    local folder=$1
    if [ -f "$folder/data/postmaster.pid" ]; then
        plainly "$(programs)/pg_ctl" --pgdata="$folder/data" --silent --mode=immediate stop >/dev/null || true
    fi
    rm -rf "$folder"
}

case "${1:-} ${2:-}" in
"start "?*) start "$2" ;;
"stop "?*) end "$2" ;;
*) stop "usage: postgis.sh start FOLDER | stop FOLDER" ;;
esac
