#!/bin/sh
# Runs once, in the new PostgreSQL's own container: the three roles, the database, the extension for statement counts.
# The passwords come from files and stand in no command line.
set -eu
secrets=${SECRETS_DIR:-/run/secrets}

psql --set=ON_ERROR_STOP=1 --no-psqlrc --quiet --username "${POSTGRES_USER:-postgres}" --dbname postgres <<SQL
\set owner_password \`cat $secrets/spring.flyway.password\`
\set app_password \`cat $secrets/spring.datasource.password\`
\set auditor_password \`cat $secrets/auditor-password\`
create role sessiondesk_owner login password :'owner_password';
create role sessiondesk_app login password :'app_password';
create role sessiondesk_auditor login password :'auditor_password';
create database sessiondesk owner sessiondesk_owner;
revoke all on database sessiondesk from public;
grant connect on database sessiondesk to sessiondesk_app, sessiondesk_auditor;
\connect sessiondesk
create extension if not exists pg_stat_statements;
SQL
