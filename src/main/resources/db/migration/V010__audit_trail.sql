-- The audit trail: who did what, when, to which record, each entry chained to the one before it.
-- docs/audit-format.md says what is hashed; every other column repeats what the bytes say, and the check compares it.

create table audit_entry (
    position   bigint      not null,
    chain      bytea       not null,
    bytes      bytea       not null,
    at         timestamptz not null,
    action     text        not null,
    actor_kind text        not null,
    actor_id   uuid,
    constraint audit_entry_pk primary key (position),
    constraint audit_entry_position_from_one check (position >= 1),
    constraint audit_entry_chain_is_a_hash check (octet_length(chain) = 32)
);

comment on table audit_entry is 'One fact an entry; INSERT only. Positions have no gaps and follow the commits.';
comment on column audit_entry.bytes is 'What is hashed: canonical JSON (RFC 8785), see docs/audit-format.md.';
comment on column audit_entry.chain is 'SHA-256(chain of the entry before, or 32 zero bytes || SHA-256(0x00 || bytes)).';

-- History of one person; of some actions; of a period.
create index audit_entry_actor on audit_entry (actor_id, position) where actor_id is not null;
create index audit_entry_action on audit_entry (action, position);
create index audit_entry_at on audit_entry (at);

-- No foreign keys from here to audit_entry: the one statement that writes an entry holds the head's lock, and a reading
-- names up to 500 records, each a lookup under that lock. The check finds a row without its entry.
create table audit_subject (
    position bigint not null,
    kind     text   not null,
    id       text   not null,
    constraint audit_subject_pk primary key (position, kind, id)
);

comment on table audit_subject is 'The records an entry is about; INSERT only.';

-- History of one record, newest first.
create index audit_subject_history on audit_subject (kind, id, position);

create table audit_text (
    position bigint not null,
    name     text   not null,
    content  text   not null,
    salt     bytea  not null,
    constraint audit_text_pk primary key (position, name),
    constraint audit_text_salt_is_long_enough check (octet_length(salt) = 16)
);

comment on table audit_text is
    'What people typed. The entry holds SHA-256(salt || text) only: deleting a row here erases the text and its salt, and the chain still holds.';

create table audit_head (
    one_row  boolean not null default true,
    position bigint  not null,
    chain    bytea   not null,
    constraint audit_head_pk primary key (one_row),
    constraint audit_head_is_one_row check (one_row),
    constraint audit_head_chain_is_a_hash check (octet_length(chain) = 32)
);

comment on table audit_head is 'The last entry. Its one row is locked last in a transaction and gives the entries their order.';

insert into audit_head (position, chain) values (0, decode(repeat('00', 32), 'hex'));

-- The second net, under the rights: the owner's own slip is refused too. Erasing a text stays possible for the owner.
create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception '% on % is refused: the audit trail is only ever appended to', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_refuse();
create trigger audit_subject_is_append_only before update or delete or truncate on audit_subject
    for each statement execute function audit_refuse();
create trigger audit_text_is_never_changed before update or truncate on audit_text
    for each statement execute function audit_refuse();
create trigger audit_head_stays before delete or truncate on audit_head
    for each statement execute function audit_refuse();

-- Whatever the schema's default rights are: the running portal appends and reads, and moves the head.
revoke all on audit_entry, audit_subject, audit_text, audit_head from public, ${app_role};
grant select, insert on audit_entry, audit_subject, audit_text to ${app_role};
grant select, update on audit_head to ${app_role};

-- An auditor's own database role is optional. It sees the texts but not the salts: with a salt, a text that was erased
-- later could still be guessed from its hash.
do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        revoke all on audit_entry, audit_subject, audit_text, audit_head from ${auditor_role};
        grant select on audit_entry, audit_subject, audit_head to ${auditor_role};
        grant select (position, name, content) on audit_text to ${auditor_role};
    end if;
end
$$;
