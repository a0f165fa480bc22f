import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { journalStates } from '../../../../src-main/workstation/recovery/journalStates.ts'
import {
  createOperationJournal,
  type JournalLine,
} from '../../../../src-main/workstation/sync/operationJournal.ts'
import { countSealed } from '../../../../src-main/workstation/sync/journalLines.ts'
import { ClaimId, OperationId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const opId = (n: number) => OperationId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const line = (n: number): JournalLine => ({ line: 'undone', operationId: opId(n), at: n })
const made = (n: number, claimRevision = 3): JournalLine => ({
  line: 'made',
  operation: {
    operationId: opId(n),
    claimId: ClaimId.parse('208417'),
    claimName: 'Teams rollout',
    kind: 'comment',
    byUserId: UserId.parse('u-reviewer'),
    claimRevision,
    content: { n },
    madeAt: 1000 + n,
    holdUntil: null,
    startedReview: null,
    base: null,
    clockOffsetMs: null,
  },
})

const KEY = { key: Buffer.alloc(32, 7), keyId: 'ab'.repeat(16) }

function aJournal() {
  const path = join(aTempFolder(), 'journal', 'operations.jsonl')
  return { path, journal: createOperationJournal(path, KEY) }
}

describe('the journal of operations', () => {
  it('gives back every line that was acknowledged, over restarts', () => {
    const { path, journal } = aJournal()
    journal.append(line(1))
    journal.close()
    const second = createOperationJournal(path, KEY)
    second.append(line(2))
    expect(second.read().lines).toEqual([line(1), line(2)])
    second.close()
  })

  it('passes over a line that a crash tore, and does not glue the next one to it', () => {
    const { path, journal } = aJournal()
    journal.append(line(1))
    journal.close()
    appendFileSync(path, '{"line":"made","opera')
    const second = createOperationJournal(path, KEY)
    second.append(line(2))
    expect(second.read()).toMatchObject({ lines: [line(1), line(2)], damaged: 1 })
    second.close()
  })

  it('notices every single changed byte, and loses no line but the one that it is in', () => {
    const { path, journal } = aJournal()
    journal.append(line(1))
    journal.append(line(2))
    journal.append(line(3))
    const whole = readFileSync(path)
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ 0x21
      writeFileSync(path, flipped)
      const { lines } = journal.read()
      expect(lines.length).toBeGreaterThanOrEqual(2)
      expect([line(1), line(2), line(3)]).toEqual(expect.arrayContaining([...lines]))
    }
    journal.close()
  })

  it('reads lines of before, which carry no check', () => {
    const { path, journal } = aJournal()
    appendFileSync(path, `${JSON.stringify(line(1))}\n`)
    expect(journal.read().lines).toEqual([line(1)])
    journal.close()
  })

  it('is sealed line by line: nothing of it can be read without its key, but how many acts did not leave', () => {
    const { path, journal } = aJournal()
    journal.append(made(1), made(2), made(3), line(3))
    journal.noteSettled({ operationId: opId(1), outcome: 'applied', revision: 4, at: 5 })
    journal.close()
    const text = readFileSync(path, 'utf8')
    for (const word of ['208417', 'Teams rollout', 'u-reviewer', opId(1), 'applied'])
      expect(text).not.toContain(word)
    expect(countSealed(text)).toEqual({ unsent: 1, keys: new Set(['abababab']) })
    const other = createOperationJournal(path, { key: Buffer.alloc(32, 8), keyId: KEY.keyId })
    expect(other.read()).toMatchObject({ lines: [], damaged: 5 })
    other.close()
  })

  it('what was taken back is gone, what comes after it stays', () => {
    const { journal } = aJournal()
    journal.append(line(1))
    const begin = journal.append(line(2))
    journal.takeBack(begin)
    journal.append(line(3))
    expect(journal.read().lines).toEqual([line(1), line(3)])
    journal.close()
  })

  it('holds what it was replaced with, and goes on after it', () => {
    const { path, journal } = aJournal()
    journal.append(line(1))
    journal.replace([line(2)])
    journal.append(line(3))
    journal.close()
    const second = createOperationJournal(path, KEY)
    expect(second.read().lines).toEqual([line(2), line(3)])
    second.close()
  })

  it('says of each operation how it stands: the last line counts, and what waits follows the revision that was brought', () => {
    const { journal } = aJournal()
    journal.append(made(1), made(2), made(3), line(3))
    journal.noteSettled({ operationId: opId(1), outcome: 'applied', revision: 4, at: 5 })
    const { states } = journalStates(journal.read())
    expect([...states].map(([id, { state, operation }]) => [id, state, operation?.claimRevision])).toEqual([
      [opId(1), 'applied', 3],
      [opId(2), 'waiting', 4],
      [opId(3), 'undone', 3],
    ])
    journal.close()
  })
})
