import { z } from 'zod'
import { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, Sha256, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { ROLES } from '../../../src-preload/contract/vocabulary/words.ts'
import { bytes, IfNoneMatch, json, MAX_FACTS_BYTES, ok, tag, unchanged } from './answers.ts'
import { RenewRequest, RenewResult, TakeNextRequest, TakeNextResult } from './assignments.ts'
import { BucketNumber, Checkpoint } from './checkpoint.ts'
import { AlikeAnswer, AlikeRequest, FactsResult, ReaderVersion, Sightings, StoredFacts } from './facts.ts'
import { SentBucketPage, FeedQuery, SentFeedPage } from './feed.ts'
import { INTAKE_ROUTES } from './intakeRoutes.ts'
import { OperationRequest, OperationResult } from './operations.ts'
import {
  type CallerRole,
  CodeSignIn,
  DemoPeople,
  DemoSignedIn,
  DemoSignIn,
  HubUser,
  PartnerLinks,
  TeamPeople,
} from './people.ts'
import { QUALITY_ROUTES, SampleId } from './qualityRoutes.ts'
import { AssignmentAnswer, AssignPolicy, Reference } from './reference.ts'
import { ClaimReads, ReadsKept, SendReads } from './reads.ts'
import type { Route } from './routeShape.ts'
import { RULE_PARTS, RULE_ROUTES } from './ruleRoutes.ts'
import { WIPE_PARTS, WIPE_ROUTES } from './wipeRoutes.ts'
import {
  Capacities,
  CapacityAnswer,
  PutCapacity,
  PutWorkstation,
  WorkstationNoted,
  Workstations,
} from './team.ts'

/** Reads every claim but those of partners with whom a person has dealings. */
const TEAM: readonly CallerRole[] = ROLES
/** Does something to claims. An auditor reads and changes nothing. */
const REVIEWERS: readonly CallerRole[] = ['reviewer', 'arbitration_lead', 'team_lead']
const LEADS: readonly CallerRole[] = ['team_lead']

const CLAIM = '/v1.0/claims/{claimId}'
const DOCUMENT = `${CLAIM}/documents/{sha256}`
const LINKS = '/v1.0/people/{userId}/partnerLinks'

/** What may stand where a path has braces. */
export const PATH_PARTS = {
  claimId: ClaimId,
  sha256: Sha256,
  userId: UserId,
  bucket: BucketNumber,
  clientId: z.uuid(),
  readerVersion: ReaderVersion,
  ...RULE_PARTS,
  ...WIPE_PARTS,
  sampleId: SampleId,
} as const

/**
 * The interface of the hub, stated once: addresses, guards, limits, the OpenAPI document and the test of who may do what are made
 * of this table. Operations are open to auditors, because a role that was lost is an answer (`role_lost`), not an error.
 */
export const ROUTES = {
  health: {
    method: 'GET',
    path: '/healthz',
    summary: 'The process lives',
    callers: 'anyone',
    rate: 'open',
    answers: { 200: ok(z.object({ status: z.literal('ok') })) },
  },
  ready: {
    method: 'GET',
    path: '/readyz',
    summary: 'Database, schema and documents answer, and the hub is not about to end',
    callers: 'anyone',
    rate: 'open',
    answers: { 200: ok(z.object({ status: z.literal('ready') })) },
    problems: ['unavailable'],
  },
  openApi: {
    method: 'GET',
    path: '/v1.0/openapi.json',
    summary: 'This description',
    callers: 'anyone',
    rate: 'open',
    headers: IfNoneMatch,
    answers: { 200: ok(z.looseObject({ openapi: z.string() }), 'OpenAPI 3.1.', tag), 304: unchanged },
  },
  signIn: {
    method: 'POST',
    path: '/v1.0/sign-in',
    summary: 'A token for a code that the hub printed at its start. Ten tries a minute from one address',
    callers: 'anyone',
    rate: 'signIn',
    body: json(CodeSignIn),
    answers: { 200: ok(DemoSignedIn, 'Signed in; the code is used up.') },
    problems: ['code_refused'],
    signIn: 'codes',
  },
  demoUsers: {
    method: 'GET',
    path: '/v1.0/demo/users',
    summary: 'Who may sign in without a code',
    callers: 'anyone',
    rate: 'open',
    answers: { 200: ok(DemoPeople) },
    signIn: 'open',
  },
  demoSignIn: {
    method: 'POST',
    path: '/v1.0/demo/sign-in',
    summary: 'A token for a demo person, on this machine alone',
    callers: 'anyone',
    rate: 'signIn',
    body: json(DemoSignIn),
    answers: { 200: ok(DemoSignedIn) },
    problems: ['not_found'],
    signIn: 'open',
  },
  me: {
    method: 'GET',
    path: '/v1.0/me',
    summary: 'Who asks, with the role as it is now',
    callers: TEAM,
    rate: 'read',
    answers: { 200: ok(HubUser) },
  },
  people: {
    method: 'GET',
    path: '/v1.0/people',
    summary: 'Who is of the team',
    callers: TEAM,
    rate: 'read',
    answers: { 200: ok(TeamPeople) },
  },
  partnerLinks: {
    method: 'GET',
    path: LINKS,
    summary: 'The partners with whom a person of the team has dealings',
    callers: LEADS,
    rate: 'read',
    answers: { 200: ok(PartnerLinks) },
  },
  putPartnerLinks: {
    method: 'PUT',
    path: LINKS,
    summary: 'Sets them, all at once; the person loses these claims from sight',
    callers: LEADS,
    rate: 'write',
    body: json(PartnerLinks),
    answers: { 200: ok(PartnerLinks) },
  },
  capacities: {
    method: 'GET',
    path: '/v1.0/team/capacities',
    summary: 'How much each person of the team takes on, and when they are away',
    callers: TEAM,
    rate: 'read',
    answers: { 200: ok(Capacities) },
  },
  putCapacity: {
    method: 'PUT',
    path: '/v1.0/people/{userId}/capacity',
    summary: 'Sets that of a person, unless somebody else did since; who set it is kept',
    callers: LEADS,
    rate: 'write',
    body: json(PutCapacity),
    answers: { 200: ok(CapacityAnswer) },
  },
  workstations: {
    method: 'GET',
    path: '/v1.0/workstations',
    summary: 'Every workstation of the team: when it was last here, and what waited there to be sent',
    callers: LEADS,
    rate: 'read',
    answers: { 200: ok(Workstations) },
  },
  putWorkstation: {
    method: 'PUT',
    path: '/v1.0/workstations/{clientId}',
    summary: 'What a workstation says of itself',
    callers: TEAM,
    rate: 'write',
    body: json(PutWorkstation),
    answers: { 200: ok(WorkstationNoted) },
  },
  reference: {
    method: 'GET',
    path: '/v1.0/reference',
    summary: 'What claims are judged and timed by',
    callers: TEAM,
    rate: 'read',
    headers: IfNoneMatch,
    answers: { 200: ok(Reference, 'Profiles, assignments, calendars.', tag), 304: unchanged },
  },
  assignPolicy: {
    method: 'POST',
    path: '/v1.0/policyAssignments',
    summary: 'Proposes that a profile be in force from a day on, or puts in force what another lead proposed',
    callers: LEADS,
    rate: 'write',
    body: json(AssignPolicy),
    answers: { 200: ok(AssignmentAnswer) },
  },
  delta: {
    method: 'GET',
    path: '/v1.0/claims/delta',
    summary: 'What changed. Items may repeat; follow the links, which are opaque',
    callers: TEAM,
    rate: 'feed',
    query: FeedQuery,
    answers: { 200: ok(SentFeedPage) },
    problems: ['sync_state_not_found'],
  },
  events: {
    method: 'GET',
    path: '/v1.0/claims/events',
    summary: 'Server-sent events: `changed` says that the feed has something new',
    callers: TEAM,
    rate: 'feed',
    answers: { 200: { description: 'A stream.', schema: z.string(), mediaType: 'text/event-stream' } },
  },
  checkpoint: {
    method: 'GET',
    path: '/v1.0/claims/checkpoint',
    summary: 'Hashes of the state of all claims, in 256 buckets',
    callers: TEAM,
    rate: 'feed',
    query: FeedQuery.pick({ $deltatoken: true }).required(),
    answers: { 200: ok(Checkpoint) },
    problems: ['sync_state_not_found'],
  },
  bucket: {
    method: 'GET',
    path: '/v1.0/claims/buckets/{bucket}',
    summary: 'All claims of one bucket, in pages',
    callers: TEAM,
    rate: 'feed',
    query: FeedQuery.pick({ $top: true, $skiptoken: true }),
    answers: { 200: ok(SentBucketPage) },
    problems: ['sync_state_not_found'],
  },
  claim: {
    method: 'GET',
    path: CLAIM,
    summary: 'One claim as it stands now',
    callers: TEAM,
    rate: 'read',
    headers: IfNoneMatch,
    answers: { 200: ok(ClaimRecord, 'The claim; the tag is its revision.', tag), 304: unchanged },
  },
  sendReads: {
    method: 'POST',
    path: '/v1.0/reads',
    summary: 'Says what the caller looked at on a workstation, also offline; each is kept once',
    callers: TEAM,
    rate: 'write',
    body: json(SendReads),
    answers: { 200: ok(ReadsKept) },
  },
  reads: {
    method: 'GET',
    path: `${CLAIM}/reads`,
    summary: 'Who looked at this claim and its papers',
    callers: ['team_lead', 'auditor'],
    rate: 'read',
    answers: { 200: ok(ClaimReads) },
  },
  operate: {
    method: 'POST',
    path: `${CLAIM}/operations`,
    summary: 'Does what a workstation asks, once. With If-Match only while the claim has this revision',
    callers: TEAM,
    rate: 'write',
    headers: z.object({ 'if-match': z.string().optional() }),
    body: json(OperationRequest),
    answers: { 200: ok(OperationResult, 'Applied, or a conflict; stored either way.') },
    problems: [
      'schema_too_old',
      'precondition_failed',
      'operation_differs',
      'sequence_gap',
      'sequence_reused',
    ],
  },
  document: {
    method: 'GET',
    path: DOCUMENT,
    summary: 'Bytes of a document of this claim',
    callers: TEAM,
    rate: 'document',
    headers: IfNoneMatch.extend({ range: z.string().optional(), 'if-range': z.string().optional() }),
    answers: {
      200: bytes('All of it.', tag),
      206: bytes('The range that was asked for.', { ...tag, 'content-range': 'Which bytes, of how many.' }),
      304: unchanged,
    },
    problems: ['range_not_satisfiable'],
  },
  facts: {
    method: 'GET',
    path: `${DOCUMENT}/facts/{readerVersion}`,
    summary: 'What a reader read off this document',
    callers: TEAM,
    rate: 'document',
    headers: IfNoneMatch,
    answers: { 200: ok(StoredFacts, 'As it was brought.', tag), 304: unchanged },
  },
  putFacts: {
    method: 'PUT',
    path: `${DOCUMENT}/facts/{readerVersion}`,
    summary: 'Brings what a reader read; the first that comes is kept',
    callers: REVIEWERS,
    rate: 'document',
    body: json(StoredFacts, MAX_FACTS_BYTES),
    answers: { 200: ok(FactsResult, 'Known already.'), 201: ok(FactsResult, 'Kept.') },
    problems: ['unsupported_media_type'],
  },
  sightings: {
    method: 'GET',
    path: `${DOCUMENT}/sightings`,
    summary: 'Other claims that the same bytes came with',
    callers: TEAM,
    rate: 'document',
    answers: { 200: ok(Sightings) },
  },
  alike: {
    method: 'POST',
    path: `${DOCUMENT}/alike`,
    summary:
      'Other claims with papers that look or read like this document, or bear the same picture of a signature',
    callers: TEAM,
    rate: 'document',
    body: json(AlikeRequest),
    answers: { 200: ok(AlikeAnswer) },
  },
  takeNext: {
    method: 'POST',
    path: '/v1.0/assignments/next',
    summary: 'Gives the next free claim',
    callers: REVIEWERS,
    rate: 'write',
    body: json(TakeNextRequest),
    answers: { 200: ok(TakeNextResult) },
    problems: ['operation_differs'],
  },
  renew: {
    method: 'POST',
    path: '/v1.0/assignments/renew',
    summary: 'Goes on holding claims',
    callers: REVIEWERS,
    rate: 'write',
    body: json(RenewRequest),
    answers: { 200: ok(RenewResult) },
  },
  ...RULE_ROUTES,
  ...INTAKE_ROUTES,
  ...QUALITY_ROUTES,
  ...WIPE_ROUTES,
} as const satisfies Readonly<Record<string, Route>>

export type RouteName = keyof typeof ROUTES

/** The names of the parts in braces. */
export const partsOf = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
