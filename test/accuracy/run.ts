/**
 * `npm run accuracy`: checks the labelled documents with the real reader and says how often it was right.
 * `--id D-001,D-002` only these; `--json FILE` writes every report; `--misses` lists the wrong ones (never those of the control third).
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { CheckReport } from '../../src-preload/contract/vocabulary/checkShape.ts'
import type { JudgedDocument } from '../../src-main/poe/criteria/text/passages.ts'
import { judge } from '../../src-main/poe/judge.ts'
import { MOST_READERS } from '../../src-main/poe/reader/readerLimits.ts'
import type { NodeReader } from '../../src-main/poe/reader/nodeReader.ts'
import { aReader } from '../builders/poe/readers.ts'
import { CORPUS, corpusCases, type LabelledCase } from './corpusCases.ts'
import { missesOf, tablesOf } from './scoreText.ts'
import { type Judged, judgedOf } from './score.ts'

const { values } = parseArgs({
  options: {
    id: { type: 'string' },
    json: { type: 'string' },
    manifest: { type: 'string', default: CORPUS },
    misses: { type: 'boolean', default: false },
  },
})

async function reportOf(reader: NodeReader, one: LabelledCase): Promise<CheckReport> {
  const documents: JudgedDocument[] = []
  for (const { name, path, addedAt } of one.files) {
    const bytes = await readFile(path)
    const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
    documents.push({ file: name, addedAt, facts: await reader.read({ bytes, sha256, fileName: name }) })
  }
  return judge({ caseId: one.id, form: one.form, policy: { id: 'seed-2020', version: 1 }, documents })
}

async function run(): Promise<void> {
  const wanted = values.id?.split(',')
  const cases = corpusCases(values.manifest).filter(({ id }) => wanted?.includes(id) ?? true)
  const reader = aReader()
  const reports: CheckReport[] = []
  const todo = [...cases.entries()]
  const work = async (): Promise<void> => {
    for (let next = todo.shift(); next; next = todo.shift())
      reports[next[0]] = await reportOf(reader, next[1])
  }
  await Promise.all(Array.from({ length: MOST_READERS }, work))
  reader.close()
  if (values.json !== undefined) await writeFile(values.json, JSON.stringify(reports, null, 1))
  const judged = cases.flatMap((one, i): Judged[] => {
    const report = reports[i]
    return report ? judgedOf(one, report) : []
  })
  process.stdout.write(`${tablesOf(judged)}\n${values.misses ? missesOf(judged) : ''}`)
}

await run()
