import type { ServerOptions } from 'node:http'

/** How long a caller may take, in milliseconds. */
export interface ServerTimes {
  readonly headersMs: number
  readonly requestMs: number
  readonly keepAliveMs: number
  /** How often connections are looked through for those that took longer. */
  readonly lookEveryMs: number
}

/** The largest body, 25 MB, comes in time over 2 Mbit a second; headers are small wherever they come from. */
const TIMES: ServerTimes = { headersMs: 10_000, requestMs: 120_000, keepAliveMs: 65_000, lookEveryMs: 5_000 }
const MAX_HEADER_BYTES = 16_384
/** Live lines of 2,000 workstations and what they ask beside. */
export const MAX_CONNECTIONS = 5_000

/** Who sends a request by drops is cut off, and nobody holds a connection for nothing. */
export const serverOptions = (times: ServerTimes = TIMES): ServerOptions => ({
  headersTimeout: times.headersMs,
  requestTimeout: times.requestMs,
  keepAliveTimeout: times.keepAliveMs,
  connectionsCheckingInterval: times.lookEveryMs,
  maxHeaderSize: MAX_HEADER_BYTES,
})
