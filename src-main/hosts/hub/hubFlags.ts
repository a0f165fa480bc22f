import { parseArgs } from 'node:util'

export interface HubFlags {
  /** Started by a workstation: says over IPC where it listens and ends with it. */
  readonly embedded: boolean
  /** Null = the place that this system has for the data of applications. */
  readonly dataDir: string | null
  /** Null = the embedded database in the data folder. */
  readonly databaseUrl: string | null
  /** 0 = any free port. */
  readonly port: number
  readonly host: string
  readonly demo: boolean
  /** Plays what partners and customers do; null = nobody does anything but those who ask. */
  readonly traffic: TrafficFlags | null
}

export interface TrafficFlags {
  readonly seed: number
  /** Events a minute. */
  readonly pace: number
}

export const USAGE = `Usage: npm run hub -- [flags]
  --data-dir DIR         where the embedded database and the documents are kept
  --database-url URL     a PostgreSQL server (15 or newer) instead of the embedded database
  --host ADDRESS         address to listen on (127.0.0.1); any other than this machine's own has no demo people
  --port N               port to listen on (0 = any free one)
  --demo, --no-demo      demo people and a demo queue (on with the embedded database, else off)
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
  if (values.demo === true && !isLoopback)
    return 'demo people are for a hub that listens on this machine alone'
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl))
    return '--database-url begins with postgres://'
  const demo = values.demo ?? (isLoopback && databaseUrl === null)
  const traffic = trafficFlags(values, demo)
  if (typeof traffic === 'string') return traffic
  return {
    embedded: values.embedded ?? false,
    dataDir: values['data-dir'] ?? null,
    databaseUrl,
    port,
    host,
    demo,
    traffic,
  }
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
        traffic: { type: 'boolean' },
        seed: { type: 'string' },
        pace: { type: 'string' },
      },
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
