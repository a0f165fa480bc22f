import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHubLink, fixedAddress } from '../../../../src-main/hosts/services/hubLink.ts'
import { SignInRefused, signInNote, signInWithCode } from '../../../../src-main/hosts/services/hubSignIn.ts'
import { createCodeSignIn } from '../../../../src-main/hosts/services/signIn/codeSignIn.ts'
import { noBox } from '../../../../src-main/hosts/services/signIn/sealedBox.ts'
import { aBox } from '../../../fakes/aBox.ts'
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

  const folderOf = (root = aTempFolder()) => ({
    codeSignIn: join(root, 'hub-sign-in.sealed'),
    clearSignIn: join(root, 'hub-sign-in.json'),
  })

  it('is done once; a restart finds the token, which no file holds in the clear', async () => {
    const data = folderOf()
    const first = createCodeSignIn(url, data, aBox())
    await first.begin(await aCode())
    const token = first.kept()?.token ?? ''
    expect(statSync(data.codeSignIn).mode & 0o777).toBe(0o600)
    expect(readFileSync(data.codeSignIn).includes(token)).toBe(false)
    const again = createCodeSignIn(url, data, aBox())
    await again.begin(null)
    expect(again.kept()).toEqual({ hub: url.origin, userId: 'team_lead', token })
    const link = createHubLink(fixedAddress(url), again.tokens)
    expect(await (await link.request(LEAD, '/v1.0/me')).json()).toMatchObject({ role: 'team_lead' })
  })

  it('lasts as long as the program where the machine has no place for secrets', async () => {
    const data = folderOf()
    const first = createCodeSignIn(url, data, noBox)
    await first.begin(await aCode())
    expect([first.kept()?.userId, first.isKept(), existsSync(data.codeSignIn)]).toEqual([
      'team_lead',
      false,
      false,
    ])
    const again = createCodeSignIn(url, data, noBox)
    await again.begin(null)
    expect(again.kept()).toBeNull()
  })

  it('takes over what an earlier version kept in the clear, and leaves nothing of it', async () => {
    const data = folderOf()
    const kept = await signInWithCode(url, await aCode())
    writeFileSync(data.clearSignIn, JSON.stringify(kept))
    const now = createCodeSignIn(url, data, aBox())
    await now.begin(null)
    expect([now.kept(), existsSync(data.clearSignIn)]).toEqual([kept, false])
    const later = createCodeSignIn(url, data, aBox())
    await later.begin(null)
    expect(later.kept()).toEqual(kept)
  })

  it('gives the token to that hub alone, and to nobody else who works here', async () => {
    const data = folderOf()
    const here = createCodeSignIn(url, data, aBox())
    await here.begin(await aCode())
    const elsewhere = createCodeSignIn(new URL('https://other.example'), data, aBox())
    await elsewhere.begin(null)
    expect(elsewhere.tokens()).toBeNull()
    const link = createHubLink(fixedAddress(url), here.tokens)
    await expect(link.request(UserId.parse('reviewer'), '/v1.0/me')).rejects.toThrow('Somebody else')
  })

  it('does not ask for another token when the hub refuses this one', async () => {
    const token = 'x'.repeat(40)
    const data = folderOf()
    writeFileSync(data.clearSignIn, JSON.stringify({ hub: url.origin, userId: LEAD, token }))
    const here = createCodeSignIn(url, data, aBox())
    await here.begin(null)
    const link = createHubLink(fixedAddress(url), here.tokens)
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
