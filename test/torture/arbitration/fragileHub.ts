import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { OperationResult } from '../../../src-main/hub/api/operations.ts'
import type { LeadsDecision } from './did.ts'
import { FragileNews, type FragileOrder } from './fragileOrders.ts'

/** A hub that is killed, or whose connection breaks, when it is told to; after a kill it is started anew. */
export interface FragileHub {
  /** Null = no answer came: whether it was done is not known. */
  decide(
    of: LeadsDecision,
    headers: Record<string, string>,
    order: FragileOrder,
  ): Promise<OperationResult | null>
  isAlive(): boolean
  stop(): Promise<void>
}

export function fragileHub(databaseUrl: string): FragileHub {
  let running: { readonly child: ChildProcess; readonly url: string } | null = null
  const start = async () => {
    const child = fork(join(import.meta.dirname, 'fragileChild.ts'), [databaseUrl])
    child.once('exit', () => {
      running = null
    })
    const news = await next(child)
    if (news.type !== 'listening') throw new Error('A hub was armed before it listened')
    return { child, url: news.url }
  }
  return {
    async decide({ claimId, request }, headers, order) {
      running ??= await start()
      const { child, url } = running
      const armed = next(child)
      child.send(order)
      await armed
      const ended = order.mishap === 'kill' ? once(child, 'exit') : null
      const answer = await post(`${url}/v1.0/claims/${claimId}/operations`, request, headers)
      // It may have answered before it came to the statement.
      if (answer === null && ended !== null) await ended
      return answer
    },
    isAlive: () => running !== null,
    async stop() {
      if (running === null) return
      const ended = once(running.child, 'exit')
      running.child.disconnect()
      await ended
    },
  }
}

async function next(child: ChildProcess): Promise<FragileNews> {
  const { promise, resolve, reject } = Promise.withResolvers<FragileNews>()
  const ended = (code: number | null): void => reject(new Error(`The hub ended with ${code}`))
  child.once('exit', ended)
  child.once('message', (message) => resolve(FragileNews.parse(message)))
  try {
    return await promise
  } finally {
    child.off('exit', ended)
  }
}

async function post(
  url: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<OperationResult | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return answer.status === 200 ? OperationResult.parse(await answer.json()) : null
  } catch {
    return null
  }
}
