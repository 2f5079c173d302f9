-- Search in names and notes by any part of a word. A trusted extension: the owner of the database may make it.
create extension if not exists pg_trgm;

-- The running role sees what later migrations grant it, and makes no tables of its own.
grant usage on schema public to ${app_role};
revoke create on schema public from ${app_role};

-- The auditor's role is optional; each migration asks in this way before it grants anything to it.
do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant usage on schema public to ${auditor_role};
    end if;
end
$$;
