-- Personal tokens with which people's programs read the API as them (room account).

create table personal_token (
    id          uuid        not null constraint personal_token_pk primary key,
    person_id   uuid        not null constraint personal_token_of_person references account,
    name        text        not null,
    -- SHA-256 of the token, which stands nowhere: it has 256 random bits, so nothing slower is needed
    secret_hash bytea       not null constraint personal_token_secret_once unique,
    made_at     timestamptz not null,
    -- null: until it is revoked
    until       timestamptz,
    revoked_at  timestamptz
);

-- The list of a person's own.
create index personal_token_by_person on personal_token (person_id, made_at) where revoked_at is null;

revoke all on personal_token from public, ${app_role};
grant select, insert on personal_token to ${app_role};
grant update (revoked_at) on personal_token to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        revoke all on personal_token from ${auditor_role};
        grant select (id, person_id, name, made_at, until, revoked_at) on personal_token to ${auditor_role};
    end if;
end
$$;
