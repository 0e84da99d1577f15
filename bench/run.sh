#!/usr/bin/env bash
# Runs the measurements with a PostGIS beside them, which it stops at the end. Called by ./tansiq bench.
#   run.sh                    the workload TSQ-W, all yardsticks and the parts; writes RESULTS.md and scale.svg
#   run.sh quick              100,000 volumes; writes nothing
#   run.sh micro              the JMH part alone
#   run.sh record             signed notes to a durable record; rewrites that part of RESULTS.md (record-quick: a tenth)
#   run.sh declare           declarations to a record in which 100,000 stand; rewrites that part (declare-quick: a tenth)
#   run.sh http               declarations and event streams over HTTP; rewrites that part (http-quick: a tenth)
#   run.sh places             misspelled names among 5,000 places; rewrites that part
#   run.sh declarations N     N volumes of the workload as GeoJSON on standard output
set -euo pipefail

here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java=${JAVA_HOME:?is not set: use ./tansiq bench}/bin/java

measure() {
    # shellcheck disable=SC2086 # an option, or none: as a server gets it
    "$java" -Xmx8g -XX:+UseParallelGC -XX:+UseCompactObjectHeaders ${TANSIQ_HUGE_PAGES:-} \
        --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dtansiq.home="$here/.." -jar "$here/target/bench.jar" "$@"
}

case "${1:-full}" in
full | quick)
    folder=$(mktemp -d)
    trap '"$here/postgis.sh" stop "$folder/server"; rmdir "$folder"' EXIT
    chmod 755 "$folder"
    TANSIQ_POSTGIS=$("$here/postgis.sh" start "$folder/server") || true
    export TANSIQ_POSTGIS
    measure "${1:-full}"
    ;;
*) measure "$@" ;;
esac
