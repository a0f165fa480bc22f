import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SentFeedPage } from '../../../src-main/hub/api/feed.ts'
import { DemoSignedIn } from '../../../src-main/hub/api/people.ts'
import { urlOf, useHubProcesses } from '../../builders/hub/hubProcesses.ts'
import { startPostgres, whyNoPostgres } from '../../builders/hub/postgresServer.ts'
import { postJson } from '../../builders/hub/testHub.ts'

const hubs = useHubProcesses('hub-care')
const { start } = hubs

async function bearerAt(url: string): Promise<Record<string, string>> {
  const signIn = await postJson(`${url}/v1.0/demo/sign-in`, { userId: 'u-team-lead' })
  return { authorization: `Bearer ${DemoSignedIn.parse(await signIn.json()).token}` }
}

async function feedOf(url: string, headers: Record<string, string>, link = '/v1.0/claims/delta?$top=1000') {
  const page = SentFeedPage.parse(await (await fetch(url + link, { headers })).json())
  const claims = page.value.flatMap((one) =>
    'form' in one ? [[one.form.claimId, { revision: one.revision, text: JSON.stringify(one) }] as const] : [],
  )
  return { claims: new Map(claims), link: '@odata.deltaLink' in page ? page['@odata.deltaLink'] : '' }
}

/** Runs a task to its end. */
async function task(...args: string[]): Promise<{ code: unknown; stderr: string }> {
  const { ended, stderr } = start(...args)
  return { code: await ended, stderr: await stderr }
}

async function done(...args: string[]): Promise<void> {
  const { code, stderr } = await task(...args)
  expect(code, stderr).toBe(0)
}

describe('a hub that is told to stop under load', () => {
  it('says first that it is not ready, cuts no request and ends with 0', async () => {
    const hub = start('--data-dir', hubs.folder(), '--drain', '3', '--limit-factor', '1000')
    const url = await urlOf(hub)
    const headers = await bearerAt(url)
    const hubIs = { ready: true }
    const counts = { answered: 0, cut: 0, other: 0 }
    const watch = (async () => {
      while (hubIs.ready) hubIs.ready = (await fetch(`${url}/readyz`).catch(() => null))?.status === 200
    })()
    // As whoever shares requests out does: nobody is sent there any more once it is not ready.
    const callers = Array.from({ length: 8 }, async () => {
      while (hubIs.ready) {
        const answer = await fetch(`${url}/v1.0/claims/delta?$top=50`, { headers }).catch(() => null)
        if (answer === null) counts.cut += 1
        else if (answer.status === 200 && (await answer.text()).endsWith('}')) counts.answered += 1
        else counts.other += 1
        if (counts.answered === 40) hub.child.kill('SIGTERM')
      }
    })
    await Promise.all([watch, ...callers])
    expect(counts).toMatchObject({ cut: 0, other: 0 })
    expect(counts.answered).toBeGreaterThanOrEqual(40)
    expect(await hub.ended).toBe(0)
  }, 120_000)
})

describe.each([
  ['the embedded database', null],
  ['a PostgreSQL server', whyNoPostgres()],
])('a backup of %s', (name, missing) => {
  it.skipIf(missing !== null)(
    `is restored whole, and workstations read everything anew${missing === null ? '' : ` (skipped: ${missing})`}`,
    async () => {
      const servers = name.includes('server') ? [await startPostgres(), await startPostgres()] : []
      const dataAt = (index: number) => ['--data-dir', join(hubs.folder(), `data-${index}`)]
      const at = (index: number) => {
        const server = servers[index]
        const urls =
          server === undefined ? [] : ['--migrate-url', server.ownerUrl, '--database-url', server.workUrl]
        return [...dataAt(index), ...urls, '--demo']
      }
      const asOwner = (index: number) => {
        const server = servers[index]
        return [...dataAt(index), ...(server === undefined ? [] : ['--database-url', server.ownerUrl])]
      }
      try {
        const first = start(...at(0))
        const url = await urlOf(first)
        const before = await feedOf(url, await bearerAt(url))
        first.child.kill('SIGTERM')
        expect(await first.ended).toBe(0)
        const backup = join(hubs.folder(), 'backup')
        await done('backup', backup, ...asOwner(0))
        await done('restore', backup, ...asOwner(1))
        const second = start(...at(1))
        const there = await urlOf(second)
        const headers = await bearerAt(there)
        expect((await fetch(there + before.link, { headers })).status).toBe(410)
        const after = await feedOf(there, headers)
        expect([...after.claims.keys()].sort()).toEqual([...before.claims.keys()].sort())
        // A clock of a hub that was up may have moved a claim on, and never back.
        for (const [claimId, { revision, text: all }] of before.claims) {
          const now = after.claims.get(claimId)
          expect([claimId, now?.revision]).toEqual([
            claimId,
            now?.revision === revision ? revision : revision + 1,
          ])
          if (now?.revision === revision) expect(now.text).toBe(all)
        }
        second.child.kill('SIGTERM')
        expect(await second.ended).toBe(0)
      } finally {
        for (const server of servers) await server.stop()
      }
    },
    120_000,
  )
})

describe('a backup that was spoilt', () => {
  it('is refused, and nothing is left behind that looks like a hub', async () => {
    const first = start('--data-dir', hubs.folder(), '--demo')
    await urlOf(first)
    first.child.kill('SIGTERM')
    await first.ended
    const backup = join(hubs.folder(), 'backup')
    await done('backup', backup, '--data-dir', hubs.folder())
    const other = ['--data-dir', join(hubs.folder(), 'other')]
    await appendFile(join(backup, 'database.dump'), 'x')
    const refused = await task('restore', backup, ...other)
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringContaining('is not the one that was written'),
    ])
    const manifest = await readFile(join(backup, 'manifest.json'), 'utf8')
    await writeFile(join(backup, 'manifest.json'), manifest.replace('"pglite"', '"postgres"'))
    const kind = await task('restore', backup, ...other)
    expect([kind.code, kind.stderr]).toEqual([1, expect.stringContaining('other kind of database')])
  }, 120_000)
})
