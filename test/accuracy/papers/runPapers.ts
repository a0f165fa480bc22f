import { createHash } from 'node:crypto'
import { chromium, type Page } from '@playwright/test'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckReport, Finding } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Criterion } from '../../../src-preload/contract/vocabulary/words.ts'
import { findBrowser } from '../../../src-main/hosts/loopback/findBrowser.ts'
import { DocumentFacts, READER_VERSION } from '../../../src-main/poe/facts/documentFacts.ts'
import { judge } from '../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../builders/poe/claimForm.ts'
import { readHere } from '../../builders/poe/readers.ts'
import type { JudgedPaper } from './paperScores.ts'
import { type Plan, planOf } from './plan.ts'
import { fileOf } from './printPaper.ts'
import { truthOf } from './truth.ts'
import { mailOf } from './wording.ts'

export interface PaperRun {
  readonly seed: number
  readonly papers: number
  /** Only these numbers; empty = all. */
  readonly only: readonly number[]
  /** What was read of each paper is kept there; null = read anew. */
  readonly kept: string | null
  /** Where the files go that are looked at; null = nowhere. */
  readonly out: string | null
}

/** Draws, prints, reads and judges. */
export async function runPapers(run: PaperRun, say: (line: string) => void): Promise<JudgedPaper[]> {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox'] })
  const judged: JudgedPaper[] = []
  try {
    const page = await browser.newPage()
    const numbers = run.only.length > 0 ? run.only : Array.from({ length: run.papers }, (_, i) => i)
    for (const number of numbers) {
      const plan = planOf(run.seed, number)
      judged.push(judgedPaper(plan, await factsOf(plan, page, run)))
      if (judged.length % 50 === 0) say(`${judged.length} papers`)
    }
  } finally {
    await browser.close()
  }
  return judged
}

async function factsOf(plan: Plan, page: Page, { seed, kept, out }: PaperRun): Promise<DocumentFacts> {
  const built = createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 16)
  const path =
    kept === null ? null : join(kept, `${READER_VERSION}-paper-${seed}-${plan.number}-${built}.json`)
  if (path !== null && out === null && existsSync(path))
    return DocumentFacts.parse(JSON.parse(readFileSync(path, 'utf8')))
  const bytes = await fileOf(plan, page)
  if (out !== null) {
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, `paper-${plan.number}.${plan.form === 'mail' ? 'eml' : plan.form}`), bytes)
  }
  const facts = await readHere(bytes)
  if (path !== null) writeFileSync(path, JSON.stringify(facts))
  return facts
}

export function formOf({ number, tongue, customer, partner, contact, submittedOn }: Plan): ClaimForm {
  return aClaimForm({
    claimId: String(60_000_000 + number),
    partnerCompanyName: partner.house.name,
    partnerDomains: [partner.house.domain],
    customer: {
      companyName: customer.house.name,
      tenantId: '11111111-2222-4333-8444-555555555555',
      domains: [customer.house.domain],
      country: tongue.country,
      isPublicSector: false,
    },
    customerContact: { name: contact, title: customer.job, email: mailOf(contact, customer.house) },
    partnerContact: { name: partner.person, email: mailOf(partner.person, partner.house) },
    submittedAt: `${submittedOn}T09:00:00Z`,
  })
}

function judgedPaper(plan: Plan, facts: DocumentFacts): JudgedPaper {
  const report = judge({
    caseId: null,
    form: formOf(plan),
    policy: { id: 'seed-2020', version: 1 },
    documents: [{ file: 'paper', addedAt: null, facts }],
  })
  const [usable, signature, dates] = (['usablePoe', 'customerAcknowledgment', 'dates'] as const).map((one) =>
    findingOf(report, one),
  )
  const truth = truthOf(plan)
  return {
    number: plan.number,
    build: buildOf(plan),
    language: plan.tongue.language,
    truth,
    said: {
      usable: usable?.verdict ?? 'cannot_tell',
      signature: signature?.verdict ?? 'cannot_tell',
      dates: dates?.verdict ?? 'cannot_tell',
    },
    why: [usable, signature, dates].map((one) => one?.say.code ?? '–').join(' '),
    isOtherDay: dates?.verdict === 'met' && truth.day !== null && !namesDay(report, dates, truth.day),
  }
}

/** The finding says this day, or shows a date that reads so. */
function namesDay({ dates }: CheckReport, { say, evidence }: Finding, day: string): boolean {
  const shown = evidence.map(({ text }) => text)
  return (
    say.values.date === day ||
    dates.some(({ text, readings }) => shown.includes(text) && readings.includes(day))
  )
}

const findingOf = ({ findings }: CheckReport, criterion: Criterion): Finding | undefined =>
  findings.find((one) => one.criterion === criterion && one.item === null)

const buildOf = ({
  tongue,
  form,
  layout,
  dating,
  naming,
  roles,
  customer,
  partner,
  customerFirst,
  witness,
}: Plan): string =>
  [
    tongue.language,
    form,
    layout,
    dating,
    naming,
    roles.customer,
    `${customer.sign ?? 'empty'}/${partner.sign ?? 'empty'}`,
    customerFirst ? 'customer first' : 'partner first',
    ...(witness === null ? [] : [witness.signs ? 'witness' : 'empty witness']),
  ].join(' ')
