import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../../src-main/hosts/launcher/ensureBuilt.ts'
import { askedBy, createClaimLinks } from '../../../../src-main/hosts/electron/claimLinks.ts'
import { claimOfLink, linkOfClaim } from '../../../../src-preload/contract/vocabulary/claimLink.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { runElectronHost } from '../../../fakes/electron/runElectronHost.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const root = resolve(import.meta.dirname, '../../../..')

const HOSTILE = [
  '',
  'cpor:',
  'cpor://',
  'cpor://claim',
  'cpor://claim/',
  'cpor://claim/43176973/',
  'cpor://claim//43176973',
  'cpor://claim/43176973/../1',
  'cpor://claim/..',
  'cpor://claim/.',
  'cpor://claim/%34%33',
  'cpor://claim/43176973%00',
  'cpor://claim/43176973%0d%0aX: 1',
  'cpor://claim/4317\u00006973',
  'cpor://claim/43176973\n',
  ' cpor://claim/43176973',
  'cpor://claim/43176973 ',
  'cpor://claim/43176973?as=team-lead',
  'cpor://claim/43176973#/settings',
  'cpor://claim/43176973;x',
  'cpor://user@claim/43176973',
  'cpor://user:word@claim/43176973',
  'cpor://claim:80/43176973',
  'cpor://claim.evil.tld/43176973',
  'cpor://evil/43176973',
  'cpor:claim/43176973',
  'cpor:/claim/43176973',
  'cpor:///claim/43176973',
  'cpor:\\\\claim\\43176973',
  'CPOR://claim/43176973',
  'cpor://CLAIM/43176973',
  'cpors://claim/43176973',
  'http://claim/43176973',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'cpor://claim/"><script>',
  'cpor://claim/43176973" --hub https://evil.tld "',
  "cpor://claim/'--no-sandbox",
  'cpor://claim/-43176973',
  'cpor://claim/--inspect',
  'cpor://claim/43176973&calc',
  'cpor://claim/$(id)',
  'cpor://claim/`id`',
  'cpor://claim/٤٣١٧',
  'cpor://claim/4317\u202e6973',
  'cpor://clаim/43176973',
  `cpor://claim/${'1'.repeat(65)}`,
  `cpor://claim/${'1'.repeat(100_000)}`,
]

describe('a link to a claim', () => {
  it.each(['43176973', 'CPR-2211908', 'a', 'A.b_c-1', '1'.repeat(64)])('names %s', (id) => {
    expect(claimOfLink(`cpor://claim/${id}`)).toBe(id)
    expect(linkOfClaim(ClaimId.parse(id))).toBe(`cpor://claim/${id}`)
  })

  it.each(HOSTILE)('is refused, and logged without what it says: %j', (text) => {
    const lines: unknown[] = []
    const links = createClaimLinks((entry) => void lines.push(entry))
    links.take(text)
    expect(links.waiting()).toBeNull()
    expect(lines).toEqual([{ level: 'warn', event: 'link.refused', facts: { characters: text.length } }])
  })

  it('is refused with any sign more that no id has, wherever it stands', () => {
    const seed = Date.now() % 1_000_000
    const link = 'cpor://claim/43176973'
    const strange = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 1 })
      .filter((sign) => !/[\w.-]/.test(sign))
    const property = fc.property(strange, fc.nat(link.length), (sign, at) => {
      expect(claimOfLink(link.slice(0, at) + sign + link.slice(at))).toBeNull()
    })
    fc.assert(property, { seed, numRuns: 5_000 })
  })

  it('takes away every flag that stands beside it', () => {
    const flags = ['--hub', 'https://evil.tld', '--data-dir', '/elsewhere']
    expect(askedBy([...flags, 'cpor://claim/1'])).toEqual({ flags: [], link: 'cpor://claim/1' })
    expect(askedBy(['--', 'cpor://claim/1" --hub x'])).toEqual({ flags: [], link: 'cpor://claim/1" --hub x' })
    expect(askedBy(['cpor://claim/1', 'cpor://claim/2'])).toEqual({ flags: [], link: '' })
    expect(askedBy(['--hub', 'none'])).toEqual({ flags: ['--hub', 'none'], link: null })
  })
})

describe('the Electron host with a link', () => {
  beforeAll(() => ensureBuilt({ root, parts: ['main', 'preload'], say: () => undefined }), 120_000)

  interface Played {
    readonly loaded: readonly string[]
    readonly sent: readonly { readonly event: string }[]
    readonly [key: string]: unknown
  }
  async function played(args: readonly string[], given: object, home = aTempFolder()): Promise<Played> {
    const links = JSON.stringify({ second: [], openUrl: [], early: [], ...given })
    const env = { PROOFDESK_TEST_LINKS: links, XDG_DATA_HOME: home }
    const run = await runElectronHost('followedLinks', args, { root, isPacked: true }, env)
    if (run.result === undefined) throw new Error(run.stderr)
    return { home, ...(run.result as Played) } // what the scenario puts together
  }
  const followed = ({ sent }: Played) => sent.filter(({ event }) => event === 'link.followed')

  it('opens its window on the claim by which it was started, and listens to no flag beside the link', async () => {
    const session = await played(['--data-dir', '/nowhere', '--', 'cpor://claim/43176973'], {})
    expect(session.loaded).toEqual(['loadURL app://proofdesk/#/claims/43176973'])
    expect(session['userData']).toBe(join(String(session['home']), 'proofdesk/sample/browser'))
    expect(followed(session)).toEqual([])
  })

  it('opens the folder and hub of the last start that was not by a link, not the sample workspace', async () => {
    const home = aTempFolder()
    const team = aTempFolder()
    const own = await played(['--data-dir', team, '--hub', 'none'], {}, home)
    expect(own['userData']).toBe(join(team, 'browser'))
    const linked = await played(['--data-dir', '/nowhere', '--', 'cpor://claim/43176973'], {}, home)
    expect(linked['userData']).toBe(join(team, 'browser'))
    expect(linked.loaded).toEqual(['loadURL app://proofdesk/#/claims/43176973'])
    // Nor does a task at the program's sign, which brings no word of its own either.
    expect((await played(['--do=go.queue'], {}, home))['userData']).toBe(join(team, 'browser'))
    // Neither of them was a start to go by, and a start without any words is one.
    expect((await played([], {}, home))['userData']).toBe(join(home, 'proofdesk/sample/browser'))
    expect((await played(['cpor://claim/1'], {}, home))['userData']).toBe(
      join(home, 'proofdesk/sample/browser'),
    )
  }, 60_000)

  it('opens its window on the claim that macOS names before it is ready', async () => {
    const session = await played([], { early: ['cpor://claim/CPR-2211908'] })
    expect(session.loaded).toEqual(['loadURL app://proofdesk/#/claims/CPR-2211908'])
  })

  it('shows the claims of later links in the window that is there, whatever switches come along', async () => {
    const session = await played([], {
      second: [
        ['proofdesk', '--no-sandbox', '--hub', 'https://evil.tld', '--', 'cpor://claim/1'],
        ['proofdesk', '--remote-debugging-port=1'],
      ],
      openUrl: ['cpor://claim/2'],
    })
    expect(session.loaded).toEqual(['loadURL app://proofdesk/'])
    expect(followed(session)).toMatchObject([{ payload: { claimId: '1' } }, { payload: { claimId: '2' } }])
    expect(session['windows']).toBe(1)
    expect(session['prevented']).toEqual([true])
  })

  it('shows none of the hostile ones, keeps its window in front, and writes none of them down', async () => {
    // The system hands over no longer ones by a command line.
    const short = HOSTILE.filter((text) => text.length < 1_000)
    const session = await played(['cpor://claim/../../secret-word'], {
      early: ['cpor://claim/secret-word?x'],
      second: short.map((text) => ['proofdesk', text]),
      openUrl: short,
    })
    expect(session.loaded).toEqual(['loadURL app://proofdesk/'])
    expect(followed(session)).toEqual([])
    expect(session['focused']).toBe(short.length)
    const log = String(session['log'])
    expect(log).toContain('link.refused')
    expect(log).not.toMatch(/secret-word|evil|43176973/)
  })
})
