import { chromium } from '@playwright/test'
import type { CheckReport } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { CRITERIA, type Criterion, type Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import { findBrowser } from '../../../src-main/hosts/loopback/findBrowser.ts'
import { judge } from '../../../src-main/poe/judge.ts'
import type { NodeReader } from '../../../src-main/poe/reader/nodeReader.ts'
import { aClaimForm, TENANT } from '../../builders/poe/claimForm.ts'
import { readBytes } from '../../builders/poe/readers.ts'
import { LANGUAGE_PACKS } from './languagePacks.ts'
import { htmlOf, LAYOUTS, type Paper } from './papers.ts'
import { REWRITES, withUnseenWords } from './rewrites.ts'
import { HONEST_VERDICTS, NEGATIVES } from './variants.ts'

type Verdicts = Readonly<Record<Criterion, Verdict>>

export interface TwinScores {
  readonly papers: number
  /** Sentences: which paper, what was said wrongly. */
  readonly wrongMet: readonly string[]
  /** A negative that was not called one, without being called met. */
  readonly open: readonly string[]
  readonly honestMissed: readonly string[]
  readonly altered: readonly string[]
  /** Verdicts that must not be met, over all negatives. */
  readonly chances: number
}

const PRODUCTS = [
  { id: 'm365.teams', name: 'Microsoft Teams' },
  { id: 'm365.sharepoint', name: 'SharePoint Online' },
  { id: 'm365.exchange', name: 'Exchange Online' },
] as const

interface Base {
  readonly title: string
  readonly paper: Paper
  readonly form: ClaimForm
}

function bases(): Base[] {
  return LANGUAGE_PACKS.flatMap((pack, l) =>
    LAYOUTS.map((layout, i): Base => {
      const product = PRODUCTS[(l + i) % PRODUCTS.length] ?? PRODUCTS[0]
      const contact = {
        name: pack.customer.person,
        title: pack.customer.role,
        email: `it@${pack.customer.domain}`,
      }
      return {
        title: `${pack.language} ${layout}`,
        paper: {
          pack,
          layout,
          customer: pack.customer,
          partner: pack.partner,
          tenant: i % 2 === 0 ? TENANT : null,
          product: product.name,
          work: pack.work,
          customerPlace: { signed: 'pen', day: '2026-03-17' },
          partnerPlace: { signed: 'pen', day: '2026-03-19' },
        },
        form: aClaimForm({
          partnerCompanyName: pack.partner.company,
          partnerDomains: [pack.partner.domain],
          customer: {
            companyName: pack.customer.company,
            tenantId: TENANT,
            domains: [pack.customer.domain],
            country: pack.country,
            isPublicSector: false,
          },
          customerContact: contact,
          partnerContact: { name: pack.partner.person, email: `info@${pack.partner.domain}` },
          items: [{ id: 'i1', productId: product.id, name: product.name, subscriptionId: null }],
        }),
      }
    }),
  )
}

/** Prints, changes, reads and judges the papers whose title has `word` ("en beside"); `say` tells how far it is. */
export async function runTwins(
  reader: NodeReader,
  word: string,
  say: (line: string) => void,
): Promise<TwinScores> {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox'] })
  const page = await browser.newPage()
  const scores = { papers: 0, wrongMet: [], open: [], honestMissed: [], altered: [], chances: 0 } as {
    -readonly [K in keyof TwinScores]: TwinScores[K] extends readonly string[] ? string[] : number
  }
  const print = async (paper: Paper): Promise<Uint8Array> => {
    await page.setContent(htmlOf(paper))
    return page.pdf({ preferCSSPageSize: true })
  }
  const verdictsOf = async (bytes: Uint8Array, form: ClaimForm): Promise<Verdicts> => {
    scores.papers += 1
    return verdicts(await reportOf(reader, bytes, form))
  }
  try {
    for (const base of bases().filter(({ title }) => title.includes(word))) {
      await runOne(base, { print, verdictsOf }, scores)
      say(
        `${base.title}: ${scores.papers} papers, ${scores.wrongMet.length} wrong met, ${scores.altered.length} altered`,
      )
    }
  } finally {
    await browser.close()
  }
  return scores
}

interface Tools {
  print(paper: Paper): Promise<Uint8Array>
  verdictsOf(bytes: Uint8Array, form: ClaimForm): Promise<Verdicts>
}
type Growing = {
  -readonly [K in keyof TwinScores]: TwinScores[K] extends readonly string[] ? string[] : number
}

async function runOne({ title, paper, form }: Base, tools: Tools, scores: Growing): Promise<void> {
  const bytes = await tools.print(paper)
  const honest = await tools.verdictsOf(bytes, form)
  for (const criterion of CRITERIA)
    if (honest[criterion] !== HONEST_VERDICTS[criterion])
      scores.honestMissed.push(`${title}: ${criterion} ${honest[criterion]}`)
  await Promise.all(
    REWRITES.map(async ({ name, apply }) => {
      const after = await tools.verdictsOf(await apply(bytes), form)
      for (const criterion of CRITERIA)
        if (after[criterion] !== honest[criterion])
          scores.altered.push(`${title}, ${name}: ${criterion} ${honest[criterion]} → ${after[criterion]}`)
    }),
  )
  for (const { name, change, never, should } of NEGATIVES) {
    const changed = change(paper)
    if (changed === null) continue
    const said = await tools.verdictsOf(await tools.print(changed), form)
    scores.chances += never.length
    for (const criterion of never)
      if (said[criterion] === 'met') scores.wrongMet.push(`${title}, ${name}: ${criterion}`)
    for (const criterion of CRITERIA) {
      const wanted = should[criterion]
      if (
        wanted !== undefined &&
        said[criterion] !== wanted &&
        !(never.includes(criterion) && said[criterion] === 'met')
      )
        scores.open.push(`${title}, ${name}: ${criterion} ${said[criterion]} instead of ${wanted}`)
    }
  }
  await unseenWords({ title, paper, form }, tools, scores)
}

/** Words that nobody sees make nothing met that was not. */
async function unseenWords({ title, paper, form }: Base, tools: Tools, scores: Growing): Promise<void> {
  const without = await tools.print({ ...paper, work: paper.pack.otherWork })
  const said = await tools.verdictsOf(await withUnseenWords(without, paper.product), form)
  scores.chances += 1
  if (said.products === 'met') scores.wrongMet.push(`${title}, the product in unseen words: products`)
}

async function reportOf(reader: NodeReader, bytes: Uint8Array, form: ClaimForm): Promise<CheckReport> {
  const facts = await readBytes(reader, bytes)
  return judge({
    caseId: null,
    form,
    policy: { id: 'seed-2020', version: 1 },
    documents: [{ file: 'paper.pdf', addedAt: null, facts }],
  })
}

function verdicts({ findings }: CheckReport): Verdicts {
  const of = (criterion: Criterion): Verdict =>
    findings.find((finding) => finding.criterion === criterion && finding.item === null)?.verdict ??
    'cannot_tell'
  return {
    usablePoe: of('usablePoe'),
    customerAcknowledgment: of('customerAcknowledgment'),
    dates: of('dates'),
    products: of('products'),
    serviceDescription: of('serviceDescription'),
  }
}
