/**
 * `npm run accuracy`: checks the labelled documents with the real reader and says how often it was right; then made papers in six
 * languages, with negatives and with twins that look the same; made papers of works in nine; then spoilt files; then forgeries and clean
 * papers that look like them; then papers drawn by chance from how companies of nine languages set their signing places.
 * `--only corpus|twins|works|hostile|flags|papers` one of them; `--paper WORD` papers of this language, kind or layout; `--seed N` which
 * spoilt files, works and papers, `--files N` how many spoilt ones; `--papers N` how many of unknown makers; `--number 3,17` only these of
 * them; `--out FOLDER` writes them there;
 * `--facts FOLDER` keeps what was read of each file and does not read it again, while criteria are worked on;
 * `--id D-001,D-002` only these; `--json FILE` writes every report; `--misses` lists the wrong ones (never those of the control third).
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { JudgedDocument } from '../../src-main/poe/criteria/text/passages.ts'
import { DocumentFacts, READER_VERSION } from '../../src-main/poe/facts/documentFacts.ts'
import { judge } from '../../src-main/poe/judge.ts'
import { MOST_READERS } from '../../src-main/poe/reader/readerLimits.ts'
import type { NodeReader } from '../../src-main/poe/reader/nodeReader.ts'
import { aReader } from '../builders/poe/readers.ts'
import { CORPUS, corpusCases, type LabelledCase } from './corpusCases.ts'
import { countReuse, type ReadClaim, reuseText } from './evidence/reusePairs.ts'
import { flagsText, hostileText, missesOf, tablesOf, twinsText } from './scoreText.ts'
import { type Judged, judgedOf } from './score.ts'
import { isUnderBar } from './flags/flagScores.ts'
import { runHostile } from './hostile/runHostile.ts'
import { runTwins } from './twins/runTwins.ts'
import { isWrongMet, papersText } from './papers/paperScores.ts'
import { runWorks } from './works/runWorks.ts'
import { worksText, wrongMetOf } from './works/worksText.ts'

const { values } = parseArgs({
  options: {
    facts: { type: 'string' },
    id: { type: 'string' },
    json: { type: 'string' },
    manifest: { type: 'string', default: CORPUS },
    misses: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    paper: { type: 'string', default: '' },
    files: { type: 'string', default: '2000' },
    papers: { type: 'string', default: '360' },
    number: { type: 'string', default: '' },
    out: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
  },
})

async function readClaim(reader: NodeReader, one: LabelledCase): Promise<ReadClaim> {
  const documents: JudgedDocument[] = []
  for (const { name, path, addedAt } of one.files) {
    const bytes = await readFile(path)
    const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
    const read = () => reader.read({ bytes, sha256, isAwaited: true })
    const facts = values.facts === undefined ? await read() : await keptFacts(values.facts, sha256, read)
    documents.push({ file: name, addedAt, facts })
  }
  const { id, form } = one
  const report = judge({ caseId: id, form, policy: { id: 'seed-2020', version: 1 }, documents })
  return { id, form, report, documents }
}

/** Of this reader's version alone: another one reads anew. */
async function keptFacts(
  folder: string,
  sha256: Sha256,
  read: () => Promise<DocumentFacts>,
): Promise<DocumentFacts> {
  const path = join(folder, `${READER_VERSION}-${sha256}.json`)
  if (existsSync(path)) return DocumentFacts.parse(JSON.parse(await readFile(path, 'utf8')))
  const facts = await read()
  await mkdir(folder, { recursive: true })
  await writeFile(path, JSON.stringify(facts))
  return facts
}

async function runCorpus(): Promise<void> {
  const wanted = values.id?.split(',')
  const cases = corpusCases(values.manifest).filter(({ id }) => wanted?.includes(id) ?? true)
  const reader = aReader()
  const read: ReadClaim[] = []
  const todo = [...cases.entries()]
  const work = async (): Promise<void> => {
    for (let next = todo.shift(); next; next = todo.shift()) read[next[0]] = await readClaim(reader, next[1])
  }
  await Promise.all(Array.from({ length: MOST_READERS }, work))
  reader.close()
  const reports = read.map(({ report }) => report)
  if (values.json !== undefined) await writeFile(values.json, JSON.stringify(reports, null, 1))
  const judged = cases.flatMap((one, i): Judged[] => {
    const report = reports[i]
    return report ? judgedOf(one, report) : []
  })
  process.stdout.write(`${tablesOf(judged)}\n${values.misses ? missesOf(judged) : ''}`)
  const reuse = countReuse(read)
  process.stdout.write(reuseText(reuse))
  // No two claims of the set rest on one paper.
  if (reuse.flagged.length > 0) process.exitCode = 1
}

async function runMade(): Promise<void> {
  const reader = aReader()
  const scores = await runTwins(reader, values.paper, (line) => void process.stderr.write(`  ${line}\n`))
  reader.close()
  process.stdout.write(twinsText(scores))
  // What is made here is made to be judged rightly: one wrong "met" in a hundred is too many.
  if (scores.wrongMet.length > scores.chances * 0.01 || scores.altered.length > 0) process.exitCode = 1
}

async function runSpoilt(): Promise<void> {
  const say = (line: string): void => void process.stderr.write(`  ${line}\n`)
  const scores = await runHostile(dirname(values.manifest), Number(values.files), Number(values.seed), say)
  process.stdout.write(hostileText(scores))
  const { crashes, late, requests, foreignReads } = scores
  if (crashes.length + late.length + requests + foreignReads > 0) process.exitCode = 1
}

async function runForgeries(): Promise<void> {
  // Loaded when it is wanted: those who sign in the forgeries need keys, and making them takes a while.
  const { runFlags } = await import('./flags/runFlags.ts')
  const scores = await runFlags((line) => void process.stderr.write(`  ${line}\n`))
  process.stdout.write(flagsText(scores))
  if (scores.rows.some(isUnderBar)) process.exitCode = 1
}

async function runDrawnPapers(): Promise<void> {
  const { runPapers } = await import('./papers/runPapers.ts')
  const seed = Number(values.seed)
  const judged = await runPapers(
    {
      seed,
      papers: Number(values.papers),
      only: values.number.split(',').filter(Boolean).map(Number),
      kept: values.facts ?? null,
      out: values.out ?? null,
    },
    (line) => void process.stderr.write(`  ${line}\n`),
  )
  process.stdout.write(papersText(judged, seed))
  if (judged.some(isWrongMet)) process.exitCode = 1
}

async function runWorkPapers(): Promise<void> {
  const scores = await runWorks(Number(values.seed), values.paper)
  process.stdout.write(worksText(scores, values.misses || values.paper !== ''))
  if (wrongMetOf(scores).length > 0) process.exitCode = 1
}

if ('corpus'.includes(values.only)) await runCorpus()
if ('twins'.includes(values.only)) await runMade()
if ('works'.includes(values.only)) await runWorkPapers()
if ('hostile'.includes(values.only)) await runSpoilt()
if ('flags'.includes(values.only)) await runForgeries()
if ('papers'.includes(values.only)) await runDrawnPapers()
