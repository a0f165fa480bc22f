import { z } from 'zod'
import { json, ok } from './answers.ts'
import type { CallerRole } from './people.ts'
import { SampleWish } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { CoachingNotes, DrawAnswer, Precision, SampledDecisions, SampleList, Twins } from './quality.ts'
import type { Route } from './routeShape.ts'

const LEADS: readonly CallerRole[] = ['team_lead']
const REVIEWERS: readonly CallerRole[] = ['reviewer', 'arbitration_lead', 'team_lead']

export const SampleId = z.uuid()

/** Looking at decisions that were made: samples for a second review, how often checks are right, what a lead tells a reviewer. */
export const QUALITY_ROUTES = {
  samples: {
    method: 'GET',
    path: '/v1.0/quality/samples',
    summary: 'The samples that were drawn, the newest first',
    callers: LEADS,
    rate: 'read',
    answers: { 200: ok(SampleList) },
  },
  drawSample: {
    method: 'POST',
    path: '/v1.0/quality/samples',
    summary: 'Draws a sample of decisions and spreads it over those who may look at them again',
    callers: LEADS,
    rate: 'write',
    body: json(SampleWish),
    answers: { 200: ok(DrawAnswer) },
    problems: ['operation_differs'],
  },
  sample: {
    method: 'GET',
    path: '/v1.0/quality/samples/{sampleId}',
    summary: 'What was drawn, with the words of both',
    callers: LEADS,
    rate: 'read',
    answers: { 200: ok(SampledDecisions) },
    problems: ['not_found'],
  },
  ownReviews: {
    method: 'GET',
    path: '/v1.0/quality/reviews',
    summary: 'Decisions that the caller is to look at again, and those that were looked at',
    callers: REVIEWERS,
    rate: 'read',
    answers: { 200: ok(SampledDecisions) },
  },
  precision: {
    method: 'GET',
    path: '/v1.0/quality/precision',
    summary: 'How often each check was right among the newest decisions, and where people said otherwise',
    callers: LEADS,
    rate: 'read',
    answers: { 200: ok(Precision) },
  },
  twins: {
    method: 'GET',
    path: '/v1.0/quality/twins',
    summary: 'Near-identical claims of which one was approved and the other was not',
    callers: LEADS,
    rate: 'read',
    answers: { 200: ok(Twins) },
  },
  coachingNotes: {
    method: 'GET',
    path: '/v1.0/quality/notes',
    summary: 'Notes to the caller; for a team lead all of them',
    callers: REVIEWERS,
    rate: 'read',
    answers: { 200: ok(CoachingNotes) },
  },
} as const satisfies Readonly<Record<string, Route>>
