import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const url = z.url({ protocol: /^https?$/ });
const flag = z.enum(['true', 'false', '1', '0', '']).transform((value) => value === 'true' || value === '1');
const algorithms = z.string().transform((value) => value.split(',').map((name) => name.trim()));
const asymmetric = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Every setting that Liuke takes from the environment; each has a default that works on one machine. */
const settings = z
  .object({
    PORT: port.default(4000),
    HOST: z.string().min(1).default('127.0.0.1'),
    /** The address that people and other systems reach this server at. */
    PUBLIC_URL: url.optional(),
    /** Any PostgreSQL from 15 on; absent: the embedded one. Used for migrations. */
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
      .optional(),
    /** A less mighty role for everything but migrations; absent: DATABASE_URL under the role liuke_app. */
    DATABASE_APP_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
      .optional(),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
    LIUKE_DATA: z.string().optional(),
    /** Whether the first start fills a demo company, offers demo sign-ins and issues demo customer tokens. */
    LIUKE_DEMO: flag.optional(),
    LIUKE_WORKERS: flag.default(true),
    CUSTOMER_JWT_ISSUER: z.string().optional(),
    CUSTOMER_JWT_AUDIENCE: z.string().optional(),
    CUSTOMER_JWKS_URL: url.optional(),
    CUSTOMER_JWT_ALGORITHMS: algorithms
      .default(['RS256', 'ES256', 'EdDSA'])
      .refine((names) => names.every((name) => asymmetric.includes(name)), `may only name ${asymmetric.join(', ')}`),
    /** The identity source that a token's subject belongs to. */
    CUSTOMER_JWT_SOURCE: z.string().default('app'),
    /** How many reverse proxies stand in front, for the caller's address. */
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    NODE_ENV: z.string().default('development'),
  })
  .superRefine((env, context) => {
    const given = [env.CUSTOMER_JWT_ISSUER, env.CUSTOMER_JWT_AUDIENCE, env.CUSTOMER_JWKS_URL].filter(Boolean).length;
    if (given !== 0 && given !== 3) {
      context.addIssue({
        code: 'custom',
        path: ['CUSTOMER_JWT_ISSUER'],
        message: 'set CUSTOMER_JWT_ISSUER, CUSTOMER_JWT_AUDIENCE and CUSTOMER_JWKS_URL together',
      });
    }
    if (env.LIUKE_DEMO && env.NODE_ENV === 'production') {
      context.addIssue({ code: 'custom', path: ['LIUKE_DEMO'], message: 'demo mode is refused in production' });
    }
  });

/** The configuration of one server process. */
export interface Config {
  port: number;
  host: string;
  publicUrl: string | undefined;
  /** For migrations; undefined means the embedded PostgreSQL, whose address the launcher fills in. */
  ownerUrl: string | undefined;
  /** For everything else: may not change the audit log. */
  appUrl: string | undefined;
  poolSize: number;
  dataDir: string | undefined;
  demo: boolean;
  /** Whether this process also runs background jobs. */
  workers: boolean;
  customerTokens: {
    issuer: string | undefined;
    audience: string | undefined;
    jwksUrl: string | undefined;
    algorithms: string[];
    source: string;
  };
  trustProxy: number;
  logLevel: string;
  production: boolean;
}

/** What is wrong with the environment, a line per setting. */
export class ConfigError extends Error {
  constructor(readonly lines: string[]) {
    super(`Configuration: ${lines.join('; ')}`);
  }
}

/** The role that the application works under when DATABASE_URL alone is given. */
export const APP_ROLE = 'liuke_app';

/** Reads and checks the environment; throws ConfigError naming every bad setting. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = settings.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const value = parsed.data;
  const production = value.NODE_ENV === 'production';
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.PUBLIC_URL,
    ownerUrl: value.DATABASE_URL,
    appUrl: value.DATABASE_APP_URL ?? (value.DATABASE_URL && underAppRole(value.DATABASE_URL)),
    poolSize: value.DATABASE_POOL,
    dataDir: value.LIUKE_DATA,
    demo: value.LIUKE_DEMO ?? !production,
    workers: value.LIUKE_WORKERS,
    customerTokens: {
      issuer: value.CUSTOMER_JWT_ISSUER,
      audience: value.CUSTOMER_JWT_AUDIENCE,
      jwksUrl: value.CUSTOMER_JWKS_URL,
      algorithms: value.CUSTOMER_JWT_ALGORITHMS,
      source: value.CUSTOMER_JWT_SOURCE,
    },
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL,
    production,
  };
}

/** The same address, with every session beginning in the application's role. */
export function underAppRole(databaseUrl: string): string {
  return withSetting(databaseUrl, 'role', APP_ROLE);
}

/** The same address, with every session beginning with a setting of PostgreSQL besides those that it has already. */
export function withSetting(databaseUrl: string, name: string, value: string): string {
  const [address, query = ''] = databaseUrl.split('?');
  const parameters = query.split('&').filter(Boolean);
  const options = parameters.find((parameter) => parameter.startsWith('options='));
  const rest = parameters.filter((parameter) => parameter !== options);
  const more = `${options ? `${options}%20` : 'options='}${encodeURIComponent(`-c ${name}=${value}`)}`;
  return `${address}?${[...rest, more].join('&')}`;
}
