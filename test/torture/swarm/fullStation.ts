import type { Chances } from '../../../src-main/hub/demo/traffic/chances.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { act, type Acknowledged } from '../wire/acts.ts'
import type { TortureStation } from '../wire/tortureStation.ts'

const LOOK_MS = 250

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

/** The real workstation at work among the light ones: takes, reviews, decides, until told to stop. Gives back what it was told is safe. */
export async function workAtWindow(
  station: TortureStation,
  { chances, thinkMs, shouldStop }: { chances: Chances; thinkMs: number; shouldStop: () => boolean },
): Promise<Acknowledged[]> {
  const safe: Acknowledged[] = []
  const does = async (...given: Parameters<typeof act>) => {
    const acknowledged = await act(...given)
    if (acknowledged !== null) safe.push(acknowledged)
    return acknowledged !== null
  }
  for (let turn = 0; !shouldStop(); turn += 1) {
    await pause(thinkMs * chances.share(station.user, turn))
    const filter = { text: 'status:submitted' }
    const { rows } = await station.call('claims.list', { filter, offset: 0, limit: 200 })
    const own = rows.filter(({ claimId }) => claimId.startsWith('T-'))
    if (own.length === 0) continue
    const { claimId } = chances.pick(own, station.user, 'claim', turn)
    if (!(await does(station, claimId, 'take')) || !(await does(station, claimId, 'start_review'))) continue
    while (!shouldStop() && !(await isChecked(station, claimId))) await pause(LOOK_MS)
    await does(station, claimId, turn % 3 === 0 ? 'request_info' : 'approve')
  }
  return safe
}

async function isChecked(station: TortureStation, claimId: ClaimId): Promise<boolean> {
  const detail = await station.call('claims.open', { claimId }).catch(() => null)
  return detail === null || detail.checkStatus === 'ready'
}
