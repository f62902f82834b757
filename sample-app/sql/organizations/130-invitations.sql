CREATE TABLE invitations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('admin', 'member')),
  token_hash text NOT NULL CONSTRAINT uq_invitations_token_hash UNIQUE,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  CONSTRAINT uq_invitations_organization_email UNIQUE (organization_id, email)
);
