import type { CheckReport, InnerFile } from '../../src-preload/contract/vocabulary/checkShape.ts'
import type { Criterion } from '../../src-preload/contract/vocabulary/words.ts'
import type { ClaimForm, PolicyVersion } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { CHECKER_VERSION } from './checkerVersion.ts'
import { judgeClaim } from './criteria/claimChecks/judgeClaim.ts'
import { MONTHS_BACK } from './criteria/dates/acceptedWindow.ts'
import { judgeDates } from './criteria/dates/judgeDates.ts'
import { dateFact, placeDates } from './criteria/dates/placeDates.ts'
import { laidPlaceOfFlag } from './criteria/flags/laidFlags.ts'
import { flagsOfFacts } from './criteria/flags/wrongType.ts'
import { textFlags } from './criteria/flags/textFlags.ts'
import { senderFlags } from './criteria/mail/mailSenders.ts'
import { coverageOf, findingOf, opinion, type Opinion, trailOf } from './criteria/opinion.ts'
import { knowParties } from './criteria/parties/knowParties.ts'
import { isPoeForm } from './criteria/poeForm.ts'
import { judgeProducts, productMentions } from './criteria/products/judgeProducts.ts'
import { judgeService, toldWork } from './criteria/service/judgeService.ts'
import { findSignatures } from './criteria/signatures/findSignatures.ts'
import { judgeAcknowledgment, signatureFacts } from './criteria/signatures/judgeAcknowledgment.ts'
import { asShown } from './criteria/text/asShown.ts'
import { signingFlags } from './criteria/signatures/signingFlags.ts'
import { misreadings } from './criteria/text/misreadings.ts'
import type { JudgedDocument } from './criteria/text/passages.ts'
import { papersTold } from './criteria/told/papersTold.ts'
import { decided, type TrailStep } from './criteria/trail.ts'
import { judgeUsable } from './criteria/usablePoe.ts'
import { wordsToExpect } from './criteria/wordsToExpect.ts'
import type { DocumentFacts } from './facts/documentFacts.ts'
import { READER_VERSION } from './facts/readerVersion.ts'

export interface JudgeInput {
  readonly caseId: string | null
  readonly form: ClaimForm
  readonly policy: PolicyVersion
  /** What the profile says that criteria read. Left out = as on Microsoft's form. */
  readonly maxAgeMonths?: number | undefined
  /** `addedAt` is null for documents of the first submission. */
  readonly documents: readonly JudgedDocument[]
}

/** How one finding came about; the trail is made by the very rules that judge. */
export interface FindingTrail {
  readonly criterion: Criterion
  readonly item: string | null
  readonly steps: readonly TrailStep[]
}

export interface Explained {
  readonly report: CheckReport
  readonly trails: readonly FindingTrail[]
}

/** Pure: the same facts, form, policy and version give the same report. */
export const judge = (input: JudgeInput): CheckReport => judgeExplained(input).report

/** The report with the trail of every finding. */
export function judgeExplained(input: JudgeInput): Explained {
  const { form } = input
  const expected = wordsToExpect(form)
  const documents = withInnerFiles(input.documents).map((document) => ({
    ...document,
    meant: misreadings(document.facts, expected),
  }))
  const coverage = coverageOf(documents)
  const parties = documents.map((document) => knowParties(document, form))
  const signatures = findSignatures(parties, form)
  const dates = placeDates(documents, signatures)
  const mentions = productMentions(documents)
  const isSigned = signatures.pages.some(({ marks }) => marks.some(({ party }) => party === 'customer'))
  const usable = judgeUsable(parties, form, coverage, isSigned)
  const isUsable = usable.verdict !== 'not_met'
  const products = judgeProducts(documents, mentions, form, coverage, isUsable)
  const work = toldWork(documents, mentions, products.claimed, form)
  const opinions = whole(usable, documents) ?? {
    acknowledgment: judgeAcknowledgment(signatures, form, coverage, isUsable),
    dates: judgeDates(dates, signatures, { form, monthsBack: input.maxAgeMonths ?? MONTHS_BACK }, coverage),
    products: products.whole,
    work: judgeService(documents, work, form, coverage, isUsable),
    item: (id: string) => products.items.get(id) ?? products.whole,
  }
  const judged: readonly (readonly [Criterion, string | null, Opinion])[] = [
    ['usablePoe', null, usable],
    ['customerAcknowledgment', null, opinions.acknowledgment],
    ['dates', null, opinions.dates],
    ['products', null, opinions.products],
    ...form.items.map((item) => ['products', item.id, opinions.item(item.id)] as const),
    ['serviceDescription', null, opinions.work],
  ]
  const findings = judged.map(([criterion, item, one]) => findingOf(criterion, item, one, coverage))
  const told = { parties, signatures, dates, mentions, form, findings, datesOpinion: opinions.dates, work }
  const report: CheckReport = {
    caseId: input.caseId,
    claimId: form.claimId,
    checker: `${CHECKER_VERSION} ${READER_VERSION}`,
    policy: `${input.policy.id}@${input.policy.version}`,
    documents: input.documents.map(checkedDocument),
    findings,
    signatures: signatureFacts(signatures, form),
    dates: dates.map(dateFact),
    claimChecks: judgeClaim(form, parties, opinions.acknowledgment, coverage),
    flags: [
      ...documents.flatMap(flagsOf),
      ...senderFlags(documents, form),
      ...signingFlags(signatures, parties, form),
      ...textFlags(parties, form, dates.map(dateFact)),
    ],
    told: papersTold(told, coverage),
  }
  return {
    report: asShown(report, documents),
    trails: judged.map(([criterion, item, one]) => ({ criterion, item, steps: trailOf(one, coverage) })),
  }
}

/** The files of a mail are papers of the claim as if they had been handed in beside it. */
function withInnerFiles(documents: readonly JudgedDocument[]): JudgedDocument[] {
  return documents.flatMap((document) => {
    const { file, addedAt, facts, within, inside = [] } = document
    const inner = facts.mail === null ? [] : facts.attachments
    const opened = inner.flatMap(({ name, facts: own }, at): JudgedDocument[] => {
      const path = within === undefined ? name : `${within} › ${name}`
      return own === null ? [] : [{ file, addedAt, facts: own, within: path, inside: [...inside, at] }]
    })
    return [document, ...withInnerFiles(opened)]
  })
}

/** A flag on a file inside another has no place on the outer one. */
const flagsOf = (document: JudgedDocument): CheckReport['flags'] =>
  flagsOfFacts(document).map((flag) => {
    const laid = laidPlaceOfFlag(document, flag)
    const bare = document.within === undefined ? flag : { ...flag, page: null, quads: [] }
    return laid === null ? bare : { ...bare, laid }
  })

interface OtherOpinions {
  readonly acknowledgment: Opinion
  readonly dates: Opinion
  readonly products: Opinion
  readonly work: Opinion
  item(id: string): Opinion
}

/** Where nothing at all was read, one opinion goes for the other four: open, but for blank papers, which say no. */
function whole(usable: Opinion, documents: readonly JudgedDocument[]): OtherOpinions | null {
  if (documents.some(({ facts }) => facts.pages.some(({ words }) => words.length > 0))) return null
  const blank = usable.code === 'poe_blank'
  const bare = opinion(blank ? 'not_met' : 'cannot_tell', 1, usable.code, usable.values)
  const one = decided(bare, 'nothing at all was read', [])
  return { acknowledgment: one, dates: one, products: one, work: one, item: () => one }
}

function checkedDocument(document: JudgedDocument): CheckReport['documents'][number] {
  const { file, facts } = document
  const { sha256, type, pageCount, status, reason } = facts
  const kind = isPoeForm(document) ? 'POE_TEMPLATE' : null
  const inner = innerFilesOf(facts, [])
  return {
    file,
    sha256,
    type,
    pages: pageCount,
    status,
    reason,
    kind,
    ...(inner.length > 0 ? { inner } : {}),
  }
}

function innerFilesOf({ attachments }: DocumentFacts, inside: readonly number[]): InnerFile[] {
  return attachments.flatMap(({ name, facts }, at) => {
    const path = [...inside, at]
    const own: InnerFile = { inside: path, name, pages: facts?.pageCount ?? null }
    return facts === null ? [own] : [own, ...innerFilesOf(facts, path)]
  })
}
