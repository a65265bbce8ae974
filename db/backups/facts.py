"""What a database holds, as facts with a name and a value, so that two databases can be compared line by line."""

import re
from collections.abc import Mapping

import asyncpg

from db.backups.programs import SCHEMAS
from db.database import APP_ROLE

Facts = Mapping[str, str]
TABLE = "table "
"""With what the names of facts begin that tell a table's rows."""

_NOISE = re.compile(r"::(character varying|text)(\[\])?|[()]")
"""Casts and brackets, of which PostgreSQL says the same rule with others once it was dumped and restored."""

_READABLE_ALIKE = """
    select set_config('search_path', '', true), set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true),
        set_config('intervalstyle', 'postgres', true), set_config('extra_float_digits', '1', true),
        set_config('bytea_output', 'hex', true), set_config('row_security', 'off', true)
"""
"""So that the same rows and rules read the same, whatever a server or a login has set; and what a policy hides is an error."""

_TABLES = """
    select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any($1) and c.relkind = 'r' order by 1
"""
_ROWS = """
    select count(*) || ' rows, checksum ' || coalesce(sum(('x' || left(md5(one_row::text), 16))::bit(64)::bigint::numeric), 0)
    from {table} as one_row
"""
"""A sum, because rows come back in another order."""

_RULES = """
    with ours as (
        select c.oid::regclass::text as name, c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any($1) and c.relkind in ('r', 'S')
    ),
    functions as (
        select p.oid::regprocedure::text as name, p.* from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = any($1)
            and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    ),
    rights as (
        select name, relowner as owner, relacl as acl from ours
        union all select 'function ' || name, proowner, coalesce(proacl, acldefault('f', proowner)) from functions
        union all select 'schema ' || nspname, nspowner, nspacl from pg_namespace where nspname = any($1)
    )
    select 'row-level security of ' || name,
        case when relforcerowsecurity and relrowsecurity then 'forced' when relrowsecurity then 'on' else 'off' end
        from ours where relkind = 'r'
    union all select 'owner of ' || name, owner::regrole::text from rights where name <> 'schema public'
    union all select format('policy %s on %I.%I', policyname, schemaname, tablename),
        format('%s %s to %s using (%s) check (%s)', permissive, cmd, array_to_string(roles, ', '), qual, with_check)
        from pg_policies where schemaname = any($1)
    union all select format('rights of %s on %s', coalesce(nullif(grantee, 0)::regrole::text, 'everybody'), name),
        string_agg(privilege_type, ', ' order by privilege_type)
        from rights, aclexplode(acl) where grantee <> owner group by grantee, name
    union all select 'function ' || name, md5(pg_get_functiondef(oid)) from functions where prokind = 'f'
    union all select format('trigger %s on %s', t.tgname, name), concat(t.tgenabled, ' ', pg_get_triggerdef(t.oid))
        from ours join pg_trigger t on t.tgrelid = ours.oid where not t.tgisinternal
    union all select format('constraint %s on %s', k.conname, name), pg_get_constraintdef(k.oid)
        from ours join pg_constraint k on k.conrelid = ours.oid where k.contype <> 'n'
    union all select format('column %s of %s', a.attname, name),
        format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
        || coalesce(' ' || pg_get_expr(d.adbin, d.adrelid), '')
        from ours join pg_attribute a on a.attrelid = ours.oid
        left join pg_attrdef d on (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
        where relkind = 'r' and a.attnum > 0 and not a.attisdropped
    union all select 'index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
        from ours join pg_index i on i.indrelid = ours.oid
    union all select 'sequence ' || schemaname || '.' || sequencename, coalesce(last_value::text, 'unused')
        from pg_sequences where schemaname = any($1)
    union all select 'role ' || rolname, format('superuser %s, bypasses row-level security %s', rolsuper, rolbypassrls)
        from pg_roles where rolname = $2
"""
"""The owner's own rights are left out: a newer PostgreSQL knows more of them."""

_ROLES = """
    select rolname::text from pg_roles where rolname !~ '^pg_' and oid in (
        select refobjid from pg_shdepend where refclassid = 'pg_authid'::regclass
            and dbid = (select oid from pg_database where datname = current_database())
        union all select relowner from pg_class where relnamespace::regnamespace::text = any($1)
    ) order by 1
"""


async def facts_of(connection: asyncpg.Connection) -> Facts:
    """All facts, the rows of every table included. Call it within a transaction."""
    await connection.execute(_READABLE_ALIKE)
    found = dict(await connection.fetch(_RULES, list(SCHEMAS), APP_ROLE))
    for (table,) in await connection.fetch(_TABLES, list(SCHEMAS)):
        found[f"{TABLE}{table}"] = await connection.fetchval(_ROWS.format(table=table))
    found["migration"] = await connection.fetchval("select version_num from public.alembic_version")
    return dict(sorted(found.items()))


async def roles_of(connection: asyncpg.Connection) -> list[str]:
    """Whom tables, rights and policies name. They belong to the whole server, so that a dump does not have them."""
    return [name for (name,) in await connection.fetch(_ROLES, list(SCHEMAS))]


def differences(wanted: Facts, found: Facts) -> list[str]:
    """What is not as it was, a line each; none where the two are the same."""
    lines = []
    for name in sorted({*wanted, *found}):
        before, now = wanted.get(name), found.get(name)
        if before is None:
            lines.append(f"{name}: was not there, and is now ({now})")
        elif now is None:
            lines.append(f"{name}: is gone (it was {before})")
        elif _NOISE.sub("", before) != _NOISE.sub("", now):
            lines.append(f"{name}: was {before}, is {now}")
    return lines
