import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A line to a server that carries so many requests and then none any more: the next one is lost before the server has it, or its
 * answer is; all later ones are lost.
 */
export async function lineThatBreaks(
  url: string,
  requests: number,
  when: 'before' | 'after',
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { hostname, port, host } = new URL(url)
  let carried = 0
  const server = createServer((asked, answer) => {
    carried += 1
    const isLost = carried > requests
    if (isLost && (when === 'before' || carried > requests + 1)) return void asked.socket.destroy()
    const { method, url: path, headers } = asked
    const forth = request({ hostname, port, method, path, headers: { ...headers, host } }, (back) => {
      if (isLost) {
        back.resume().once('end', () => asked.socket.destroy())
      } else {
        answer.writeHead(back.statusCode ?? 500, back.headers)
        back.pipe(answer)
      }
    })
    asked.pipe(forth)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A server that listens on a port has an address of this kind.
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
