import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { HubNews } from './hubNews.ts'
import type { Traffic } from './traffic.ts'

export interface SwarmHubWishes {
  readonly databaseUrl: string
  /** Epoch milliseconds: the begin of the swarm's time. */
  readonly startedAt: number
  readonly seed: number
  /** Claims that partners talk on. */
  readonly partnerClaims: readonly string[]
  readonly partnerPauseMs: number
}

/** The hub as a process of its own, so that clients and hub do not share one thread. */
export async function startSwarmHub(wishes: SwarmHubWishes, traffic: Traffic) {
  const child = fork(join(import.meta.dirname, 'hubChild.ts'), [JSON.stringify(wishes)])
  const listening = Promise.withResolvers<string>()
  const resting = Promise.withResolvers<void>()
  child.on('message', (message) => {
    const news = HubNews.parse(message)
    if (news.type === 'listening') listening.resolve(news.url)
    else if (news.type === 'committed') traffic.committed(news.claimId, news.revision, news.at)
    else resting.resolve()
  })
  child.once('exit', (code) => {
    const error = new Error(`The hub ended with ${code}`)
    listening.reject(error)
    resting.reject(error)
  })
  resting.promise.catch(() => undefined)
  return {
    url: await listening.promise,
    /** The partners stop; the hub goes on. */
    async rest() {
      child.send('rest')
      await resting.promise
    },
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
