#!/bin/bash
# Asks for readiness with what every image has: bash's own sockets.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r status <&3
case $status in
    *" 200"*) exit 0 ;;
    *) exit 1 ;;
esac
