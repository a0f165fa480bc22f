import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noBox } from '../../../../../src-main/hosts/services/signIn/sealedBox.ts'
import { PATIENCE_MS } from '../../../../../src-main/hosts/services/signIn/browserTurn.ts'
import { aPersonAtBrowser } from '../../../../builders/directory/personAtBrowser.ts'
import { aSignIn, trust } from '../../../../builders/directory/signInDesk.ts'
import {
  AUDIENCE,
  SCOPE,
  startDirectory,
  type TestDirectory,
} from '../../../../builders/directory/testDirectory.ts'
import { createManualClock } from '../../../../fakes/manualClock.ts'

const GRETA = { userId: 'greta-oid', name: 'Greta Reviewer', account: 'greta@contoso.example' }

describe('signing in at a directory', () => {
  let directory: TestDirectory
  beforeAll(async () => {
    directory = await startDirectory()
    trust(directory.ca)
  }, 60_000)
  afterAll(() => directory.stop())
  const desk = (wishes: Partial<Parameters<typeof aSignIn>[0]> = {}) =>
    aSignIn({ directory, scope: SCOPE, ...wishes })
  const asGreta = async ({ signIn, nextAddress }: ReturnType<typeof aSignIn>, login = 'greta') => {
    const address = nextAddress()
    const asked = signIn.begin()
    const page = await aPersonAtBrowser().signIn(await address, login)
    return [await asked, page] as const
  }
  const redirectOf = (address: string) => new URL(address).searchParams.get('redirect_uri') ?? ''
  /** Fails where nothing listens. */
  const post = (url: string, body: Record<string, string>) =>
    fetch(url.replace('localhost', '127.0.0.1'), { method: 'POST', body: new URLSearchParams(body) })

  it('goes by code with PKCE and a state, without a secret, to a port of this machine', async () => {
    const here = desk()
    const [outcome, page] = await asGreta(here)
    expect([outcome, here.signIn.state()]).toEqual([
      'signed_in',
      { is: 'signed_in', isUnderWay: false, person: GRETA, isKept: true },
    ])
    expect(page).toContain('You can close this tab and go back to Proofdesk.')
    const said = new URL(here.opened[0] ?? '').searchParams
    expect(Object.fromEntries(said)).toMatchObject({
      response_type: 'code',
      response_mode: 'form_post',
      code_challenge_method: 'S256',
      client_id: 'proofdesk-workstation',
    })
    expect([said.get('code_challenge')?.length, (said.get('state') ?? '').length > 20]).toEqual([43, true])
    expect(said.has('client_secret')).toBe(false)
    expect(redirectOf(here.opened[0] ?? '')).toMatch(/^http:\/\/localhost:\d+$/)
  })

  it('gives tokens in Entra ID’s form for the hub alone', async () => {
    const here = desk()
    await asGreta(here)
    const token = decodeJwt(await here.signIn.tokens.token(false))
    expect(token).toMatchObject({
      iss: directory.url,
      aud: AUDIENCE,
      oid: 'greta-oid',
      roles: ['Reviewer'],
      preferred_username: 'greta@contoso.example',
    })
  })

  it('is not taken in by an answer with another state, and goes on waiting for its own', async () => {
    const here = desk()
    const address = here.nextAddress()
    const asked = here.signIn.begin()
    const opened = await address
    const strange = await post(redirectOf(opened), { code: 'stolen', state: 'of somebody else' })
    expect([strange.status, here.signIn.state().isUnderWay]).toEqual([400, true])
    await aPersonAtBrowser().signIn(opened, 'greta')
    expect(await asked).toBe('signed_in')
  })

  it('is open for one answer: a second one finds nothing', async () => {
    const here = desk()
    await asGreta(here)
    await expect(post(redirectOf(here.opened[0] ?? ''), { code: 'again', state: 'x' })).rejects.toThrow()
  })

  it('ends when the person calls it off, and when nobody came back in five minutes', async () => {
    const clock = createManualClock()
    const here = desk({ clock })
    for (const [end, outcome] of [
      [() => here.signIn.cancel(), 'cancelled'],
      [() => clock.advance(PATIENCE_MS), 'timed_out'],
    ] as const) {
      const address = here.nextAddress()
      const asked = here.signIn.begin()
      const opened = await address
      expect(here.signIn.state()).toMatchObject({ is: 'signed_out', isUnderWay: true })
      end()
      expect(await asked).toBe(outcome)
      expect(here.signIn.state()).toMatchObject({ is: 'signed_out', isUnderWay: false })
      await expect(post(redirectOf(opened), { error: 'late', state: 'x' })).rejects.toThrow()
    }
    expect((await asGreta(here))[0]).toBe('signed_in')
  })

  it('says so where no browser can be started, and where the directory is away', async () => {
    expect(await desk({ openBrowser: () => Promise.resolve(false) }).signIn.begin()).toBe('no_browser')
    const nowhere = desk({ directory: { url: 'https://127.0.0.1:9' } })
    expect(await nowhere.signIn.begin()).toBe('unreachable')
    expect(nowhere.opened).toEqual([])
  }, 60_000)

  it('survives a restart without asking anybody, also while the directory is away', async () => {
    const here = desk()
    await asGreta(here)
    await directory.stop()
    const again = desk({ folder: here.folder })
    await again.signIn.restore()
    expect(again.signIn.state()).toMatchObject({ is: 'signed_in', person: GRETA })
    await directory.start()
    const token = await again.signIn.tokens.token(true)
    expect(decodeJwt(token)).toMatchObject({ oid: 'greta-oid' })
  })

  it('leaves no token on the disk in the clear, in the log, or in what an error says', async () => {
    const here = desk()
    await asGreta(here)
    await here.signIn.tokens.token(true)
    await directory.revokeAll()
    const failed: unknown = await here.signIn.tokens.token(true).catch((error: unknown) => error)
    const files = readdirSync(here.folder).map((name) => readFileSync(join(here.folder, name), 'latin1'))
    const said = [...files, JSON.stringify(here.log), String(failed), JSON.stringify(failed)].join('\n')
    expect([files.length, directory.given.length > 4]).toEqual([1, true])
    expect(
      directory.given.filter((token) => said.includes(token) || said.includes(token.slice(-40))),
    ).toEqual([])
  })

  it('is in memory alone where the machine has no place for secrets, and says so', async () => {
    const here = desk({ box: noBox })
    await asGreta(here)
    expect([here.signIn.state().isKept, readdirSync(here.folder)]).toEqual([false, []])
    expect(decodeJwt(await here.signIn.tokens.token(true))).toMatchObject({ oid: 'greta-oid' })
    const again = desk({ box: noBox, folder: here.folder })
    await again.signIn.restore()
    expect(again.signIn.state().is).toBe('signed_out')
  })

  it('lapses when the directory takes it back, asks nobody again by itself, and goes on after the next sign-in', async () => {
    const here = desk()
    await asGreta(here)
    await directory.revokeAll()
    await expect(here.signIn.tokens.token(true)).rejects.toThrow('invalid_grant')
    expect(here.signIn.state()).toMatchObject({ is: 'lapsed', person: GRETA })
    await expect(here.signIn.tokens.token(true)).rejects.toThrow('lapsed')
    await asGreta(here)
    expect(new URL(here.opened.at(-1) ?? '').searchParams.get('login_hint')).toBe('greta@contoso.example')
    expect(here.signIn.state().is).toBe('signed_in')
    expect(decodeJwt(await here.signIn.tokens.token(true))).toMatchObject({ oid: 'greta-oid' })
  })

  it('signs nobody in whose profile cannot be opened on this machine', async () => {
    const here = desk()
    here.signIn.onPerson(() => Promise.reject(new Error('This system keeps no keys.')))
    const address = here.nextAddress()
    const asked = here.signIn.begin()
    asked.catch(() => undefined)
    await aPersonAtBrowser().signIn(await address, 'greta')
    await expect(asked).rejects.toThrow('could not be opened')
    expect(here.signIn.state()).toMatchObject({ is: 'signed_out', person: null, isUnderWay: false })
    expect(readdirSync(here.folder)).toEqual([])
    here.signIn.onPerson(() => Promise.resolve())
    expect((await asGreta(here))[0]).toBe('signed_in')
  })

  it('forgets everything when the person signs out', async () => {
    const here = desk()
    await asGreta(here)
    await here.signIn.out()
    expect(here.signIn.state()).toMatchObject({ is: 'signed_out', person: null })
    expect(existsSync(join(here.folder, 'directory-sign-in.sealed'))).toBe(false)
    await expect(here.signIn.tokens.token(false)).rejects.toThrow('Nobody is signed in')
    const [outcome] = await asGreta(here, 'mario')
    expect([outcome, here.signIn.person()?.userId]).toEqual(['signed_in', 'mario-oid'])
    expect(new URL(here.opened.at(-1) ?? '').searchParams.get('prompt')).toBe('login consent')
  })
})
