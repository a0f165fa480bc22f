import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHubLink, fixedAddress } from '../../../../src-main/hosts/services/hubLink.ts'
import {
  keepSignIn,
  keptSignIn,
  SignInRefused,
  signInNote,
  signInWithCode,
} from '../../../../src-main/hosts/services/hubSignIn.ts'
import { anEmbeddedDatabase } from '../../../builders/hub/embeddedDatabase.ts'
import { makeSignInCode } from '../../../../src-main/hub/store/signInCodesRepo.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { openTestHub, serveApp, type TestHub } from '../../../builders/hub/testHub.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const LEAD = UserId.parse('team_lead')

describe('signing in to a hub by a code', () => {
  let hub: TestHub
  let served: Awaited<ReturnType<typeof serveApp>>
  let url: URL
  beforeAll(async () => {
    hub = await openTestHub(await anEmbeddedDatabase())
    served = await serveApp({ ...hub.ports, signIn: 'codes' })
    url = new URL(served.url)
  }, 60_000)
  afterAll(async () => {
    await served.close()
    await hub.close()
  })
  const aCode = () => makeSignInCode(hub.ports.db, LEAD, hub.clock.now)

  it('is done once; a restart finds the token in a file that its owner alone may read', async () => {
    const file = join(aTempFolder(), 'hub-sign-in.json')
    writeFileSync(file, 'something older', { mode: 0o644 })
    expect(keptSignIn(file, url)).toBeNull()
    const kept = await signInWithCode(url, await aCode())
    keepSignIn(file, kept)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const found = keptSignIn(file, url)
    expect(found).toEqual({ hub: url.origin, userId: 'team_lead', token: kept.token })
    const link = createHubLink(fixedAddress(url), () => found)
    expect(await (await link.request(LEAD, '/v1.0/me')).json()).toMatchObject({ role: 'team_lead' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(found)
  })

  it('gives the token to that hub alone, and to nobody else who works here', async () => {
    const file = join(aTempFolder(), 'hub-sign-in.json')
    const kept = await signInWithCode(url, await aCode())
    keepSignIn(file, kept)
    expect(keptSignIn(file, new URL('https://other.example'))).toBeNull()
    const link = createHubLink(fixedAddress(url), () => kept)
    await expect(link.request(UserId.parse('reviewer'), '/v1.0/me')).rejects.toThrow('Somebody else')
  })

  it('does not ask for another token when the hub refuses this one', async () => {
    const token = 'x'.repeat(40)
    const link = createHubLink(fixedAddress(url), () => ({ hub: url.origin, userId: LEAD, token }))
    expect((await link.request(LEAD, '/v1.0/me')).status).toBe(401)
  })

  it('says in one sentence why not', async () => {
    const code = await aCode()
    await signInWithCode(url, code)
    await expect(signInWithCode(url, code)).rejects.toThrow('The code is unknown, was used, or has run out.')
    await expect(signInWithCode(new URL(hub.url), code)).rejects.toThrow('takes no codes')
    const away = signInWithCode(new URL('http://127.0.0.1:9'), code)
    await expect(away).rejects.toThrow(SignInRefused)
    await expect(away).rejects.toThrow('cannot be reached')
  })

  it('is what the start asks for where the hub lets nobody in without a code, or the token has run out', async () => {
    const kept = await signInWithCode(url, await aCode())
    expect(await signInNote(url, null)).toContain('start again with --code CODE')
    expect(await signInNote(url, kept)).toBeNull()
    expect(await signInNote(url, { ...kept, token: 'x'.repeat(40) })).toContain('--code CODE')
    expect(await signInNote(new URL(hub.url), null)).toBeNull()
    expect(await signInNote(new URL('http://127.0.0.1:9'), null)).toBeNull()
  })
})
