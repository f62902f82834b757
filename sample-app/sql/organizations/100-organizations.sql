CREATE TABLE organizations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL CONSTRAINT uq_organizations_slug UNIQUE,
  name text NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'active', 'suspended', 'rejected')),
  tier text NOT NULL CHECK (tier IN ('free', 'starter', 'pro', 'enterprise')),
  billing_address jsonb NOT NULL,
  contacts jsonb NOT NULL,
  sso_metadata_url text,
  created_at timestamptz NOT NULL DEFAULT now()
);
