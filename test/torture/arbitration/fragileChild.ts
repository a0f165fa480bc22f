/** A hub in a process of its own that dies, or loses its database, in the middle of an act. Started by `fragileHub.ts`. */
import pg from 'pg'
import { openServer } from '../../builders/hub/testDatabase.ts'
import { NOW } from '../../builders/hub/hubClaim.ts'
import { openTestHub } from '../../builders/hub/testHub.ts'
import { castBook } from './cast.ts'
import { type FragileNews, FragileOrder } from './fragileOrders.ts'

const HOUR = 3_600_000
const tell = (news: FragileNews) => void process.send?.(news)

let order: FragileOrder | null = null
let statements = 0

/** The connection's own socket, which its types do not name. */
const cut = (client: pg.Client): void =>
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()

function suffer(client: pg.Client, { mishap }: FragileOrder): void {
  order = null
  if (mishap === 'kill') process.kill(process.pid, 'SIGKILL')
  else cut(client)
}

const query = pg.Client.prototype.query
// Every statement goes through here; its many forms are passed on as they are.
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]): never {
  const now = order
  if (now === null) return query.apply(this, args as never) as never
  // A person is looked up, the claim found: what is counted begins with the transaction.
  const [asked] = args as [string | { readonly text: string }]
  const text = typeof asked === 'string' ? asked : asked.text
  if (statements > 0 || text.startsWith('begin')) statements += 1
  const isNow = now.statement === null ? text.startsWith('commit') : statements === now.statement
  if (isNow && !now.isSent) suffer(this, now)
  const answer = query.apply(this, args as never) as never
  if (isNow && now.isSent) setImmediate(() => suffer(this, now))
  return answer
}

const hub = await openTestHub(openServer({ url: process.argv[2] ?? '' }), null, castBook())
hub.clock.now = NOW + HOUR
process.on('message', (message) => {
  order = FragileOrder.parse(message)
  statements = 0
  tell({ type: 'armed' })
})
process.once('disconnect', () => process.exit())
tell({ type: 'listening', url: hub.url })
