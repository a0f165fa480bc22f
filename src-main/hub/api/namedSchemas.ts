import type { z } from 'zod'
import {
  Assignment,
  ClaimForm,
  ClaimRecord,
  Contact,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import { Clock } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import { Lookups } from '../../../src-preload/contract/vocabulary/lookupShape.ts'
import { ClaimMatters } from '../../../src-preload/contract/vocabulary/matterShape.ts'
import { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { RuleDraft } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import {
  AdvisoryCheck,
  CheckStanding,
  CoachingNote,
  SampledDecision,
  SampleView,
  SampleWish,
} from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { RenewRequest, RenewResult, TakeNextRequest, TakeNextResult } from './assignments.ts'
import { Checkpoint } from './checkpoint.ts'
import { AlikeAnswer, AlikeRequest, FactsResult, Sightings } from './facts.ts'
import { SentBucketPage, RemovedClaim, SentFeedPage } from './feed.ts'
import {
  CancelRequest,
  ClaimEdit,
  CommentBody,
  DeclineBody,
  DisassociateRequest,
  IntakeCheckRequest,
  NewClaimRequest,
  PartnerRequestBody,
  SubmitRequest,
} from './intake.ts'
import { IntakeChecks, IntakeResult } from './intakeResult.ts'
import { OperationRequest, OperationResult } from './operations.ts'
import { OwnClaim } from './ownClaim.ts'
import {
  CodeSignIn,
  DemoPeople,
  DemoSignedIn,
  DemoSignIn,
  HubCaller,
  HubUser,
  PartnerLinks,
  TeamPeople,
} from './people.ts'
import { Problem } from './problem.ts'
import { CoachingNotes, DrawAnswer, Precision, SampledDecisions, SampleList } from './quality.ts'
import { AssignmentAnswer, AssignPolicy, Reference } from './reference.ts'
import { ClaimRead, ClaimReads, ReadsKept, SendReads } from './reads.ts'
import {
  Capacities,
  CapacityAnswer,
  PutCapacity,
  PutWorkstation,
  WorkstationNoted,
  Workstations,
} from './team.ts'
import {
  CarriedKept,
  CarryOperations,
  OrderStepAnswer,
  PutOrderStep,
  PutWipe,
  StandingOrder,
  WipeAnswer,
  Wipes,
} from './wipes.ts'
import { ActOnRule, RuleAnswer, RuleBook, RulePreviewAnswer, WriteRuleDraft } from './rules.ts'

type Named = Readonly<Record<string, z.ZodType>>

/** Shapes of answers by the name that the description gives them; a shape inside another is pointed to. */
export const ANSWER_SCHEMAS: Named = {
  Problem,
  ClaimRecord,
  ClaimForm,
  Contact,
  Assignment,
  ClaimMatters,
  Lookups,
  Clock,
  OwnClaim,
  RemovedClaim,
  FeedPage: SentFeedPage,
  BucketPage: SentBucketPage,
  Checkpoint,
  FactsResult,
  Sightings,
  AlikeAnswer,
  OperationResult,
  TakeNextResult,
  RenewResult,
  IntakeResult,
  IntakeChecks,
  Reference,
  PolicyProfile,
  Calendar,
  AssignmentAnswer,
  RuleBook,
  RuleDraft,
  RuleAnswer,
  RulePreview: RulePreviewAnswer,
  HubUser,
  HubCaller,
  TeamPeople,
  DemoPeople,
  SignedIn: DemoSignedIn,
  PartnerLinks,
  SampleList,
  SampleView,
  DrawAnswer,
  SampledDecisions,
  SampledDecision,
  Precision,
  CheckStanding,
  AdvisoryCheck,
  CoachingNotes,
  CoachingNote,
  Capacities,
  CapacityAnswer,
  WorkstationNoted,
  Workstations,
  ReadsKept,
  ClaimRead,
  ClaimReads,
  Wipes,
  WipeAnswer,
  StandingOrder,
  OrderStepAnswer,
  CarriedKept,
}

/** Shapes of what is sent. Apart from the answers, since a field with a default may be left out here and never there. */
export const REQUEST_SCHEMAS: Named = {
  OperationRequest,
  SampleWish,
  AlikeRequest,
  TakeNextRequest,
  RenewRequest,
  SendReads,
  AssignPolicy,
  PutCapacity,
  PutWorkstation,
  PutWipe,
  CarryOperations,
  PutOrderStep,
  WriteRuleDraft,
  ActOnRule,
  CodeSignIn,
  DemoSignIn,
  NewPartnerLinks: PartnerLinks,
  NewClaimRequest,
  IntakeCheckRequest,
  ClaimEdit,
  SubmitRequest,
  CommentBody,
  PartnerRequestBody,
  DisassociateRequest,
  CancelRequest,
  DeclineBody,
}
