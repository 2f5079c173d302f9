-- The people who sign in to Session Desk. Nobody is ever deleted: what they did stays under their name.

create table account (
    id            uuid        not null,
    version       integer     not null,
    email         text        not null,
    name          text        not null,
    role          text        not null,
    password_hash text        not null,
    initial_until timestamptz,
    disabled      boolean     not null,
    rights        bigint      not null,
    colour_scheme text        not null,
    created_at    timestamptz not null,
    constraint account_pk primary key (id),
    constraint account_email_once unique (email),
    constraint account_email_is_lower_case check (email = lower(email)),
    constraint account_role_known check (role in ('SUPERVISOR', 'PAYROLL', 'AUDITOR', 'ADMINISTRATOR')),
    constraint account_colour_scheme_known check (colour_scheme in ('SYSTEM', 'LIGHT', 'DARK'))
);

comment on column account.initial_until is
    'Set while the password is one an administrator handed over: the last moment at which it lets in.';
comment on column account.rights is
    'Counts changes of what this person may do. A browser signed in under another number is signed out.';

revoke all on account from public, ${app_role};
grant select, insert, update on account to ${app_role};

-- An auditor's own database role is optional; it never sees a hash.
do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        revoke all on account from ${auditor_role};
        grant select (id, version, email, name, role, initial_until, disabled, rights, colour_scheme, created_at)
            on account to ${auditor_role};
    end if;
end
$$;
