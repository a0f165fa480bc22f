import { join } from 'node:path'
import { DemoQueue } from '../../hub/demo/demoShape.ts'
import { trafficPlayer } from '../../hub/demo/traffic/playTraffic.ts'
import { readTrafficBook } from '../../hub/demo/traffic/trafficBook.ts'
import type { HubPorts } from '../../hub/http/hubPorts.ts'
import { readJsonFile } from '../../hub/policy/jsonFile.ts'
import type { TrafficFlags } from './hubFlags.ts'
import { startTraffic, type TrafficRounds } from './trafficRounds.ts'

/** Begins the traffic of a seed on a hub that is ready. @param demo folder of the demo queue. */
export async function openTraffic(
  ports: HubPorts,
  { seed, pace }: TrafficFlags,
  demo: string,
): Promise<TrafficRounds> {
  const { people, claims } = await readJsonFile(join(demo, 'demo.json'), DemoQueue)
  const service = people.find(({ role }) => role === 'intake')
  if (service === undefined) throw new Error('The demo has no service through which partners act')
  const player = trafficPlayer(
    { ...ports, papers: join(demo, 'documents'), callerId: service.userId },
    {
      seed,
      book: await readTrafficBook(demo),
      products: ports.products,
      demoIds: new Set(claims.map(({ form }) => form.claimId)),
      startedAt: ports.now(),
    },
  )
  ports.log({ level: 'info', event: 'traffic began', facts: { seed, pace } })
  return startTraffic(player, pace, ports.log)
}
