/** A hub in a process of its own, with partners who go on meanwhile. Started by `swarmHub.ts`; says what it did by messages. */
import { z } from 'zod'
import { IntakeResult } from '../../../src-main/hub/api/intakeResult.ts'
import { chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import { openServer } from '../../builders/hub/testDatabase.ts'
import { partnerSide } from '../../builders/hub/partnerSide.ts'
import { openTortureHub } from '../wire/tortureHub.ts'
import type { HubNews } from './hubNews.ts'
import { swarmNow } from './swarmClock.ts'

const Orders = z.object({
  databaseUrl: z.string(),
  startedAt: z.number(),
  seed: z.number(),
  partnerClaims: z.array(z.string()),
  partnerPauseMs: z.number(),
})

const tell = (news: HubNews) => void process.send?.(news)
const orders = Orders.parse(JSON.parse(process.argv[2] ?? ''))
const database = openServer({ url: orders.databaseUrl })
const hub = await openTortureHub(database, swarmNow(orders.startedAt))
// Bytes lie in a folder of this process.
await hub.hub.ports.documents.put(new TextEncoder().encode('proof'))
const partners = partnerSide(hub.hub)
const chances = chancesOf(orders.seed)

const ending = new AbortController()
async function partnersGoOn(): Promise<void> {
  for (let turn = 0; !ending.signal.aborted; turn += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, orders.partnerPauseMs)
    })
    const claimId = chances.pick(orders.partnerClaims, 'claim', turn)
    const answer = await partners.post(`/${claimId}/comments`, { text: `Word ${turn}` })
    const result = IntakeResult.safeParse(await answer.json()).data
    if (result?.outcome === 'done')
      tell({ type: 'committed', claimId, revision: result.revision, at: Date.now() })
  }
}
const working = partnersGoOn()
process.once('message', () => {
  ending.abort()
  void working.then(() => tell({ type: 'resting' }))
})
process.once('disconnect', () => process.exit())
tell({ type: 'listening', url: hub.url() })
