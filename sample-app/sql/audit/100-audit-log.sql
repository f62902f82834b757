-- The audit log knows organizations and members by their ids alone: it may have a database of its own.
CREATE TABLE audit_entries (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  action text NOT NULL,
  detail text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX audit_entries_by_organization ON audit_entries (organization_id, created_at);

CREATE TABLE audit_seals (
  organization_id uuid CONSTRAINT uq_audit_seals_organization PRIMARY KEY,
  sealed_by uuid NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION refuse_entry_in_sealed_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM audit_seals WHERE organization_id = NEW.organization_id) THEN
    RAISE EXCEPTION 'the audit log of organization % is sealed', NEW.organization_id;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER audit_entries_sealed BEFORE INSERT ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_entry_in_sealed_log();
