#!/bin/sh
# Makes the random passwords that docker-compose.yml hands out as files; one that is there stays.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir -p secrets
for name in postgres-password spring.datasource.password spring.flyway.password auditor-password; do
    [ -s "secrets/$name" ] || od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"secrets/$name"
done
# Read inside the containers by users of other numbers; the folder itself stays ours.
chmod 0644 secrets/*
