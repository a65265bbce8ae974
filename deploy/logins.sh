#!/bin/sh
# Makes the login of the API and the workers when the database is new. The role that it takes is what row-level security holds for.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 --set password="$LOGIN_PASSWORD" <<'SQL'
create role coachbook_app nologin;
create role coachbook_login login password :'password' in role coachbook_app;
SQL
