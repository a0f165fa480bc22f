import { createServer } from 'node:http'
import type { HubMetrics } from '../../hub/metrics/hubMetrics.ts'
import { serverOptions } from './serverOptions.ts'

/** Where figures are given to whoever can reach the address, and nothing else is: by `host:port`. */
export interface MetricsAddress {
  readonly host: string
  readonly port: number
}

/** `GET /metrics` at an address of its own, which the hub's callers need not reach. @returns ends it. */
export function serveMetrics(
  metrics: HubMetrics,
  { host, port }: MetricsAddress,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer(serverOptions(), (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, { 'cache-control': 'no-store' }).end()
      return
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : port,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      })
    })
  })
}
