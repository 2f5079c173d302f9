-- Appends entries to the trail (room audit), within one call. As one statement it was planned anew for the length of each
-- array, which took longer than the statement itself; here each statement has one plan a connection.

create function audit_append(
    entry_bytes bytea[], entry_actions text[], entry_actor_kinds text[], entry_actor_ids uuid[], entry_at timestamptz,
    subject_entries bigint[], subject_kinds text[], subject_ids text[],
    text_entries bigint[], text_names text[], text_contents text[], text_salts bytea[])
returns boolean
language plpgsql
set plan_cache_mode = force_generic_plan
as $$
declare
    behind   bigint;
    chain_so bytea;
begin
    -- Waits for whoever commits at the moment and then sees the head they left: the chain can only be computed here.
    select head.position, head.chain into behind, chain_so from audit_head head for update;
    if not found then
        return false;
    end if;
    for n in 1 .. cardinality(entry_bytes) loop
        chain_so := sha256(chain_so || sha256('\x00'::bytea || entry_bytes[n]));
        insert into audit_entry (position, chain, bytes, at, action, actor_kind, actor_id)
        values (behind + n, chain_so, entry_bytes[n], entry_at, entry_actions[n], entry_actor_kinds[n], entry_actor_ids[n]);
    end loop;
    insert into audit_subject (position, kind, id)
    select behind + subject.n, subject.kind, subject.id
    from unnest(subject_entries, subject_kinds, subject_ids) as subject (n, kind, id);
    insert into audit_text (position, name, content, salt)
    select behind + typed.n, typed.name, typed.content, typed.salt
    from unnest(text_entries, text_names, text_contents, text_salts) as typed (n, name, content, salt);
    update audit_head set position = behind + cardinality(entry_bytes), chain = chain_so;
    return true;
end
$$;

comment on function audit_append is 'Appends entries behind the head, at one time; false if there is no head.';

revoke all on function audit_append from public;
grant execute on function audit_append to ${app_role};
