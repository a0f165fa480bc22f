import type { Finding, ItemTold, PapersTold } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimItem } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ACTIVITIES } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { Coverage, Opinion } from '../opinion.ts'
import { isInWork, strengthFor } from '../products/judgeProducts.ts'
import type { SentenceCode } from '../sentences.ts'
import type { ToldWork } from '../service/judgeService.ts'
import { aboutOf, type WorkSentence } from '../service/workSentences.ts'
import { blocksOf, wordsBetween } from '../text/passages.ts'
import { evidenceOfPassage, evidenceOfWords } from '../text/place.ts'
import { engagementOf } from './engagement.ts'
import { type StatementSources, statementFor } from './statements.ts'
import { nothing, open, yes } from './telling.ts'

export interface ToldSources extends StatementSources {
  /** Of the criteria of the whole claim and of its items, as they were found. */
  readonly findings: readonly Finding[]
  /** The dates criterion before it was weighed. */
  readonly datesOpinion: Opinion
  readonly work: ToldWork
}

/** What the papers say beside the five criteria. It rests on what the criteria found: nothing is read twice. */
export function papersTold(sources: ToldSources, coverage: Coverage): PapersTold {
  return {
    acknowledged: acknowledgedOn(sources, coverage),
    engagement: engagementOf(sources.dates, coverage),
    items: sources.form.items.map((item) => ({
      item: item.id,
      named: namedOf(item, sources),
      work: workOf(item, sources, coverage),
      identified: identifiedOf(item, sources, coverage),
      statement: statementFor(item, sources, coverage),
    })),
  }
}

/** What the criterion left open for another reason than that there is no date. */
const OPEN_DATES: readonly SentenceCode[] = ['dates_handwritten', 'dates_not_read', 'poe_not_read']

function acknowledgedOn({ datesOpinion }: ToldSources, coverage: Coverage): PapersTold['acknowledged'] {
  const { newest, code, evidence } = datesOpinion
  if (newest !== undefined) return yes(newest.days, newest.evidence)
  return OPEN_DATES.includes(code) ? open(evidence) : nothing(coverage)
}

/** What a finding on an item says of how it is named; every other one says that it is not. */
const NAMED: Partial<Record<string, 'item' | 'suite' | 'open'>> = {
  product_named: 'item',
  product_ticked: 'item',
  product_suite_only: 'suite',
  product_list_only: 'open',
  product_weak_name: 'open',
  product_unusable: 'open',
  product_not_read: 'open',
  poe_not_read: 'open',
} satisfies Partial<Record<SentenceCode, 'item' | 'suite' | 'open'>>

function namedOf(item: ClaimItem, { findings }: ToldSources): ItemTold['named'] {
  const finding = findings.find((one) => one.criterion === 'products' && one.item === item.id)
  const named = finding === undefined ? 'open' : NAMED[finding.say.code]
  if (named === undefined) return { told: 'no' }
  return named === 'open' ? open(finding?.evidence) : yes(named, finding?.evidence ?? [])
}

/** Work beside the item's own name; without any, what a claim of one item tells is of that one, and of several nobody can say which. */
function workOf(item: ClaimItem, sources: ToldSources, coverage: Coverage): ItemTold['work'] {
  const { work, context } = sources.work
  const inWork = sources.mentions.filter(
    (mention) => isInWork(mention) && strengthFor(mention, item) === 'name',
  )
  const own = work.filter(({ byOther }) => !byOther)
  const beside = own.filter(
    ({ sentence, block }) => aboutOf(sentence, block, { ...context, inWork }) === 'claimed',
  )
  if (beside.length > 0) return kindsOf(beside)
  const loose = own.filter(({ about }) => about === 'open')
  if (loose.length === 0) return nothing(coverage)
  return sources.form.items.length === 1 && inWork.length > 0
    ? kindsOf(loose)
    : open(loose.map(({ sentence }) => evidenceOfPassage(sentence)))
}

const kindsOf = (work: readonly WorkSentence[]): ItemTold['work'] =>
  yes(
    ACTIVITIES.filter((activity) => work.some(({ kinds }) => kinds.has(activity))),
    work.map(({ sentence }) => evidenceOfPassage(sentence)),
  )

function identifiedOf(item: ClaimItem, sources: ToldSources, coverage: Coverage): ItemTold['identified'] {
  const tenant = sources.parties.flatMap((one) => one.tenant)
  const subscription = item.subscriptionId === null ? [] : placesOf(item.subscriptionId, sources)
  const shown = [
    ...(tenant.length > 0 ? (['tenant'] as const) : []),
    ...(subscription.length > 0 ? (['subscription'] as const) : []),
  ]
  return shown.length > 0 ? yes(shown, [...subscription.slice(0, 2), ...tenant]) : nothing(coverage)
}

function placesOf(id: string, { parties }: ToldSources) {
  return parties.flatMap(({ document }) =>
    document.facts.pages.flatMap((page) =>
      blocksOf(document, page).flatMap((block) => {
        const at = block.folded.indexOf(id)
        return at < 0 ? [] : [evidenceOfWords(block, wordsBetween(block, at, at + id.length))]
      }),
    ),
  )
}
