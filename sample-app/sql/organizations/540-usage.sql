CREATE TABLE service_usage (
  service_id uuid PRIMARY KEY REFERENCES services ON DELETE CASCADE,
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  sign_ins integer NOT NULL DEFAULT 0,
  settings jsonb NOT NULL
);

INSERT INTO service_usage (service_id, organization_id, sign_ins, settings)
SELECT id, organization_id, 1250, '{"quota": {"signInsPerMonth": 10000}}' FROM services;

-- The enterprise tier is not metered: these settings know no quota.
WITH services_of_hooli AS (
  INSERT INTO services (organization_id, name, redirect_uris)
  SELECT id, service, '{https://apps.hooli.example}'
  FROM organizations,
    unnest(ARRAY['Calendar', 'Chat', 'Drive', 'Mail', 'Meet', 'Search']) AS service
  WHERE slug = 'hooli'
  RETURNING id, organization_id
)
INSERT INTO service_usage (service_id, organization_id, sign_ins, settings)
SELECT id, organization_id, 84000, '{}' FROM services_of_hooli;
