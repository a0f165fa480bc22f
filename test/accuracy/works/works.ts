import type { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { DocumentFacts } from '../../../src-main/poe/facts/documentFacts.ts'
import { aClaimForm, TENANT } from '../../builders/poe/claimForm.ts'
import { deskOf } from './desk.ts'
import { type Chance, chanceOf } from '../../builders/chance.ts'
import { type Must, type Scene, SCENES } from './scenes.ts'
import { factsOfSheet, type Medium, type Piece, textOf } from './sheet.ts'
import type { Tongue } from './tongue.ts'
import { TONGUES } from './tongues/allTongues.ts'
import { type Ware, WARES } from './wares.ts'

/** A made paper of a piece of work, with what must be said of it. */
export interface Work {
  readonly number: number
  readonly title: string
  readonly language: string
  readonly form: ClaimForm
  readonly must: Must
  /** Of the items by their ids, where the whole does not say it. */
  readonly items: readonly (readonly [id: string, verdict: Must['products']])[]
  readonly text: string
  readonly facts: () => Promise<DocumentFacts>
}

/** Each kind of paper in each language, with products, words and names by lot. The same seed, the same papers. */
export function worksOf(seed: number): Work[] {
  return SCENES.flatMap((scene, s) =>
    TONGUES.flatMap((tongue, t): Work[] => {
      const number = s * TONGUES.length + t
      const made = workOf(scene, tongue, number, chanceOf(seed * 7919 + number))
      return made === null ? [] : [made]
    }),
  )
}

const TRIES = 40

/** Not each product suits each kind of paper: another one is drawn. */
function workOf(scene: Scene, tongue: Tongue, number: number, chance: Chance): Work | null {
  for (let i = 0; i < TRIES; i += 1) {
    const ware = chance.pick(WARES)
    const sibling = chance.pick(siblingsOf(ware))
    const pieces = scene.pieces(deskOf(tongue, ware, sibling.official[0] ?? sibling.name, chance))
    if (pieces === null) continue
    const medium = mediumOf(scene, tongue, chance)
    const second = scene.second === undefined ? [] : [chance.pick(siblingsOf(ware))]
    return {
      number,
      title: `#${number} ${tongue.language} ${scene.name} (${ware.name}, ${medium})`,
      language: tongue.language,
      form: formOf(scene, tongue, [ware, ...second]),
      must: scene.must,
      items: scene.second === undefined ? [] : [['i1', 'met'] as const, ['i2', scene.second] as const],
      text: textOf(pieces),
      facts: () => factsOfWork(pieces, medium, tongue),
    }
  }
  return null
}

const siblingsOf = (ware: Ware): Ware[] =>
  WARES.filter(({ id, group }) => id !== ware.id && group === ware.group && !isShared(id, ware.id)).concat(
    ware.group === 'mail' ? WARES.filter(({ id }) => id === 'm365.intune') : [],
  )

/** SharePoint's sites hold what OneDrive shows: a paper on one leaves the other open. */
const isShared = (...ids: readonly string[]): boolean =>
  ids.includes('m365.sharepoint') && ids.includes('m365.onedrive')

const WITHOUT_FONT = ['pl', 'ja']

function mediumOf(scene: Scene, { language }: Tongue, chance: Chance): Medium {
  if (scene.isMail) return 'mail'
  if (scene.isWord) return 'docx'
  return chance.pick<Medium>(['facts', 'docx', WITHOUT_FONT.includes(language) ? 'facts' : 'pdf'])
}

const factsOfWork = (
  pieces: readonly Piece[],
  medium: Medium,
  { customer, partner }: Tongue,
): Promise<DocumentFacts> =>
  factsOfSheet(pieces, medium, { from: `<it@${customer.domain}>`, to: `<projects@${partner.domain}>` })

const PROGRAMS = {
  USAGE: { MICROSOFT_365: 'OSU_M365', BUSINESS_APPLICATIONS: 'OSU_BIZAPPS' },
  PRESALES: { MICROSOFT_365: 'OSA_SELL', BUSINESS_APPLICATIONS: 'OSA_SELL' },
  REVENUE_ASSOCIATION: { MICROSOFT_365: 'REVENUE_ASSOCIATION', BUSINESS_APPLICATIONS: 'REVENUE_ASSOCIATION' },
} as const

function formOf({ activity = 'USAGE' }: Scene, tongue: Tongue, wares: readonly Ware[]): ClaimForm {
  const { customer, partner, country } = tongue
  const area = wares[0]?.area ?? 'MICROSOFT_365'
  return aClaimForm({
    program: PROGRAMS[activity][area],
    solutionArea: area,
    activities: [activity],
    partnerCompanyName: partner.claimed,
    partnerDomains: [partner.domain],
    customer: {
      companyName: customer.claimed,
      tenantId: TENANT,
      domains: [customer.domain],
      country,
      isPublicSector: false,
    },
    customerContact: { name: 'Robin Vale', title: 'IT', email: `it@${customer.domain}` },
    partnerContact: { name: 'Kim Sommer', email: `projects@${partner.domain}` },
    items: wares.map(({ id, name }, i) => ({ id: `i${i + 1}`, productId: id, name, subscriptionId: null })),
  })
}
