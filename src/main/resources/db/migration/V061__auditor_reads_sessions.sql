-- Sessions and what was corrected in them: the auditor's role, where there is one, reads these like all the rest.
do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on driver_session, correction, correction_note to ${auditor_role};
    end if;
end
$$;
