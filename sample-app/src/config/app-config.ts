import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainToInstance, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  validateSync,
} from 'class-validator';
import { IsRsaPrivateKey } from './is-rsa-private-key.decorator.js';

const HTTP_URL = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };
const NATS_SCHEME = /^(nats|tls):\/\//;
const PLATFORMS = ['express', 'fastify'] as const;
const AUDIT_LOGS = ['inside', 'outside'] as const;

/** The environment of the process, typed: the one place that reads it. */
export class AppConfig {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly PORT: number = 3000;

  @IsString()
  readonly HOST: string = '127.0.0.1';

  /** What browsers call it, where something stands before it; otherwise HOST and PORT. */
  @IsOptional()
  @IsUrl(HTTP_URL)
  readonly PUBLIC_URL?: string;

  @IsIn(PLATFORMS)
  readonly PLATFORM: (typeof PLATFORMS)[number] = 'express';

  /** A PostgreSQL server; without it the application brings its own database, in memory. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: '$property must be a postgres:// URL' })
  readonly DATABASE_URL?: string;

  /** Where instances share their rate limits; without it each one counts for itself. */
  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: '$property must be a redis:// URL' })
  readonly REDIS_URL?: string;

  /** Whether the audit log runs in this process or in one of its own (`npm run start:audit`). */
  @IsIn(AUDIT_LOGS)
  readonly AUDIT_LOG: (typeof AUDIT_LOGS)[number] = 'inside';

  /** Where an audit log in a process of its own listens on loopback. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65_535)
  readonly AUDIT_PORT: number = 3001;

  /** A NATS server between the application and its audit log; without it they talk over TCP. */
  @IsOptional()
  @Matches(NATS_SCHEME, { message: '$property must be a nats:// or tls:// URL' })
  readonly NATS_URL?: string;

  /** Signs the access tokens; without it each start makes a key of its own. */
  @IsOptional()
  @IsRsaPrivateKey()
  readonly AUTH_PRIVATE_KEY?: string;

  @IsString()
  readonly STRIPE_API_KEY: string = 'sk_test_sample';

  @IsString()
  readonly STRIPE_WEBHOOK_SECRET: string = 'whsec_sample';

  @IsOptional()
  @IsUrl(HTTP_URL)
  readonly STRIPE_API_BASE?: string;

  @IsOptional()
  @IsUrl(HTTP_URL)
  readonly OAUTH_ISSUER?: string;

  @IsString()
  readonly OAUTH_CLIENT_ID: string = 'authos-sample';

  @IsString()
  readonly OAUTH_CLIENT_SECRET: string = 'authos-sample-secret';

  @IsString()
  readonly EXPORT_DIR: string = join(tmpdir(), 'authos-sample-exports');

  static fromEnvironment(environment: NodeJS.ProcessEnv): AppConfig {
    const given = Object.entries(environment).filter(([, value]) => value !== '');
    const config = plainToInstance(AppConfig, Object.fromEntries(given), {
      exposeDefaultValues: true,
    });
    const faults = validateSync(config, { whitelist: true }).flatMap(({ constraints = {} }) =>
      Object.values(constraints),
    );
    if (faults.length > 0) {
      throw new Error(`The environment is wrong: ${faults.join('; ')}`);
    }
    return config;
  }
}
