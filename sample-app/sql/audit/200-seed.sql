INSERT INTO audit_entries (organization_id, actor_id, action, detail)
VALUES ('a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001',
  'organization.signed-up', 'acme');
