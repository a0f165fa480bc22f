import type { StatedClaim } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { SubmitterRole } from '../../../src-preload/contract/vocabulary/intakeWords.ts'
import { spellingOf } from '../../../src-preload/contract/vocabulary/statusNames.ts'
import type {
  Activity,
  Program,
  PurchaseChannel,
  SolutionArea,
} from '../../../src-preload/contract/vocabulary/words.ts'

export type KnownProgram = Exclude<Program, 'UNKNOWN'>
export type KnownArea = Exclude<SolutionArea, 'UNKNOWN'>

/** Names of 2019 to 2024 and those of Microsoft's pages in six languages (domain.md sections 1.1, 1.4 and 5.3). */
const AREAS: Readonly<Record<KnownArea, readonly string[]>> = {
  MICROSOFT_365: ['Microsoft 365', 'M365', 'Modern Work and Security', 'Modern Work & Security'],
  BUSINESS_APPLICATIONS: [
    'Business Applications',
    'Business Apps',
    'Biz Apps',
    'Applicazioni aziendali',
    'Geschäftsanwendungen',
    'Applications métier',
    'Aplicaciones empresariales',
    'Aplicativos de negócios',
    'ビジネス アプリケーション',
  ],
}

const ACTIVITY_NAMES: Readonly<Record<Activity, readonly string[]>> = {
  PRESALES: [
    'Pre-sales',
    'Build intent – Advisor',
    'Prevendita',
    'Prevendite',
    'Support prévente',
    'Preventa',
    'Pré-vendas',
    'プリセールス',
  ],
  USAGE: [
    'Usage',
    'Use or consume',
    'Usage recognition – Non-Incentivized',
    'Utilizzo',
    'Verwendung',
    'Uso',
    '使用',
  ],
  REVENUE_ASSOCIATION: [
    'Revenue association',
    'Influenced Revenue recognition – Non-Incentivized',
    'Associazione ricavi',
    'Associazione dei ricavi',
    'Associazione di ricavi',
    'Umsatzzuordnung',
    'Association du chiffre d’affaires',
    'Asociación de ingresos',
    'Associação de receita',
    '収益の関連付け',
  ],
}

const PROGRAM_NAMES: Readonly<Record<KnownProgram, readonly string[]>> = {
  OSA_SELL: ['OSA-Sell', 'OSA', 'Online Services Advisory Sell', 'MCI BizApps Presales Advisor'],
  OSU_M365: [
    'OSU-M365',
    'OSU-Microsoft 365',
    'Online Services Usage Microsoft 365',
    'Modern Work and Security Usage',
  ],
  OSU_BIZAPPS: [
    'OSU-BizApps',
    'OSU-BA',
    'OSU-Business Application',
    'OSU-Business Applications',
    'Online Services Usage Business Applications',
    'Usage recognition – Biz Apps',
  ],
  REVENUE_ASSOCIATION: [
    'Revenue association',
    'Microsoft Business Applications Revenue (Recognition Association)',
    'Influenced Revenue recognition – Non-Incentivized',
  ],
}

const CHANNELS: Readonly<Record<PurchaseChannel, readonly string[]>> = {
  VOLUME_LICENSING: ['Volume Licensing', 'VL', 'Contratto multilicenza'],
  WEB_DIRECT: ['Web-Direct'],
  CSP: ['CSP', 'Cloud Solution Provider'],
}

const ROLES: Readonly<Record<SubmitterRole, readonly string[]>> = {
  billing_admin: ['Billing admin'],
  global_admin: ['Global admin'],
  incentives_admin: ['Incentives admin'],
  incentives_user: ['Incentives user'],
}

/** Reads one word of a list by its own id or any of its names; null = none of them. */
function readerOf<Word extends string>(names: Readonly<Record<Word, readonly string[]>>) {
  const pairs = (Object.entries(names) as [Word, readonly string[]][]).flatMap(([word, others]) =>
    [word, ...others].map((name) => [spellingOf(name), word] as const),
  )
  const bySpelling: ReadonlyMap<string, Word> = new Map(pairs)
  return (text: string): Word | null => bySpelling.get(spellingOf(text)) ?? null
}

export const solutionAreaNamed = readerOf(AREAS)
export const activityNamed = readerOf(ACTIVITY_NAMES)
export const programNamed = readerOf(PROGRAM_NAMES)
export const purchaseChannelNamed = readerOf(CHANNELS)
/** Roles are information (C-8, S-10 to S-12): one that is not known here is no reason for anything. */
export const submitterRoleNamed = readerOf(ROLES)

/** The words of a stated claim as far as they are known. */
export interface ClaimWords {
  readonly area: KnownArea | null
  /** Each once, in the order of the claim. */
  readonly activities: readonly Activity[]
  /** Activities that nobody here knows, as they came. */
  readonly strangeActivities: readonly string[]
  /** As the claim names it; null = it names none, or one that is not known. */
  readonly program: KnownProgram | null
  /** Null = not said, or not known. */
  readonly channel: PurchaseChannel | null
}

export function wordsOf(claim: StatedClaim): ClaimWords {
  const known = (text: string) => ({ text, activity: activityNamed(text) })
  const activities = claim.activities.map(known)
  return {
    area: claim.solutionArea === null ? null : solutionAreaNamed(claim.solutionArea),
    activities: [...new Set(activities.flatMap(({ activity }) => activity ?? []))],
    strangeActivities: activities.filter(({ activity }) => activity === null).map(({ text }) => text),
    program: claim.program === null ? null : programNamed(claim.program),
    channel: claim.purchaseChannel === null ? null : purchaseChannelNamed(claim.purchaseChannel),
  }
}
