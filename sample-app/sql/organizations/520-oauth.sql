CREATE TABLE oauth_login_attempts (
  state text PRIMARY KEY,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  organization text NOT NULL,
  expires_at timestamptz NOT NULL
);
