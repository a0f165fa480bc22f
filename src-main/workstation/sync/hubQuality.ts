import type { z } from 'zod'
import type { SampleWish } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import {
  CoachingNotes,
  DrawAnswer,
  Precision,
  SampledDecisions,
  SampleList,
  Twins,
} from '../../hub/api/quality.ts'
import type { Core } from '../core.ts'
import { ask, askingAs, asJson, json } from './asking.ts'
import { HubUnavailable } from './hubUnavailable.ts'

/** What the hub said; `refused`: it does not let this person, or is of a time that does not know. */
export type Told<T> =
  | { readonly outcome: 'ok'; readonly said: T }
  | { readonly outcome: 'offline' | 'refused' }

const BASE = '/v1.0/quality'

export const fetchSamples = (core: Core) => tell(core, `${BASE}/samples`, SampleList)
export const fetchSample = (core: Core, sampleId: string) =>
  tell(core, `${BASE}/samples/${sampleId}`, SampledDecisions)
export const fetchReviews = (core: Core) => tell(core, `${BASE}/reviews`, SampledDecisions)
export const fetchPrecision = (core: Core) => tell(core, `${BASE}/precision`, Precision)
export const fetchTwins = (core: Core) => tell(core, `${BASE}/twins`, Twins)
export const fetchNotes = (core: Core) => tell(core, `${BASE}/notes`, CoachingNotes)
export const drawAtHub = (core: Core, wish: SampleWish) =>
  tell(core, `${BASE}/samples`, DrawAnswer, asJson('POST', wish))

async function tell<Schema extends z.ZodType>(
  core: Core,
  path: string,
  schema: Schema,
  init: Parameters<typeof ask>[2] = {},
): Promise<Told<z.infer<Schema>>> {
  if (core.ports.hub.state() !== 'ready') return { outcome: 'offline' }
  try {
    const response = await ask(askingAs(core), path, init)
    if (!response.ok) {
      await response.body?.cancel()
      return { outcome: 'refused' }
    }
    const said = schema.safeParse(await json(response))
    return said.success ? { outcome: 'ok', said: said.data } : { outcome: 'refused' }
  } catch (error) {
    if (error instanceof HubUnavailable) return { outcome: 'offline' }
    throw error
  }
}
