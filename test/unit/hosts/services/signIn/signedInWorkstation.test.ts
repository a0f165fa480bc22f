import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ClaimId } from '../../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Input, MethodName, Output } from '../../../../../src-preload/contract/index.ts'
import { createHubLink, fixedAddress } from '../../../../../src-main/hosts/services/hubLink.ts'
import { openDataDir } from '../../../../../src-main/hosts/services/dataDir.ts'
import { createSignedInWorkstation } from '../../../../../src-main/hosts/services/signIn/signedInWorkstation.ts'
import { users, workstations } from '../../../../../src-main/hub/store/schema.ts'
import { serveEmptyPages } from '../../../../../src-main/workstation/pages/servePages.ts'
import { KEY_FILES } from '../../../../../src-main/workstation/keys/wrappedKey.ts'
import { endWipes } from '../../../../../src-main/workstation/wiping/endWipes.ts'
import { createWorkstation, type Workstation } from '../../../../../src-main/workstation/workstation.ts'
import { aPersonAtBrowser } from '../../../../builders/directory/personAtBrowser.ts'
import { aSignIn, trust } from '../../../../builders/directory/signInDesk.ts'
import {
  AUDIENCE,
  SCOPE,
  startDirectory,
  type TestDirectory,
} from '../../../../builders/directory/testDirectory.ts'
import { anEmbeddedDatabase } from '../../../../builders/hub/embeddedDatabase.ts'
import { aHubClaim } from '../../../../builders/hub/hubClaim.ts'
import { openTestHub, serveApp, type TestHub } from '../../../../builders/hub/testHub.ts'
import { aTempFolder } from '../../../../builders/tempFolder.ts'
import { systemClock } from '../../../../../src-main/hosts/services/systemClock.ts'
import { portsOf } from '../../../../fakes/workstation.ts'

const THE_CLAIM = ClaimId.parse('C-1')

describe('the workstation of whoever is signed in, at a hub that takes the directory’s tokens', () => {
  let directory: TestDirectory
  let hub: TestHub
  let served: Awaited<ReturnType<typeof serveApp>>
  let folder: string
  let stations: Workstation[] = []
  /** All that crossed the bridge, in both directions. */
  let crossed: string[] = []
  beforeAll(async () => {
    directory = await startDirectory()
    trust(directory.ca)
    hub = await openTestHub(await anEmbeddedDatabase())
    const issuers = [{ issuer: directory.url, audience: AUDIENCE, jwksUrl: null }]
    // The directory's clock is this machine's, so the hub's is too.
    served = await serveApp({ ...hub.ports, now: Date.now, hasDemo: false, signIn: 'codes', issuers })
    await hub.put(aHubClaim({ claimId: 'C-1' }))
  }, 60_000)
  afterEach(async () => {
    for (const one of stations) await one.stop()
    stations = []
  })
  afterAll(async () => {
    await served.close()
    await directory.stop()
    await hub.owner.delete(users).where(eq(users.isDemo, false))
    await hub.close()
  })

  function aStation(root = aTempFolder(), url = new URL(served.url)) {
    folder = root
    const { signIn, nextAddress, log } = aSignIn({ directory, scope: SCOPE, folder })
    const data = openDataDir(folder)
    const ports = portsOf({})
    const link = createHubLink(fixedAddress(url), () => signIn.tokens)
    const station = createSignedInWorkstation({
      directory: signIn,
      make: ({ userId }) =>
        createWorkstation({
          ...ports,
          clock: systemClock,
          hub: link,
          log: (entry) => void log.push(entry),
          signIn,
          forgetSignIn: signIn.forget,
          paths: { ...ports.paths, profile: data.profileOf(directory.url, userId) },
          host: { ...ports.host, user: userId },
        }),
      endWipes: () => endWipes({ ...ports, clock: systemClock, hub: link }, data.listProfiles()),
      servePages: (request) => serveEmptyPages(ports, request),
      log: (entry) => void log.push(entry),
      uuid: randomUUID,
    })
    stations.push(station)
    crossed = []
    station.onEvent((event, payload) => crossed.push(JSON.stringify([event, payload])))
    const ask = async (method: string, input: unknown) => {
      const reply = await station.dispatch(method, input)
      crossed.push(JSON.stringify([method, input, reply]))
      return reply
    }
    const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
      const reply = await ask(method, input)
      if (!reply.ok) throw new Error(`${method} was answered ${reply.error.code}`)
      return reply.value as Output<M> // the router has parsed it by this method's schema
    }
    const until = (holds: () => Promise<boolean>) =>
      new Promise<void>((resolve, reject) => {
        const look = () =>
          void holds().then((done) => {
            if (!done) return
            stop()
            resolve()
          }, reject)
        const stop = station.onEvent(look)
        look()
      })
    const enter = async (login: string) => {
      const address = nextAddress()
      const asked = call('signIn.begin', {})
      await aPersonAtBrowser().signIn(await address, login)
      return asked
    }
    const rows = async () =>
      (await call('claims.list', { filter: { text: '' }, offset: 0, limit: 10 })).rows.map(
        ({ claimId }) => claimId,
      )
    const comment = async (text: string) => {
      const { claim } = await call('claims.open', { claimId: await firstRow() })
      const { claimId } = claim.form
      return call('claims.comment', {
        claimId,
        revision: claim.revision,
        commandId: randomUUID() as Input<'claims.comment'>['commandId'],
        text,
        visibility: 'internal',
        inReplyTo: null,
      })
    }
    const firstRow = async () => {
      const [claimId] = await rows()
      if (claimId === undefined) throw new Error('There is no claim.')
      return claimId
    }
    const waiting = async () => (await call('sync.outbox', {})).operations.length
    return { station, signIn, log, ask, call, until, enter, rows, comment, waiting }
  }

  it('answers nothing but the sign-in and pages without data before it', async () => {
    const { station, ask } = aStation()
    await station.start()
    for (const method of ['claims.list', 'settings.get', 'session.current', 'host.info', 'sync.status'])
      expect(await ask(method, {})).toMatchObject({ ok: false, error: { code: 'signed_out' } })
    expect(await ask('nothing.here', {})).toMatchObject({ error: { code: 'unknown_method' } })
    expect(await ask('signIn.state', {})).toMatchObject({
      ok: true,
      value: { is: 'signed_out', person: null },
    })
    const paper = await station.fetch(new Request('http://127.0.0.1:4000/documents/C-1/d1'))
    expect(paper.status).toBe(404)
    expect(existsSync(join(folder, 'people'))).toBe(false)
  })

  it('brings the claims with the role of the directory’s app roles, and no token crosses the bridge', async () => {
    const { station, call, until, enter, rows, log } = aStation()
    await station.start()
    expect(await enter('greta')).toEqual({ outcome: 'signed_in' })
    await until(async () => (await rows()).includes(THE_CLAIM))
    expect((await call('session.current', {})).user).toEqual({
      userId: 'greta-oid',
      name: 'Greta Reviewer',
      role: 'reviewer',
    })
    expect((await call('signIn.state', {})).offline).toMatchObject({ isOver: false, isSoon: false })
    const said = [...crossed, JSON.stringify(log)].join('\n')
    expect(directory.given.length).toBeGreaterThan(2)
    expect(directory.given.filter((token) => said.includes(token))).toEqual([])
  })

  it('works without hub and directory after a restart', async () => {
    const first = aStation()
    await first.station.start()
    await first.enter('greta')
    await first.until(async () => (await first.rows()).includes(THE_CLAIM))
    await first.station.stop()
    await directory.stop()
    const again = aStation(folder, new URL('http://127.0.0.1:9'))
    await again.signIn.restore()
    await again.station.start()
    expect(await again.rows()).toContain(THE_CLAIM)
    expect(await again.comment('Offline.')).toMatchObject({ outcome: 'accepted' })
    expect(await again.waiting()).toBe(1)
    await directory.start()
  })

  it('keeps what one person has not sent for that person: nobody else sees it or sends it', async () => {
    const away = aStation()
    await away.station.start()
    await away.enter('greta')
    await away.until(async () => (await away.rows()).includes(THE_CLAIM))
    await away.station.stop()
    const cut = aStation(folder, new URL('http://127.0.0.1:9'))
    await cut.signIn.restore()
    await cut.station.start()
    await cut.comment('Of Greta alone.')
    expect(await cut.call('signIn.out', { evenUnsent: false })).toEqual({ outcome: 'unsent', count: 1 })
    expect(await cut.call('signIn.out', { evenUnsent: true })).toEqual({ outcome: 'signed_out' })
    expect(await cut.ask('claims.list', {})).toMatchObject({ error: { code: 'signed_out' } })
    await cut.station.stop()

    const back = aStation(folder)
    await back.signIn.restore()
    await back.station.start()
    await back.enter('mario')
    await back.until(async () => (await back.rows()).includes(THE_CLAIM))
    expect([await back.waiting(), (await back.call('session.current', {})).user.role]).toEqual([
      0,
      'team_lead',
    ])
    const texts = async () =>
      (await hub.record('C-1')).comments.map(({ text, authorName }) => [text, authorName])
    expect(JSON.stringify(await texts())).not.toContain('Of Greta alone.')
    await back.call('signIn.out', { evenUnsent: false })
    await back.enter('greta')
    await back.until(
      async () => (await back.waiting()) === 0 && JSON.stringify(await texts()).includes('Of Greta'),
    )
    expect(JSON.stringify(await texts())).not.toContain('Mario')
  })

  it('closes the profile and forgets the person on signing out', async () => {
    const { station, call, enter, until, rows } = aStation()
    await station.start()
    await enter('greta')
    await until(async () => (await rows()).includes(THE_CLAIM))
    const data = openDataDir(folder)
    expect(await call('signIn.out', { evenUnsent: false })).toEqual({ outcome: 'signed_out' })
    expect(existsSync(data.directorySignIn)).toBe(false)
    const profile = data.profileOf(directory.url, 'greta-oid')
    // An open database has its log beside it; a closed one took it in.
    expect([
      existsSync(join(profile, 'workstation.db')),
      existsSync(join(profile, 'workstation.db-wal')),
    ]).toEqual([true, false])
    expect(crossed.filter((line) => line.startsWith('["signIn.changed"')).length).toBeGreaterThan(0)
    // Its key lies beside it, and it is no database to whoever has not got that.
    expect(existsSync(join(profile, 'profile.key'))).toBe(true)
    expect(readFileSync(join(profile, 'workstation.db')).includes('SQLite format 3')).toBe(false)
  })

  it('lets somebody else in where the key of a person’s profile cannot be read, and touches nothing of it', async () => {
    const first = aStation()
    await first.station.start()
    await first.enter('greta')
    await first.until(async () => (await first.rows()).includes(THE_CLAIM))
    await first.station.stop()
    const profile = openDataDir(folder).profileOf(directory.url, 'greta-oid')
    const database = () => readFileSync(join(profile, 'workstation.db'))
    const before = database()
    for (const name of KEY_FILES) rmSync(join(profile, name))
    const again = aStation(folder)
    await again.signIn.restore()
    await again.station.start()
    expect(await again.ask('claims.list', {})).toMatchObject({ error: { code: 'locked' } })
    expect(await again.call('vault.state', {})).toMatchObject({ state: 'locked', trouble: 'gone' })
    expect((await again.call('signIn.state', {})).person?.userId).toBe('greta-oid')
    expect(await again.call('signIn.out', { evenUnsent: true })).toEqual({ outcome: 'signed_out' })
    await again.enter('mario')
    await again.until(async () => (await again.rows()).includes(THE_CLAIM))
    expect(database().equals(before)).toBe(true)
  })

  it('is wiped although its person lost the role and the sign-in ran out, and goes on being wiped with nobody signed in', async () => {
    const first = aStation()
    await first.station.start()
    await first.enter('greta')
    await first.until(async () => (await first.rows()).includes(THE_CLAIM))
    const data = openDataDir(folder)
    const profile = data.profileOf(directory.url, 'greta-oid')
    const greta = (await hub.ports.db.select().from(workstations)).findLast(
      ({ userId }) => userId === 'greta-oid',
    )
    const clientId = greta?.clientId ?? ''
    const member = directory.members.get('greta')
    if (member === undefined) throw new Error('Greta is one of the directory.')
    member.roles = []
    try {
      await hub.ask('team_lead', 'PUT', `/v1.0/workstations/${clientId}/wipe`, {
        act: 'ordered',
        reason: 'Left in a train.',
      })
      await first.call('sync.now', {})
      await first.until(async () => (await first.ask('vault.state', {})).ok)
      await first.until(async () => (await first.call('vault.state', {})).state === 'wiped')
      // Nobody is signed in any more, in memory and on the disk, and the window is told why it is empty.
      expect(first.signIn.person()).toBeNull()
      expect(existsSync(data.directorySignIn)).toBe(false)
      expect(readdirSync(profile)).toEqual(['wiped.json'])
      await first.station.stop()
      // As a kill would leave it: marked, with something still there.
      const mark = JSON.parse(readFileSync(join(profile, 'wiped.json'), 'utf8')) as object
      writeFileSync(join(profile, 'wiped.json'), JSON.stringify({ ...mark, isErased: false, isTold: false }))
      writeFileSync(join(profile, 'workstation.db'), 'what was left')
      const again = aStation(folder)
      await again.signIn.restore()
      await again.station.start()
      expect((await again.call('signIn.state', {})).is).toBe('signed_out')
      expect(readdirSync(profile)).toEqual(['wiped.json'])
      await expect.poll(() => readFileSync(join(profile, 'wiped.json'), 'utf8')).toContain('"isTold":true')
    } finally {
      member.roles = ['Reviewer']
    }
  })

  it('leaves somebody who lost the role with reading alone', async () => {
    const { station, until, enter, rows, signIn } = aStation()
    await station.start()
    await enter('greta')
    await until(async () => (await rows()).includes(THE_CLAIM))
    const greta = directory.members.get('greta')
    if (greta === undefined) throw new Error('Greta is one of the directory.')
    greta.roles = ['Something else']
    try {
      await signIn.tokens.token(true)
      await station.stop()
      const again = aStation(folder)
      await again.signIn.restore()
      await again.station.start()
      await again.until(async () => (await again.call('session.current', {})).user.role === 'auditor')
      expect(await again.comment('No longer.')).toMatchObject({
        outcome: 'blocked',
        blocks: [{ reason: 'role_may_not' }],
      })
    } finally {
      greta.roles = ['Reviewer']
    }
  })
})
