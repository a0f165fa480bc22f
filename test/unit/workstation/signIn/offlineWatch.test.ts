import { describe, expect, it } from 'vitest'
import type { SignInPort } from '../../../../src-main/workstation/ports.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { createManualClock } from '../../../fakes/manualClock.ts'
import { aSyncedStation, THE_CLAIM, whyNot } from '../../../fakes/syncedStation.ts'
import { aCommandId, startWorkstation } from '../../../fakes/workstation.ts'

const DAY = 86_400_000

/** Somebody who signed in just now, at a directory that says nothing more. */
function aSignInPort(isConfirmed = true): SignInPort {
  let confirmed = isConfirmed
  return {
    state: () => ({
      is: 'signed_in',
      isUnderWay: false,
      person: { userId: UserId.parse('u-reviewer'), name: 'Marta Ginevri', account: 'marta@contoso.example' },
      isKept: true,
    }),
    begin: () => Promise.resolve('cancelled'),
    cancel: () => undefined,
    out: () => Promise.resolve(),
    takeConfirmation() {
      const was = confirmed
      confirmed = false
      return was
    },
  }
}

/** A workstation with one claim, from then on without its hub. */
async function awayFromTheHub() {
  const desk = await aSyncedStation([aClaimRecord({ claimId: THE_CLAIM })], { signIn: aSignInPort() })
  desk.hub.script.up = false
  await desk.station.call('sync.now', {})
  await desk.station.until(async () => (await desk.station.call('sync.status', {})).hub === 'offline')
  const comment = async () => {
    const on = await desk.on()
    return desk.station.call('claims.comment', {
      ...on,
      text: 'Seen.',
      visibility: 'internal',
      inReplyTo: null,
    })
  }
  const offline = async () => (await desk.station.call('signIn.state', {})).offline
  return { ...desk, comment, offline }
}

describe('work without the hub', () => {
  it('goes on for seven days, and then there is only reading, with the reason in the answer', async () => {
    const { station, comment, offline, open } = await awayFromTheHub()
    expect(await comment()).toMatchObject({ outcome: 'accepted' })
    station.clock.advance(5 * DAY)
    expect(await offline()).toMatchObject({ isSoon: true, isOver: false })
    expect(await comment()).toMatchObject({ outcome: 'accepted' })
    station.clock.advance(2 * DAY)
    expect(await offline()).toMatchObject({ isSoon: true, isOver: true })
    const refused = { outcome: 'blocked', blocks: [{ reason: 'offline_too_long' }] }
    expect(await comment()).toMatchObject(refused)
    expect(whyNot(await open(), 'start_review')).toEqual(['offline_too_long'])
    expect((await open()).claim.form.claimId).toBe(THE_CLAIM)
    expect((await station.call('sync.outbox', {})).operations).toHaveLength(2)
  })

  it('refuses what knows no refusal too, and leaves settings, drafts and taking back open', async () => {
    const { station, on } = await awayFromTheHub()
    station.clock.advance(8 * DAY)
    const set = await station.workstation.dispatch('views.remove', { viewId: aCommandId() })
    expect(set).toMatchObject({ ok: false, error: { code: 'read_only' } })
    expect(await station.call('settings.set', { theme: 'dark' })).toMatchObject({ theme: 'dark' })
    expect(await station.call('claims.take', await on())).toMatchObject({ outcome: 'blocked' })
  })

  it('does not last longer for a clock that is turned back, also over a restart', async () => {
    const { station } = await awayFromTheHub()
    const start = station.clock.now()
    for (let day = 0; day < 4; day++) {
      station.clock.advance(DAY)
      station.clock.setTo(start)
    }
    await station.workstation.stop()
    const again = await startWorkstation({
      profile: station.profile,
      clock: station.clock,
      signIn: aSignInPort(false),
    })
    for (let day = 0; day < 3; day++) {
      again.clock.advance(DAY)
      again.clock.setTo(start)
    }
    expect((await again.call('signIn.state', {})).offline).toMatchObject({ isOver: true })
  })

  it('begins anew with the hub’s next word, and what was decided before leaves then', async () => {
    const { station, comment, hub, offline } = await awayFromTheHub()
    await comment()
    station.clock.advance(8 * DAY)
    expect(await offline()).toMatchObject({ isOver: true })
    hub.script.up = true
    await station.call('sync.now', {})
    await station.until(async () => (await offline())?.isOver === false)
    await station.until(async () => (await station.call('sync.outbox', {})).operations.length === 0)
    expect(await comment()).toMatchObject({ outcome: 'accepted' })
  })

  it('is nothing but reading on a profile of which nobody has confirmed who it is', async () => {
    const { call } = await startWorkstation({ signIn: aSignInPort(false) })
    expect((await call('signIn.state', {})).offline).toMatchObject({ isOver: true })
  })

  it('has no end where nobody signs in', async () => {
    const clock = createManualClock()
    const { call } = await startWorkstation({ clock })
    clock.advance(30 * DAY)
    expect(await call('signIn.state', {})).toEqual({
      is: 'not_needed',
      isUnderWay: false,
      person: null,
      isKept: true,
      offline: null,
    })
    expect(await call('signIn.begin', {})).toEqual({ outcome: 'not_needed' })
    expect(await call('signIn.out', { evenUnsent: false })).toEqual({ outcome: 'not_needed' })
    expect(await call('signIn.cancel', {})).toEqual({})
  })

  it('ends in signing out only after it was said that something has not left', async () => {
    const { station, comment } = await awayFromTheHub()
    await comment()
    expect(await station.call('signIn.out', { evenUnsent: false })).toEqual({ outcome: 'unsent', count: 1 })
    expect(await station.call('signIn.out', { evenUnsent: true })).toEqual({ outcome: 'signed_out' })
  })
})
