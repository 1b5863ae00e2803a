-- The two roles the hub works as. The role that runs this migration stays the owner of everything; it may become
-- either of them, so that one login is enough. Roles belong to the whole server: a second hub on it finds them there.
DO $$
BEGIN
  BEGIN
    CREATE ROLE inthub_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  BEGIN
    CREATE ROLE inthub_system NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  IF NOT pg_has_role(current_user, 'inthub_app', 'MEMBER') THEN
    EXECUTE format('GRANT inthub_app TO %I', current_user);
  END IF;
  IF NOT pg_has_role(current_user, 'inthub_system', 'MEMBER') THEN
    EXECUTE format('GRANT inthub_system TO %I', current_user);
  END IF;
END
$$;
