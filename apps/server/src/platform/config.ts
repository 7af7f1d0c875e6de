import type { Language } from '@huiqi/domain'
import { z } from 'zod'

const Port = z.coerce.number().int().min(0).max(65_535)

/** What the service can be told by its environment; docs/configuration.md lists the same. */
export const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_FOLDER: z.string().min(1).default('.huiqi/data'),
  POLICIES: z.string().min(1).default('policies'),
  WEB_FOLDER: z.string().min(1).default('apps/web/dist'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: Port.default(4860),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  /** Holds the day on which the service lives, for demonstrations and tests. */
  HUIQI_TODAY: z.iso.date().optional(),
  /** Proxies in front, by address or network, whose word on where a request comes from is believed. */
  TRUSTED_PROXIES: z.string().min(1).optional(),
  /** Requests that one address and one account may make in a minute; 0: as many as they like. */
  RATE_LIMIT: z.coerce.number().int().min(0).default(1200),
  /** Where mails go out; without it they are written into DATA_FOLDER/mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Huiqi <huiqi@localhost>'),
  /** The OpenID provider through which people can sign in, and what it knows this service as. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Who administers a service that has no administrator yet: the post comes with the first sign-in. */
  FIRST_ADMINISTRATOR: z.email().optional(),
  /** Whether an empty database gets invented enterprises and people; auto: unless DATABASE_URL is set. */
  DEMONSTRATION: z.enum(['auto', 'on', 'off']).default('auto'),
  DEMONSTRATION_ENTERPRISES: z.coerce.number().int().min(30).max(100_000).default(3000),
  /** Where registries drop files: `<source>.<grade>/<name>.csv`; without it none are looked for. */
  DROP_FOLDER: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** The variables with their defaults as text; null: none, or one that depends on others. */
export const CONFIG_VARIABLES: readonly {
  readonly name: string
  readonly byDefault: string | null
}[] = Object.entries(Environment.shape).map(([name, schema]) => {
  const { data } = schema.safeParse(undefined)
  return { name, byDefault: data === undefined ? null : String(data) }
})

/** The checked settings of a service. */
export interface Config {
  /** Null: the service runs a PostgreSQL of its own below `dataFolder`. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly policies: string
  readonly webFolder: string
  readonly host: string
  readonly port: number
  /** Where people reach the service, without a slash at the end. */
  readonly publicUrl: string
  readonly role: 'all' | 'web' | 'worker'
  /** The day on which the service lives; null: the day of the city. */
  readonly today: string | null
  readonly logLevel: string
  readonly trustedProxies: readonly string[]
  /** Requests a minute; 0: no limit. */
  readonly rateLimit: number
  /** Null: mails become files. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly oidc: OidcConfig | null
  /** In small letters. */
  readonly firstAdministrator: string | null
  /** Whether an empty database gets invented enterprises and people. */
  readonly isDemonstrationWanted: boolean
  readonly demonstrationEnterprises: number
  /** Null: no registry drops files. */
  readonly dropFolder: string | null
}

/** The OpenID provider and what it knows this service as. */
export interface OidcConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Says every wrong setting at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

const LOCALES = { zh: z.locales.zhCN, en: z.locales.en } as const

const OIDC_NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

/** The settings of OIDC that are missing while others of them are there. */
const findOidcFaults = (stated: Readonly<Record<string, unknown>>): readonly string[] => {
  const missing = OIDC_NAMES.filter((name) => stated[name] === undefined)
  if (missing.length === OIDC_NAMES.length) return []
  return missing.map((name) => `${name}: the OIDC_ settings go together`)
}

const toOidc = (read: z.infer<typeof Environment>): OidcConfig | null => {
  const [issuer, clientId, clientSecret] = OIDC_NAMES.map((name) => read[name])
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null
  return { issuer, clientId, clientSecret }
}

/** The settings of an environment; what is wrong is said in the language. Throws ConfigError that names every wrong variable. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
  language: Language = 'en',
): Config => {
  const stated = Object.fromEntries(
    Object.keys(Environment.shape)
      .filter((name) => environment[name] !== undefined && environment[name] !== '')
      .map((name) => [name, environment[name]]),
  )
  const {
    success,
    data: read,
    error,
  } = Environment.safeParse(stated, {
    error: LOCALES[language]().localeError,
  })
  const faults = [
    ...(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []),
    ...findOidcFaults(stated),
  ]
  if (!success || faults.length > 0) throw new ConfigError(faults)
  return {
    databaseUrl: read.DATABASE_URL ?? null,
    dataFolder: read.DATA_FOLDER,
    policies: read.POLICIES,
    webFolder: read.WEB_FOLDER,
    host: read.HOST,
    port: read.PORT,
    publicUrl: (read.PUBLIC_URL ?? `http://${read.HOST}:${read.PORT}`).replace(/\/$/, ''),
    role: read.ROLE,
    today: read.HUIQI_TODAY ?? null,
    logLevel: read.LOG_LEVEL,
    trustedProxies: (read.TRUSTED_PROXIES ?? '').split(/[\s,]+/).filter((text) => text !== ''),
    rateLimit: read.RATE_LIMIT,
    smtpUrl: read.SMTP_URL ?? null,
    mailFrom: read.MAIL_FROM,
    oidc: toOidc(read),
    firstAdministrator: read.FIRST_ADMINISTRATOR?.toLowerCase() ?? null,
    isDemonstrationWanted:
      read.DEMONSTRATION === 'auto' ? read.DATABASE_URL === undefined : read.DEMONSTRATION === 'on',
    demonstrationEnterprises: read.DEMONSTRATION_ENTERPRISES,
    dropFolder: read.DROP_FOLDER ?? null,
  }
}
