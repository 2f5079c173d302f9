-- Whether somebody's lists hear "/" and "?": who speaks to a machine switches them off.

alter table account add column sign_keys boolean not null default true;

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select (sign_keys) on account to ${auditor_role};
    end if;
end
$$;
