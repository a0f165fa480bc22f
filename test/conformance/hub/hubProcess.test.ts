import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FeedPage } from '../../../src-main/hub/api/feed.ts'
import { DemoPeople, DemoSignedIn } from '../../../src-main/hub/api/people.ts'
import { Ready, urlOf, useHubProcesses } from '../../builders/hub/hubProcesses.ts'
import { startPostgres, whyNoPostgres } from '../../builders/hub/postgresServer.ts'
import { postJson } from '../../builders/hub/testHub.ts'

const hubs = useHubProcesses('hub-process')
const { start } = hubs
const Listening = z.strictObject({ type: z.literal('listening'), url: z.url() })

async function readAll(url: string): Promise<readonly unknown[]> {
  const [person] = DemoPeople.parse(await (await fetch(`${url}/v1.0/demo/users`)).json()).users
  const signIn = await postJson(`${url}/v1.0/demo/sign-in`, { userId: person?.userId })
  const { token } = DemoSignedIn.parse(await signIn.json())
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${url}/v1.0/claims/delta?$top=1000`, { headers })
  return FeedPage.parse(await answer.json()).value
}

describe('the hub as a process', () => {
  it('says in one line where it listens, has the demo queue, ends on SIGTERM and finds its data again', async () => {
    const first = start('--data-dir', hubs.folder())
    const before = await readAll(await urlOf(first))
    expect(before.length).toBeGreaterThanOrEqual(40)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    const second = start('--data-dir', hubs.folder())
    expect(await readAll(await urlOf(second))).toEqual(before)
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  it('keeps what it confirmed when it is killed', async () => {
    const first = start('--data-dir', hubs.folder())
    const before = await readAll(await urlOf(first))
    first.child.kill('SIGKILL')
    await first.ended
    const second = start('--data-dir', hubs.folder())
    expect(await readAll(await urlOf(second))).toEqual(before)
  })

  it('refuses a data folder that another hub has open', async () => {
    const first = start('--data-dir', hubs.folder(), '--no-demo')
    await urlOf(first)
    const second = start('--data-dir', hubs.folder(), '--no-demo')
    expect(await second.ended).toBe(1)
    expect(await second.stderr).toContain('Another hub has this data folder open')
  })

  it('plays traffic when asked to, and ends cleanly in the middle of it', async () => {
    const hub = start('--data-dir', hubs.folder(), '--traffic', '--seed', '3', '--pace', '600')
    const url = await urlOf(hub)
    let seen = ''
    while (!seen.includes('CPR-T3-0001')) seen = JSON.stringify(await readAll(url))
    hub.child.kill('SIGTERM')
    expect(await hub.ended).toBe(0)
    const log = await hub.stderr
    expect(log).toContain('"event":"traffic was played"')
    expect(log).not.toContain('"level":"error"')
  })

  it('prints a code for each demo person, of which nothing gets into the log, and lets nobody in without', async () => {
    const hub = start('--data-dir', hubs.folder(), '--demo-users')
    const lines = createInterface(hub.child.stdout)[Symbol.asyncIterator]()
    const { url } = Ready.parse(JSON.parse(String((await lines.next()).value)))
    const { value: heading } = await lines.next()
    expect(heading).toContain('--code CODE')
    const codes = new Map<string, string>()
    while (codes.size < 10) {
      const found = /^([\w-]{14}) {2}.+ \((\w+), ([\w-]+)\)$/.exec(String((await lines.next()).value))
      codes.set(found?.[3] ?? '', found?.[1] ?? '')
    }
    expect((await fetch(`${url}/v1.0/demo/users`)).status).toBe(404)
    const code = codes.get('u-team-lead') ?? ''
    const signIn = () => postJson(`${url}/v1.0/sign-in`, { code })
    const { user, token } = DemoSignedIn.parse(await (await signIn()).json())
    expect(user).toMatchObject({ userId: 'u-team-lead', role: 'team_lead' })
    expect((await signIn()).status).toBe(403)
    hub.child.kill('SIGTERM')
    expect(await hub.ended).toBe(0)
    const log = await hub.stderr
    for (const secret of [token, ...codes.values()]) expect(log).not.toContain(secret)
  })

  it('tells its workstation where it listens and ends with it', async () => {
    const child = hubs.embed('--data-dir', hubs.folder())
    const [message]: unknown[] = await once(child, 'message')
    const { url } = Listening.parse(message)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const ended = once(child, 'exit')
    child.disconnect()
    expect(await ended).toEqual([0, null])
  })

  it('shows how it is used when it is used otherwise', async () => {
    const { ended, stderr } = start('--nonsense')
    expect(await ended).toBe(2)
    expect(await stderr).toMatch(/nonsense[\s\S]*Usage: npm run hub/)
  })

  const missing = whyNoPostgres()
  it.skipIf(missing !== null)(
    `serves from a PostgreSQL server${missing === null ? '' : ` (skipped: ${missing})`}`,
    async () => {
      const server = await startPostgres()
      try {
        const hub = start('--database-url', server.url, '--data-dir', hubs.folder(), '--demo')
        expect((await readAll(await urlOf(hub))).length).toBeGreaterThanOrEqual(40)
        hub.child.kill('SIGTERM')
        expect(await hub.ended).toBe(0)
      } finally {
        await server.stop()
      }
    },
  )
})
