CREATE TABLE device_authorizations (
  device_code text PRIMARY KEY,
  user_code text NOT NULL CONSTRAINT uq_device_authorizations_user_code UNIQUE,
  expires_at timestamptz NOT NULL,
  approved_by uuid REFERENCES members ON DELETE CASCADE
);

-- A sign-in that nobody finished in time.
INSERT INTO device_authorizations (device_code, user_code, expires_at)
VALUES ('expired-device-code', 'DVCX-PRSD', '2025-01-15T10:30:00Z');
