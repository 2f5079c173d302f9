-- Appends entries to the trail (room audit): one plan for all sessions' calls, made once a connection. PostgreSQL would
-- otherwise plan for the length of each array anew, which takes longer than the statement itself.

create function audit_append(
    entry_bytes bytea[], entry_actions text[], entry_actor_kinds text[], entry_actor_ids uuid[], entry_at timestamptz,
    subject_entries bigint[], subject_kinds text[], subject_ids text[],
    text_entries bigint[], text_names text[], text_contents text[], text_salts bytea[])
returns boolean
language plpgsql
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
    -- Takes the head's lock, chains the entries behind it and moves it. "for update" waits for whoever commits at the
    -- moment and then sees the head they left; the chain is computed here because only here that head is known.
    with recursive
    given as (
        select *
        from unnest(entry_bytes, entry_actions, entry_actor_kinds, entry_actor_ids)
             with ordinality as entry (bytes, action, actor_kind, actor_id, n)
    ),
    head as (
        select position, chain from audit_head for update
    ),
    chained (n, position, chain) as (
        select cast(0 as bigint), position, chain from head
        union all
        select given.n, before.position + 1, sha256(before.chain || sha256(decode('00', 'hex') || given.bytes))
        from chained before join given on given.n = before.n + 1
    ),
    entries as (
        insert into audit_entry (position, chain, bytes, at, action, actor_kind, actor_id)
        select chained.position, chained.chain, given.bytes, entry_at, given.action, given.actor_kind, given.actor_id
        from chained join given using (n)
    ),
    subjects as (
        insert into audit_subject (position, kind, id)
        select chained.position, subject.kind, subject.id
        from unnest(subject_entries, subject_kinds, subject_ids) as subject (n, kind, id)
        join chained using (n)
    ),
    texts as (
        insert into audit_text (position, name, content, salt)
        select chained.position, typed.name, typed.content, typed.salt
        from unnest(text_entries, text_names, text_contents, text_salts) as typed (n, name, content, salt)
        join chained using (n)
    )
    update audit_head
    set position = chained.position, chain = chained.chain
    from chained
    where chained.n = cardinality(entry_bytes);
    return found;
end
$$;

comment on function audit_append is 'Appends entries behind the head, at one time; false if there is no head.';

revoke all on function audit_append from public;
grant execute on function audit_append to ${app_role};
