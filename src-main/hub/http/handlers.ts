import type { RouteName } from '../api/routes.ts'
import type { OwnIssuer } from '../identity/ownIssuer.ts'
import type { HubHandler, HubPorts } from './hubPorts.ts'
import { serveAssignment } from './serveAssignment.ts'
import { serveChecks } from './serveChecks.ts'
import { serveBucket, serveCheckpoint } from './serveCheckpoint.ts'
import { serveClaim } from './serveClaim.ts'
import { serveDelta } from './serveDelta.ts'
import { demoPeople, demoSignIn } from './serveDemo.ts'
import { serveDocument } from './serveDocument.ts'
import { serveEvents } from './serveEvents.ts'
import { serveFacts, servePutFacts } from './serveFacts.ts'
import { serveAlike, serveSightings } from './serveSightings.ts'
import { serveHealth } from './serveHealth.ts'
import { intakeActs, serveAddDocument, serveCreate, serveDispute } from './serveIntake.ts'
import { serveRenew, serveTakeNext } from './serveLeases.ts'
import { serveOpenApi } from './serveOpenApi.ts'
import { serveOperation } from './serveOperation.ts'
import { serveOwnClaim } from './serveOwnClaim.ts'
import { readLinks, serveMe, servePeople, writeLinks } from './servePeople.ts'
import { serveQuality } from './serveQuality.ts'
import { serveReads, serveSendReads } from './serveReads.ts'
import { serveReady } from './serveReady.ts'
import { serveReference } from './serveReference.ts'
import { serveRules } from './serveRules.ts'
import { serveCapacities, servePutCapacity, servePutWorkstation, serveWorkstations } from './serveTeam.ts'
import { serveSignIn } from './serveSignIn.ts'
import { serveWipes } from './serveWipes.ts'

/** What answers at each route of the table. */
export function handlersOf(ports: HubPorts, own: OwnIssuer): Readonly<Record<RouteName, HubHandler>> {
  return {
    health: serveHealth,
    ready: serveReady(ports),
    openApi: serveOpenApi(),
    signIn: serveSignIn(ports, own),
    demoUsers: demoPeople(ports),
    demoSignIn: demoSignIn(ports, own),
    me: serveMe,
    people: servePeople(ports),
    partnerLinks: readLinks(ports),
    putPartnerLinks: writeLinks(ports),
    capacities: serveCapacities(ports),
    putCapacity: servePutCapacity(ports),
    workstations: serveWorkstations(ports),
    putWorkstation: servePutWorkstation(ports),
    reference: serveReference(ports),
    assignPolicy: serveAssignment(ports),
    delta: serveDelta(ports),
    events: serveEvents(ports),
    checkpoint: serveCheckpoint(ports),
    bucket: serveBucket(ports),
    takeNext: serveTakeNext(ports),
    renew: serveRenew(ports),
    sendReads: serveSendReads(ports),
    reads: serveReads(ports),
    claim: serveClaim(ports),
    operate: serveOperation(ports),
    document: serveDocument(ports),
    facts: serveFacts(ports),
    putFacts: servePutFacts(ports),
    sightings: serveSightings(ports),
    alike: serveAlike(ports),
    ...serveRules(ports),
    intakeChecks: serveChecks(ports),
    intakeCreate: serveCreate(ports),
    intakeClaim: serveOwnClaim(ports),
    intakeAddDocument: serveAddDocument(ports),
    intakeDispute: serveDispute(ports),
    ...intakeActs(ports),
    ...serveQuality(ports),
    ...serveWipes(ports),
  }
}
