import { describe, expect, it } from 'vitest'
import { aCalendar } from '../../../builders/calendar.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { REFERENCE, type ScriptedAnswer } from '../../../fakes/scriptedHub.ts'
import { aSyncedStation, whyNot } from '../../../fakes/syncedStation.ts'

const given = (more: object, tag = '"r2"'): ScriptedAnswer => ({
  body: { ...REFERENCE, ...more },
  headers: { etag: tag },
})
const referenceEvents = ({ log }: { readonly log: readonly { event: string; level: string }[] }) =>
  log.filter(({ event }) => event.startsWith('policies'))

describe('what claims are judged by', () => {
  it('comes before the first page of the feed, and is asked for again only by its entity tag', async () => {
    const asked = Promise.withResolvers<string>()
    const { hub, station } = await aSyncedStation([aClaimRecord()], {
      script: { reference: () => given({}) },
    })
    hub.script.reference = (tag) => {
      asked.resolve(tag)
      return { status: 304 }
    }
    const firstOf = (path: string) => hub.asked.indexOf(`GET ${path}`)
    expect(firstOf('/v1.0/reference')).toBeLessThan(firstOf('/v1.0/claims/delta'))
    station.clock.advance(10_000)
    expect(await asked.promise).toBe('"r2"')
  })

  it('is kept over a restart and used without the hub', async () => {
    const profile = aTempFolder()
    const first = await aSyncedStation([aClaimRecord()], { profile })
    await first.station.workstation.stop()
    const second = await aSyncedStation([aClaimRecord()], { profile, script: { up: false } })
    expect((await second.open()).policy).toEqual(SEED_2020)
  })

  it('does not stop the feed when it fails, and leaves claims that can be read and not acted on', async () => {
    const { station, open, hub, decide } = await aSyncedStation([aClaimRecord()], {
      script: { reference: () => ({ status: 500 }) },
    })
    const shown = await open()
    expect([shown.policy, whyNot(shown, 'approve'), whyNot(shown, 'comment')]).toEqual([
      null,
      ['unknown_content'],
      ['unknown_content'],
    ])
    expect(await decide({ decision: 'approve' })).toMatchObject({
      outcome: 'blocked',
      blocks: [{ reason: 'unknown_content' }],
    })
    const failedAgain = Promise.withResolvers<void>()
    hub.script.reference = () => {
      failedAgain.resolve()
      return { status: 404 }
    }
    await station.call('sync.now', {})
    await failedAgain.promise
    hub.script.reference = () => given({})
    await station.call('sync.now', {})
    await station.until(async () => (await open()).policy !== null)
    expect(whyNot(await open(), 'comment')).toEqual([])
    expect(referenceEvents(station).map(({ level }) => level)).toEqual(['warn', 'info'])
  })

  it('judges a claim by its own profile, although the hub gives newer versions of it', async () => {
    const old = aClaimRecord({
      state: 'approved',
      subState: 'consent_open',
      also: { policy: { id: 'docs-2023', version: 1 } },
    })
    const { station, open, hub } = await aSyncedStation([old], {
      script: { reference: () => given({ policies: [DOCS_2023] }) },
    })
    hub.script.reference = () => given({ policies: [{ ...DOCS_2023, version: 2, title: 'Newer' }] }, '"r3"')
    await station.call('sync.now', {})
    await station.until(async () => referenceEvents(station).length === 2)
    expect((await open()).policy).toMatchObject({ version: 1, title: DOCS_2023.title })
  })

  it('takes what fits and leaves out a profile that this version does not understand', async () => {
    const strange = { ...DOCS_2023, version: 7, moonPhase: 'full' }
    const { station, open } = await aSyncedStation([aClaimRecord()], {
      script: {
        reference: () => given({ policies: [strange, SEED_2020], calendars: [{ id: 'x' }, aCalendar()] }),
      },
    })
    expect((await open()).policy).toEqual(SEED_2020)
    expect(referenceEvents(station)).toMatchObject([{ level: 'warn', facts: { unread: 2 } }])
  })

  it('is asked for anew by another version of the program, which may understand more of it', async () => {
    const profile = aTempFolder()
    const first = await aSyncedStation([aClaimRecord()], { profile })
    await first.station.workstation.stop()
    const tags: string[] = []
    const reference = (tag: string) => {
      tags.push(tag)
      return given({})
    }
    await aSyncedStation([aClaimRecord()], { profile, version: '0.0.1', script: { reference } }).then(
      ({ station }) => station.until(async () => tags.length > 0),
    )
    expect(tags[0]).toBe('')
  })
})
