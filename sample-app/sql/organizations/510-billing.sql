CREATE TABLE plans (
  tier text PRIMARY KEY,
  stripe_price_id text NOT NULL CONSTRAINT uq_plans_stripe_price UNIQUE
);

CREATE TABLE subscriptions (
  organization_id uuid CONSTRAINT uq_subscriptions_organization PRIMARY KEY
    REFERENCES organizations ON DELETE CASCADE,
  tier text NOT NULL REFERENCES plans,
  status text NOT NULL,
  stripe_subscription_id text CONSTRAINT uq_subscriptions_stripe UNIQUE
);

INSERT INTO plans (tier, stripe_price_id)
VALUES ('starter', 'price_starter'), ('pro', 'price_pro'), ('enterprise', 'price_enterprise');
