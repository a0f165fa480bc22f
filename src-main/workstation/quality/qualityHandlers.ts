import type { Handlers, Output } from '../../../src-preload/contract/index.ts'
import type { quality } from '../../../src-preload/contract/quality.ts'
import type { SampledDecision } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { agreementByCriterion, type TwoWords } from '../../domain/quality/agreement.ts'
import { shareOf } from '../../domain/quality/interval.ts'
import type { Core } from '../core.ts'
import {
  drawAtHub,
  fetchNotes,
  fetchPrecision,
  fetchSample,
  fetchSamples,
  type Told,
} from '../sync/hubQuality.ts'
import type { SyncLoop } from '../sync/syncLoop.ts'
import { ownReviews } from './keptReviews.ts'
import { learnReviews } from './ownReviews.ts'
import { sendNote, sendReview } from './sayOfDecision.ts'

export function createQualityHandlers(core: Core, sync: SyncLoop): Pick<Handlers, keyof typeof quality> {
  const thenSync = <T>(outcome: T): T => {
    sync.kick()
    return outcome
  }
  return {
    'quality.samples': async () => answered(await fetchSamples(core), (said) => said),
    'quality.draw': async (wish) => {
      const told = await drawAtHub(core, wish)
      if (told.outcome === 'ok') core.emit('quality.changed', {})
      return answered(told, (said) => ({ sample: said.outcome === 'drawn' ? said.sample : null }))
    },
    'quality.sample': async ({ sampleId }) => answered(await fetchSample(core, sampleId), sampleView),
    'quality.reviews': async () => {
      await learnReviews(core)
      const { userId } = core.session.user()
      return { decisions: core.store.read((store) => ownReviews(store, userId)) }
    },
    'quality.sendReview': (input) => thenSync(sendReview(core, input)),
    'quality.precision': async () => answered(await fetchPrecision(core), (said) => said),
    'quality.notes': async () => answered(await fetchNotes(core), (said) => said),
    'quality.sendNote': (input) => thenSync(sendNote(core, input)),
  }
}

function answered<T, Shape extends object>(told: Told<T>, shapeOf: (said: T) => Shape) {
  return told.outcome === 'ok' ? { outcome: 'ok' as const, ...shapeOf(told.said) } : { outcome: told.outcome }
}

type SampleShape = Omit<Extract<Output<'quality.sample'>, { outcome: 'ok' }>, 'outcome'>

function sampleView({ decisions }: { readonly decisions: SampledDecision[] }): SampleShape {
  // In a case the outcome rests on the rivals, too, which the second reviewer was not shown.
  const both = decisions.flatMap(({ first, second, isOfCase }) =>
    first === null || second === null || isOfCase ? [] : [{ first, second }],
  )
  const same = both.filter(({ first, second }) => first.outcome === second.outcome)
  return {
    decisions,
    agreement: agreementByCriterion(decisions.flatMap(twoWords)).map(({ differing, ...one }) => ({
      ...one,
      differing: differing.map(({ item, first, second, decisionId }) => ({
        decisionId: idIn(decisions, decisionId),
        item,
        first,
        second,
      })),
    })),
    outcomes: shareOf(same.length, both.length),
  }
}

/** The brand that the id had before it was counted. */
function idIn(decisions: readonly SampledDecision[], id: string): SampledDecision['decisionId'] {
  const found = decisions.find(({ decisionId }) => decisionId === id)
  if (found === undefined) throw new Error('A word is of a decision that was not drawn')
  return found.decisionId
}

/** What the first left open says nothing that a second word could agree with. */
function twoWords({ decisionId, first, second }: SampledDecision): TwoWords[] {
  return (second?.verdicts ?? []).flatMap(({ criterion, item, verdict }) => {
    const one =
      first?.verdicts.find((word) => word.criterion === criterion && word.item === item)?.verdict ?? null
    return one === null ? [] : [{ decisionId, criterion, item, first: one, second: verdict }]
  })
}
