-- Who is at work on which record (room live). Unlogged: it means nothing after a crash.

create unlogged table presence (
    subject uuid        not null,
    tab     uuid        not null,
    person  uuid        not null,
    since   timestamptz not null,
    until   timestamptz not null,
    constraint presence_pk primary key (subject, tab)
);

grant select, insert, update, delete on presence to ${app_role};
