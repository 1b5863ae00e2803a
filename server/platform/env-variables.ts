import { z } from 'zod'
import {
  bytes,
  duration,
  flag,
  integer,
  isKey,
  key,
  keyExample,
  list,
  oneOf,
  origin,
  port,
  postgres,
  ranges,
  rate,
  share,
  urlWith,
} from './env-shapes'

/**
 * The catalogue of environment variables: the one place where a variable gets its shape, its default and its words.
 * server/platform/env.ts reads with it; the table in docs/environment.md and .env.example are drawn from it.
 */
export type VariableWords = {
  meaning: string
  /** Shown in place of a default that depends on others. */
  defaultText: string
  /** When it must be set. */
  needed?: string
  /** A value that would be accepted; shown when the given one is not. */
  example: string
  aliases?: readonly string[]
  /** Its value is never shown, and NAME_FILE may name a file that holds it. */
  secret?: boolean
}

type Variable<S extends z.ZodType> = VariableWords & { schema: S }
const variable = <S extends z.ZodType>(schema: S, words: VariableWords): Variable<S> => ({ ...words, schema })

export const modes = ['production', 'development', 'demo', 'test'] as const
export const roles = ['all', 'web', 'worker'] as const

export const variables = {
  DATABASE_URL: variable(postgres.optional(), {
    meaning: 'PostgreSQL 14 or newer, as the role that owns the tables. Unset: an embedded PostgreSQL is started.',
    defaultText: 'embedded',
    needed: 'with INTHUB_ROLE=web or worker',
    example: 'postgres://inthub:password@db.example.com:5432/inthub',
    aliases: ['POSTGRES_URL'],
    secret: true,
  }),
  APP_DATABASE_URL: variable(postgres.optional(), {
    meaning: 'A separate login for the app role, which row-level security binds.',
    defaultText: 'from DATABASE_URL',
    example: 'postgres://inthub_app:password@db.example.com:5432/inthub',
    secret: true,
  }),
  SYSTEM_DATABASE_URL: variable(postgres.optional(), {
    meaning: 'A separate login for the system role of relay, sweep and sign-in.',
    defaultText: 'from DATABASE_URL',
    example: 'postgres://inthub_system:password@db.example.com:5432/inthub',
    secret: true,
  }),
  DATABASE_POOL_SIZE: variable(integer(2, 100).default(8), {
    // With 8 for jobs, 3 for the system role and 1 that listens, a process holds 20 connections at most.
    meaning: 'Connections for requests. The process holds up to 12 more, for jobs and for the system role.',
    defaultText: '8',
    example: '8',
  }),
  REDIS_URL: variable(urlWith(['redis:', 'rediss:']).optional(), {
    meaning: 'Moves jobs and live events from PostgreSQL to Redis.',
    defaultText: 'off',
    example: 'redis://:password@redis.example.com:6379',
    secret: true,
  }),
  INTHUB_URL: variable(origin.optional(), {
    meaning: 'Public origin of the hub: links, cookies, allowed origin of browsers.',
    defaultText: 'http://localhost:3000',
    needed: 'when people reach the hub under another name than localhost',
    example: 'https://hub.example.com',
    aliases: ['API_BASE_URL'],
  }),
  INTHUB_ROLE: variable(oneOf(roles).default('all'), {
    meaning: 'What this process does: all, web or worker.',
    defaultText: 'all',
    example: 'web',
  }),
  INTHUB_MODE: variable(oneOf(modes).optional(), {
    meaning:
      'production, development, demo or test. The npm scripts set it; only production closes loopback and private addresses.',
    defaultText: 'production',
    example: 'production',
  }),
  PORT: variable(port.default(3000), {
    meaning: 'Port of the screens, GraphQL and the live socket.',
    defaultText: '3000',
    example: '8080',
  }),
  HOST: variable(z.string().min(1).default('127.0.0.1'), {
    meaning: 'Address to listen on.',
    defaultText: '127.0.0.1',
    example: '0.0.0.0',
  }),
  METRICS_PORT: variable(port.default(9091), {
    meaning: 'Port of /metrics for Prometheus; nothing else answers there.',
    defaultText: '9091',
    example: '9091',
  }),
  INTHUB_MASTER_KEY: variable(key.optional(), {
    meaning:
      'Wraps the data keys of all tenants: 32 bytes in base64. Back it up: without it stored credentials cannot be read.',
    defaultText: 'generated into the data directory, with embedded PostgreSQL',
    needed: 'when INTHUB_URL is not loopback',
    example: keyExample,
    aliases: ['INTEGRATION_ENCRYPTION_KEY'],
    secret: true,
  }),
  INTHUB_MASTER_KEY_PREVIOUS: variable(
    list.refine((keys) => keys.every(isKey), 'must be keys of 32 bytes in base64, separated by commas').default([]),
    {
      meaning: 'Older master keys, separated by commas, until nothing is wrapped with them.',
      defaultText: '',
      example: keyExample,
      secret: true,
    },
  ),
  AUTH_SECRET: variable(z.string().min(32, 'must have at least 32 characters').optional(), {
    meaning: 'Signs cookies of the sign-in.',
    defaultText: 'generated into the data directory, with embedded PostgreSQL',
    needed: 'when INTHUB_URL is not loopback',
    example: keyExample,
    aliases: ['NEXTAUTH_SECRET'],
    secret: true,
  }),
  AUTH_GITHUB_ID: variable(z.string().min(1).optional(), {
    meaning: 'Sign-in with GitHub: the client id of an OAuth app.',
    defaultText: 'off',
    needed: 'with AUTH_GITHUB_SECRET',
    example: 'Ov23liAbCdEfGhIjKlMn',
  }),
  AUTH_GITHUB_SECRET: variable(z.string().min(1).optional(), {
    meaning: 'The client secret of that app.',
    defaultText: 'off',
    needed: 'with AUTH_GITHUB_ID',
    example: 'a client secret of the app',
    secret: true,
  }),
  AUTH_GITHUB_URL: variable(origin.optional(), {
    meaning: 'A GitHub Enterprise Server to sign in with instead of github.com.',
    defaultText: 'https://github.com',
    example: 'https://github.example.com',
  }),
  AUTH_GOOGLE_ID: variable(z.string().min(1).optional(), {
    meaning: 'Sign-in with Google: the client id of an OAuth client.',
    defaultText: 'off',
    needed: 'with AUTH_GOOGLE_SECRET',
    example: '1234567890-abc.apps.googleusercontent.com',
  }),
  AUTH_GOOGLE_SECRET: variable(z.string().min(1).optional(), {
    meaning: 'The client secret of that client.',
    defaultText: 'off',
    needed: 'with AUTH_GOOGLE_ID',
    example: 'a client secret of the client',
    secret: true,
  }),
  AUTH_OIDC_ISSUER: variable(urlWith(['http:', 'https:']).optional(), {
    meaning: 'Sign-in with an OpenID Connect issuer, such as Keycloak, Okta or Authentik: its address.',
    defaultText: 'off',
    needed: 'with AUTH_OIDC_ID and AUTH_OIDC_SECRET',
    example: 'https://login.example.com/realms/main',
  }),
  AUTH_OIDC_ID: variable(z.string().min(1).optional(), {
    meaning: 'The client id at the issuer.',
    defaultText: 'off',
    needed: 'with AUTH_OIDC_ISSUER and AUTH_OIDC_SECRET',
    example: 'inthub',
  }),
  AUTH_OIDC_SECRET: variable(z.string().min(1).optional(), {
    meaning: 'The client secret at the issuer.',
    defaultText: 'off',
    needed: 'with AUTH_OIDC_ISSUER and AUTH_OIDC_ID',
    example: 'a client secret of the client',
    secret: true,
  }),
  AUTH_OIDC_NAME: variable(z.string().min(1).max(40).optional(), {
    meaning: 'What the issuer is called on the button of the sign-in page.',
    defaultText: 'the host of the issuer',
    example: 'Acme SSO',
  }),
  INTHUB_AUTO_MIGRATE: variable(flag.default(true), {
    meaning: 'Apply pending migrations at start; 0 refuses to start while some are pending.',
    defaultText: '1',
    example: '0',
  }),
  INTHUB_DATA_DIR: variable(z.string().min(1).optional(), {
    meaning: 'Where the embedded PostgreSQL and generated keys live.',
    defaultText: '.inthub/data, the demo in .inthub/demo',
    example: '/var/lib/inthub',
  }),
  INTHUB_SIGN_IN_LINK: variable(flag.optional(), {
    meaning: 'Print one-time sign-in links on the console.',
    defaultText: '1 without SMTP_URL',
    example: '0',
  }),
  SMTP_URL: variable(urlWith(['smtp:', 'smtps:']).optional(), {
    meaning: 'Server that sends sign-in mails.',
    defaultText: 'off: links are printed',
    example: 'smtps://user:password@mail.example.com:465',
    secret: true,
  }),
  MAIL_FROM: variable(z.string().min(3).default('Integration Hub <inthub@localhost>'), {
    meaning: 'Sender of mails.',
    defaultText: 'Integration Hub <inthub@localhost>',
    example: 'Integration Hub <hub@example.com>',
  }),
  EGRESS_ALLOW: variable(ranges.default([]), {
    meaning: 'Address ranges every tenant may reach although they are not public.',
    defaultText: 'none: in production only public addresses are reached',
    example: '10.20.0.0/16, 192.168.1.10:8080',
  }),
  EGRESS_DENY: variable(ranges.default([]), {
    meaning: 'Address ranges that nobody may reach. Stronger than any permission.',
    defaultText: 'none',
    example: '203.0.113.0/24',
  }),
  HTTPS_PROXY: variable(urlWith(['http:', 'https:']).optional(), {
    meaning: 'Proxy for calls to the outside.',
    defaultText: 'off',
    example: 'http://proxy.example.com:3128',
    aliases: ['https_proxy'],
    secret: true,
  }),
  NODE_EXTRA_CA_CERTS: variable(z.string().min(1).optional(), {
    meaning: 'File with certificates (PEM) trusted beside those of Node.',
    defaultText: '',
    example: '/etc/ssl/company.pem',
  }),
  HEALTH_INTERVAL: variable(duration(10, 86_400, 'a duration from 10s to 1d').default(300), {
    meaning: 'Time between two checks of an integration that does not set its own.',
    defaultText: '5m',
    example: '5m',
  }),
  HEALTH_CONFIRM: variable(integer(1, 10).default(2), {
    meaning: 'Failing checks in a row before a failure counts; the second comes after 5 s.',
    defaultText: '2',
    example: '2',
  }),
  DOCTOR_INTERVAL: variable(duration(60, 2_592_000, 'a duration from 60s to 30d').default(86_400), {
    meaning: 'How often the doctor examines each integration by itself, unless the integration says otherwise.',
    defaultText: '1d',
    example: '12h',
  }),
  RETENTION_ACTIVITY: variable(duration(3_600, 315_360_000, 'a duration from 1h to 3650d').default(30 * 86_400), {
    meaning: 'How long events and activity are kept.',
    defaultText: '30d',
    example: '30d',
  }),
  RETENTION_CHECKS: variable(duration(3_600, 315_360_000, 'a duration from 1h to 3650d').default(90 * 86_400), {
    meaning: 'How long single checks are kept; their hourly sums stay.',
    defaultText: '90d',
    example: '90d',
  }),
  RETENTION_CALLS: variable(duration(3_600, 315_360_000, 'a duration from 1h to 3650d').default(30 * 86_400), {
    meaning: 'How long single calls through integrations, and their sums per minute, are kept; hourly sums stay.',
    defaultText: '30d',
    example: '30d',
  }),
  RETENTION_INBOUND: variable(duration(3_600, 315_360_000, 'a duration from 1h to 3650d').default(30 * 86_400), {
    meaning: 'How long webhooks of providers are kept with their bodies, and recognised when they come twice.',
    defaultText: '30d',
    example: '30d',
  }),
  RETENTION_SIZE_PER_TENANT: variable(bytes.default(2_000_000_000), {
    meaning:
      'Budget for events and checks of one tenant, half as much for its calls, and as much for webhooks that came in; the oldest go first.',
    defaultText: '2GB',
    example: '2GB',
  }),
  RATE_LIMIT_API: variable(rate.default({ limit: 600, windowSeconds: 60 }), {
    meaning: 'Operations one key or session may run, over all surfaces and processes.',
    defaultText: '600/min',
    example: '600/min',
  }),
  RATE_LIMIT_TENANT: variable(rate.default({ limit: 6_000, windowSeconds: 60 }), {
    meaning: 'Operations all keys and sessions of one tenant may run together.',
    defaultText: '6000/min',
    example: '6000/min',
  }),
  RATE_LIMIT_EVENTS: variable(rate.default({ limit: 3_000, windowSeconds: 60 }), {
    meaning: 'Events of their own that all keys and sessions of one tenant may publish together.',
    defaultText: '3000/min',
    example: '3000/min',
  }),
  RATE_LIMIT_HOOK: variable(rate.default({ limit: 500, windowSeconds: 1 }), {
    meaning: 'Webhooks one inbound hook may receive in one process, so that none takes the others’ place.',
    defaultText: '500/s',
    example: '500/s',
  }),
  HOOKS_CLIENT_CERT_HEADER: variable(
    z
      .string()
      .regex(/^[A-Za-z0-9-]{1,80}$/, 'must be the name of a header')
      .optional(),
    {
      meaning:
        'Header in which your reverse proxy tells the subject of a client certificate it has verified. The proxy has to overwrite it in every request.',
      defaultText: 'off',
      needed: 'when providers prove themselves with client certificates',
      example: 'X-Client-Cert-Subject',
    },
  ),
  PROXY_IDLE_TIMEOUT: variable(duration(1, 86_400, 'a duration from 1s to 1d').default(60), {
    meaning: 'How long a call through the streaming proxy may pass without a byte in either direction.',
    defaultText: '60s',
    example: '5m',
  }),
  PROXY_TOTAL_TIMEOUT: variable(duration(1, 7 * 86_400, 'a duration from 1s to 7d').default(3_600), {
    meaning: 'How long a call through the streaming proxy may take in all.',
    defaultText: '1h',
    example: '6h',
  }),
  GRAPHQL_MAX_COST: variable(integer(100, 1_000_000).default(2_000), {
    meaning: 'Highest cost of one GraphQL document.',
    defaultText: '2000',
    example: '2000',
  }),
  GRAPHQL_MAX_DEPTH: variable(integer(3, 100).default(12), {
    meaning: 'Deepest nesting of one GraphQL document.',
    defaultText: '12',
    example: '12',
  }),
  LOG_LEVEL: variable(oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'), {
    meaning: 'trace, debug, info, warn, error, fatal or silent.',
    defaultText: 'info',
    example: 'debug',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable(urlWith(['http:', 'https:']).optional(), {
    meaning: 'Collector that traces are sent to (OTLP over HTTP); /v1/traces is added. Unset: nothing is traced.',
    defaultText: '',
    example: 'http://collector:4318',
    aliases: ['JAEGER_ENDPOINT'],
  }),
  OTEL_EXPORTER_OTLP_HEADERS: variable(z.string().optional(), {
    meaning: 'Headers for the collector, as name=value pairs with commas between.',
    defaultText: '',
    example: 'authorization=Bearer%20…',
    secret: true,
  }),
  OTEL_SERVICE_NAME: variable(z.string().min(1).default('inthub'), {
    meaning: 'Name of this process in traces.',
    defaultText: 'inthub',
    example: 'inthub-worker',
  }),
  OTEL_TRACES_SAMPLER_ARG: variable(share.default(1), {
    meaning: 'Share of the traces begun here that are kept, from 0 to 1.',
    defaultText: '1',
    example: '0.1',
  }),
  LOG_FORMAT: variable(oneOf(['auto', 'json', 'pretty']).default('auto'), {
    meaning: 'json or pretty.',
    defaultText: 'pretty on a terminal, else json',
    example: 'json',
  }),
} as const

export type VariableName = keyof typeof variables
export type VariableValues = { [K in VariableName]: z.output<(typeof variables)[K]['schema']> }
