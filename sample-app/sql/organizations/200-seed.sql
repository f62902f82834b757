-- Every owner signs in with the password "correct horse battery staple".
INSERT INTO organizations (id, slug, name, status, tier, billing_address, contacts)
SELECT id::uuid, slug, name, status, tier,
  '{"street": "1 Main Street", "city": "Springfield", "postalCode": "12345", "country": "US"}',
  '[]'
FROM (VALUES
  ('a0000000-0000-4000-8000-000000000001', 'acme', 'Acme', 'active', 'pro'),
  ('a0000000-0000-4000-8000-000000000002', 'globex', 'Globex', 'active', 'free'),
  ('a0000000-0000-4000-8000-000000000003', 'initech', 'Initech', 'pending', 'starter'),
  ('a0000000-0000-4000-8000-000000000004', 'umbrella', 'Umbrella', 'suspended', 'pro'),
  ('a0000000-0000-4000-8000-000000000005', 'hooli', 'Hooli', 'active', 'enterprise')
) AS seed (id, slug, name, status, tier);

INSERT INTO members (id, organization_id, email, name, role, password_hash)
SELECT overlay(id::text PLACING 'b' FROM 1 FOR 1)::uuid, id, 'owner@' || slug || '.example',
  'Owner of ' || name, 'owner',
  'YXV0aG9zLXNhbXBsZS0wMA.cgINMhGKYIfAK5GLwrfzitG1zZaZ9okWspBuRO92psY'
FROM organizations;

INSERT INTO services (organization_id, name, redirect_uris)
VALUES ('a0000000-0000-4000-8000-000000000001', 'Dashboard', '{https://dashboard.acme.example}');

-- Its token is "expired-invitation".
INSERT INTO invitations (organization_id, email, role, token_hash, expires_at)
SELECT id, 'late@acme.example', 'member',
  rtrim(translate(encode(sha256('expired-invitation'), 'base64'), '+/', '-_'), '='),
  now() - interval '1 day'
FROM organizations WHERE slug = 'acme';
