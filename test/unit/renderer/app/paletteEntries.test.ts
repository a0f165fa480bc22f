import { expect, test } from 'vitest'
import english from '../../../../resources/locales/en.json' with { type: 'json' }
import { type Command, COMMANDS } from '../../../../src-renderer/app/commands.ts'
import { NO_WISHES } from '../../../../src-renderer/app/keys/effectiveKeys.ts'
import { menuTree } from '../../../../src-renderer/app/menu/menuTree.ts'
import { atRest, commandEntries, matching } from '../../../../src-renderer/app/palette/paletteEntries.ts'
import type { Say } from '../../../../src-renderer/format/useText.ts'

const say: Say = (id, values = {}) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, String(value)),
    english[id],
  )
const entriesWith = (live: Record<string, string>, wishes = NO_WISHES) =>
  commandEntries({ live: new Map(Object.entries(live)), wishes, say })
const best = (query: string, live: Record<string, string> = {}) => matching(entriesWith(live), query)[0]

test('every command is found by its name, first or beside its like', () => {
  const lost = (COMMANDS as readonly Command[])
    .filter(({ id }) => id !== 'palette')
    .filter(
      ({ messageId }) =>
        !matching(entriesWith({}), say(messageId))
          .slice(0, 6)
          .some(({ name }) => name.endsWith(say(messageId))),
    )
  expect(lost.map(({ id }) => id)).toEqual([])
})

test('a command says why it cannot run now, in the words of the screen where it has some', () => {
  expect(best('Claim: Approve')?.why).toBe(english['palette.why.claim'])
  expect(best('Claim: Approve', { 'decide.approve': 'Open: Dates' })?.why).toBe('Open: Dates')
  expect(best('Claim: Approve', { 'decide.approve': '' })?.why).toBeNull()
})

test('what can run stands before what cannot', () => {
  const [first] = matching(entriesWith({ 'claim.release': '' }), 're')
  expect(first?.key).toBe('command:claim.release')
})

test('of two that do the same, the one that can run here is shown', () => {
  const opens = (live: Record<string, string>) =>
    entriesWith(live).filter(({ name }) => name === 'Queue: Open the claim')
  expect(opens({ 'grid.open': '' }).map(({ key }) => key)).toEqual(['command:grid.open'])
  expect(opens({ 'queue.open': '' }).map(({ key }) => key)).toEqual(['command:queue.open'])
})

test('it is found over an accent, a slip of the finger and in the middle of the name', () => {
  expect(best('aprove')?.name).toContain('Approve')
  expect(best('tráys')?.name).toMatch(/trays/i)
  expect(best('snooze')?.hits).toEqual([[7, 12]])
})

test('keys are printed as the reviewer has them', () => {
  const wishes = { singleKeys: true, keys: { 'decide.approve': ['y'] } }
  const approve = entriesWith({}, wishes).find(({ key }) => key === 'command:decide.approve')
  expect(approve?.binding).toBe('y')
})

test('at rest what was run last comes first, without what cannot run', () => {
  const entries = entriesWith({ 'go.trays': '', 'sync.now': '', undo: '' })
  const { last, rest } = atRest(entries, ['command:undo', 'command:decide.approve', 'command:gone'])
  expect(last.map(({ key }) => key)).toEqual(['command:undo'])
  expect(rest.map(({ key }) => key)).toEqual(['command:go.trays', 'command:sync.now'])
})

const people = [
  { userId: 'u-1', name: 'Marta' },
  { userId: 'u-2', name: 'Ingrid' },
].map((person) => ({ ...person, role: 'reviewer' }) as never)
const facts = { wishes: NO_WISHES, say, live: new Map([['go.trays', '']]), user: people[0] ?? null }

test('the menu has the words and keys of the registry, and what cannot run is off', () => {
  const titles = menuTree({ ...facts, others: people.slice(1), isNative: true })
  expect(titles.map(({ label }) => label)).toEqual([
    'File',
    'Edit',
    'Claim',
    'Document',
    'View',
    'Go',
    'Help',
  ])
  const go = titles.find(({ label }) => label === 'Go')?.entries
  expect(go).toMatchObject([
    { command: 'go.queue', keys: 'g q', isEnabled: false },
    { command: 'go.claim', isEnabled: false },
    { command: 'go.arbitration' },
    { command: 'go.disputes' },
    { command: 'go.quality', keys: 'g y' },
    { command: 'go.trays', label: 'Go to the trays', isEnabled: true },
    { command: 'go.readiness' },
    { command: 'go.settings' },
    { kind: 'line' },
    { command: 'notices.open' },
  ])
  expect(titles[0]?.entries).toContainEqual(
    expect.objectContaining({ kind: 'group', entries: [expect.anything(), expect.anything()] }),
  )
})

test('the menu of the window has nothing that only a system does, and no line that parts nothing', () => {
  const titles = menuTree({ ...facts, others: [], isNative: false })
  expect(titles.map(({ label }) => label)).not.toContain('Edit')
  for (const { entries } of titles) {
    expect(entries.filter(({ kind }) => kind === 'role')).toEqual([])
    expect([entries[0]?.kind, entries.at(-1)?.kind]).not.toContain('line')
  }
})

test('single keys that are off stand beside no item', () => {
  const wishes = { singleKeys: false, keys: {} }
  const items = menuTree({ ...facts, wishes, others: [], isNative: false }).flatMap(({ entries }) => entries)
  const keys = items.flatMap((entry) => (entry.kind === 'command' && entry.keys !== null ? entry.keys : []))
  expect(keys.filter((each) => !/\$mod|Escape|F\d|Alt/.test(each))).toEqual([])
  expect(keys).toContain('$mod+z')
})
