import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import type { MetricsAddress } from './serveMetrics.ts'

export interface HubFlags {
  /** Started by a workstation: says over IPC where it listens and ends with it. */
  readonly embedded: boolean
  /** Null = the place that this system has for the data of applications. */
  readonly dataDir: string | null
  /** Null = the embedded database in the data folder. */
  readonly databaseUrl: string | null
  /** Who owns the tables, for the start alone; null = whoever `databaseUrl` names. */
  readonly migrateUrl: string | null
  /** 0 = any free port. */
  readonly port: number
  readonly host: string
  readonly demo: boolean
  /** Demo people sign in with a code that is printed at the start, and nobody without one. */
  readonly demoUsers: boolean
  /** A directory whose tokens are good here. */
  readonly issuer: IssuerFlags | null
  /** So many times as many requests a minute as usual. */
  readonly limitFactor: number
  /** Where figures are given out; null = nowhere. */
  readonly metrics: MetricsAddress | null
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** Callers come by https alone. */
  readonly behindTls: boolean
  /** For so long `/readyz` says no before the hub stops to listen, in seconds. */
  readonly drain: number
  /** Plays what partners and customers do; null = nobody does anything but those who ask. */
  readonly traffic: TrafficFlags | null
  /** Where anchors of the log are kept; null = beside the embedded database. */
  readonly anchors: string | null
}

export interface IssuerFlags {
  readonly issuer: string
  readonly audience: string
  /** Null = as the issuer's OpenID configuration says. */
  readonly jwksUrl: URL | null
}

export interface TrafficFlags {
  readonly seed: number
  /** Events a minute. */
  readonly pace: number
}

export const USAGE = `Usage: npm run hub -- [flags]
  --data-dir DIR         where the embedded database and the documents are kept
  --database-url URL     a PostgreSQL server (15 or newer) instead of the embedded database
  --migrate-url URL      who owns the tables, for bringing the schema up to date at the start (whoever --database-url names)
  --host ADDRESS         address to listen on (127.0.0.1); any other than this machine's own has demo people with codes only
  --port N               port to listen on (0 = any free one)
  --demo, --no-demo      demo people and a demo queue (on with the embedded database, else off)
  --demo-users           prints a code for each demo person, which npm start -- --hub URL --code CODE takes once
  --issuer URL           a directory (such as Entra ID) whose tokens are good here, as they name it
  --audience ID          this hub, as those tokens name it
  --jwks URL             the directory's keys (as its OpenID configuration says)
  --anchors DIR          where the log is anchored every five minutes (beside the embedded database); for a team a place that
                         whoever administers the database cannot change
  --limit-factor N       so many times as many requests a minute as usual, 1 to 1000 (1)
  --metrics HOST:PORT    figures for Prometheus at an address of their own (nowhere)
  --trusted-proxy IP     a reverse proxy whose X-Forwarded-For counts; may be given several times
  --behind-tls           callers come by https alone: browsers are told to keep to it
  --drain N              seconds for which /readyz says no before the hub stops to listen (0 on this machine alone, else 5)
  --traffic              plays what partners and customers do, on a hub with demo people
  --seed N               another traffic for each (1)
  --pace N               events a minute, 1 to 600 (6)
  --embedded             started by the workstation: ends with it`

export const LOOPBACK_HOSTS = ['127.0.0.1', '::1']

/** A string says what is wrong with the flags. */
export function hubFlags(args: readonly string[]): HubFlags | string {
  const parsed = parse(args)
  if (typeof parsed === 'string') return parsed
  const { values } = parsed
  const host = values.host ?? '127.0.0.1'
  const port = Number(values.port ?? '0')
  const isLoopback = LOOPBACK_HOSTS.includes(host)
  const databaseUrl = values['database-url'] ?? null
  if (!/^\d{1,5}$/.test(values.port ?? '0') || port > 65_535) return '--port takes a number from 0 to 65535'
  const demoUsers = values['demo-users'] ?? false
  if (values.demo === true && !isLoopback && !demoUsers)
    return 'demo people without codes are for a hub that listens on this machine alone; add --demo-users'
  if (demoUsers && values.demo === false) return '--demo-users and --no-demo contradict each other'
  if (databaseUrl !== null && !POSTGRES.test(databaseUrl)) return '--database-url begins with postgres://'
  const demo = demoUsers || (values.demo ?? (isLoopback && databaseUrl === null))
  const traffic = trafficFlags(values, demo)
  if (typeof traffic === 'string') return traffic
  const issuer = issuerFlags(values)
  if (typeof issuer === 'string') return issuer
  const served = servingFlags(values, isLoopback)
  if (typeof served === 'string') return served
  const migrateUrl = values['migrate-url'] ?? null
  if (migrateUrl !== null && !POSTGRES.test(migrateUrl)) return '--migrate-url begins with postgres://'
  if (migrateUrl !== null && databaseUrl === null) return '--migrate-url is for --database-url'
  const factor = values['limit-factor'] ?? '1'
  if (!/^\d{1,4}$/.test(factor) || Number(factor) < 1 || Number(factor) > 1000)
    return '--limit-factor takes a number from 1 to 1000'
  return {
    embedded: values.embedded ?? false,
    dataDir: values['data-dir'] ?? null,
    databaseUrl,
    port,
    host,
    demo,
    demoUsers,
    issuer,
    limitFactor: Number(factor),
    migrateUrl,
    ...served,
    traffic,
    anchors: values.anchors ?? null,
  }
}

const POSTGRES = /^postgres(ql)?:\/\//

type Serving = Pick<HubFlags, 'metrics' | 'trustedProxies' | 'behindTls' | 'drain'>

/** A string says what is wrong. */
function servingFlags(
  values: {
    readonly metrics?: string
    readonly 'trusted-proxy'?: string[]
    readonly 'behind-tls'?: boolean
    readonly drain?: string
  },
  isLoopback: boolean,
): Serving | string {
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(values.metrics ?? '') ?? []
  if (values.metrics !== undefined && (host === undefined || Number(port) > 65_535))
    return '--metrics takes HOST:PORT'
  const trustedProxies = values['trusted-proxy'] ?? []
  if (!trustedProxies.every((one) => isIP(one) !== 0)) return '--trusted-proxy takes an address'
  const drain = values.drain ?? (isLoopback ? '0' : '5')
  if (!/^\d{1,3}$/.test(drain)) return '--drain takes a number of seconds up to 999'
  return {
    metrics: host === undefined ? null : { host, port: Number(port) },
    trustedProxies,
    behindTls: values['behind-tls'] ?? false,
    drain: Number(drain),
  }
}

/** Null = no directory. A string says what is wrong. */
function issuerFlags(values: {
  readonly issuer?: string
  readonly audience?: string
  readonly jwks?: string
}): IssuerFlags | string | null {
  const { issuer, audience, jwks } = values
  if (issuer === undefined)
    return audience === undefined && jwks === undefined ? null : '--audience and --jwks are for --issuer'
  if (audience === undefined || audience === '') return '--issuer needs --audience'
  if (!isSafe(issuer)) return '--issuer is an https:// address'
  if (jwks !== undefined && !isSafe(jwks)) return '--jwks is an https:// address'
  return { issuer, audience, jwksUrl: jwks === undefined ? null : new URL(jwks) }
}

/** Keys come over this wire: in the clear only from this machine itself. */
function isSafe(text: string): boolean {
  const url = URL.parse(text)
  return (
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname))
  )
}

/** Null = no traffic. A string says what is wrong. */
function trafficFlags(
  values: { readonly traffic?: boolean; readonly seed?: string; readonly pace?: string },
  demo: boolean,
): TrafficFlags | string | null {
  const { seed = '1', pace = '6' } = values
  if (values.traffic !== true)
    return values.seed === undefined && values.pace === undefined
      ? null
      : '--seed and --pace are for --traffic'
  if (!demo) return '--traffic is for a hub with demo people'
  if (!/^\d{1,9}$/.test(seed)) return '--seed takes a number of up to nine digits'
  if (!/^\d{1,3}$/.test(pace) || Number(pace) < 1 || Number(pace) > 600)
    return '--pace takes a number from 1 to 600'
  return { seed: Number(seed), pace: Number(pace) }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: false,
      allowNegative: true,
      options: {
        embedded: { type: 'boolean' },
        'data-dir': { type: 'string' },
        'database-url': { type: 'string' },
        host: { type: 'string' },
        port: { type: 'string' },
        demo: { type: 'boolean' },
        'demo-users': { type: 'boolean' },
        issuer: { type: 'string' },
        audience: { type: 'string' },
        jwks: { type: 'string' },
        anchors: { type: 'string' },
        'limit-factor': { type: 'string' },
        'migrate-url': { type: 'string' },
        metrics: { type: 'string' },
        'trusted-proxy': { type: 'string', multiple: true },
        'behind-tls': { type: 'boolean' },
        drain: { type: 'string' },
        traffic: { type: 'boolean' },
        seed: { type: 'string' },
        pace: { type: 'string' },
      },
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
