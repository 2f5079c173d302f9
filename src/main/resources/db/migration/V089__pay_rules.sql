-- How the site pays (room payroll).

-- Which rule counts sessions that begin on this day or later; before the first it is LOG_IN. A session goes by the day of
-- its log-in, so it has one rule and counts once.
create table day_rule (
    valid_from date        not null constraint day_rule_pk primary key,
    rule       text        not null constraint day_rule_known check (rule in ('LOG_IN', 'LOG_OUT', 'SPLIT')),
    set_by     uuid        not null,
    set_at     timestamptz not null
);

create table pay_setting (
    one_row    boolean  not null default true constraint pay_setting_pk primary key constraint pay_setting_is_one_row check (one_row),
    period     text     not null default 'WEEKLY'
        constraint pay_setting_period_known check (period in ('WEEKLY', 'FORTNIGHTLY', 'HALF_MONTHLY', 'MONTHLY')),
    -- of weeks: 1 is Monday
    week_start integer  default 1 constraint pay_setting_week_start_possible check (week_start between 1 and 7),
    -- of fortnights: the first day of any one of them
    a_first    date,
    rounding   text     not null default 'MINUTE'
        constraint pay_setting_rounding_known
        check (rounding in ('MINUTE', 'FIVE_MINUTES', 'TENTH_OF_AN_HOUR', 'QUARTER_OF_AN_HOUR')),
    set_by     uuid,
    set_at     timestamptz,
    constraint pay_setting_weeks_have_a_start check ((period = 'WEEKLY') = (week_start is not null)),
    constraint pay_setting_fortnights_have_a_first check ((period = 'FORTNIGHTLY') = (a_first is not null))
);
insert into pay_setting default values;

revoke all on day_rule, pay_setting from public, ${app_role};
grant select, insert, delete on day_rule to ${app_role};
grant select, update on pay_setting to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on day_rule, pay_setting to ${auditor_role};
    end if;
end
$$;
