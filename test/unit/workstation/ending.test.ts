import { expect, it } from 'vitest'
import { aClaimRecord } from '../../builders/claimRecord.ts'
import { feedOf, startScriptedHub } from '../../fakes/scriptedHub.ts'
import { everythingMet } from '../../fakes/syncedStation.ts'
import { startWorkstation } from '../../fakes/workstation.ts'

const CLAIMS = [aClaimRecord()]

it.for(['at once', 'after its first round with the hub'] as const)(
  'a workstation that ends %s leaves no alarm behind for which its process would stay',
  async (when) => {
    const hub = await startScriptedHub({ feed: feedOf(() => CLAIMS) })
    const station = await startWorkstation({ hub: hub.port, poe: everythingMet(CLAIMS) })
    if (when !== 'at once') {
      station.clock.advance(0)
      await station.until(async () => (await station.call('sync.status', {})).hub === 'online')
    }
    await station.workstation.stop()
    expect(station.clock.waiting()).toBe(0)
  },
)
