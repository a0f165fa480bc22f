import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  createOperationJournal,
  type JournalLine,
} from '../../../../src-main/workstation/sync/operationJournal.ts'
import { OperationId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const line = (n: number): JournalLine => ({
  line: 'undone',
  operationId: OperationId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
  at: n,
})

describe('the journal of operations', () => {
  it('gives back every line that was acknowledged, over restarts', () => {
    const path = join(aTempFolder(), 'journal', 'operations.jsonl')
    const first = createOperationJournal(path)
    first.append(line(1))
    first.close()
    const second = createOperationJournal(path)
    second.append(line(2))
    expect(second.read().lines).toEqual([line(1), line(2)])
    second.close()
  })

  it('passes over a line that a crash tore, and does not glue the next one to it', () => {
    const path = join(aTempFolder(), 'operations.jsonl')
    const first = createOperationJournal(path)
    first.append(line(1))
    first.close()
    appendFileSync(path, '{"line":"made","opera')
    const second = createOperationJournal(path)
    second.append(line(2))
    expect(second.read().lines).toEqual([line(1), line(2)])
    second.close()
  })
})
