import { OTHER_TENANT, TENANT } from '../../builders/poe/claimForm.ts'
import type { Chance } from '../../builders/chance.ts'
import type { Piece } from './sheet.ts'
import type { Group, Tongue } from './tongue.ts'
import { SUITES, type Ware } from './wares.ts'

/** Writes one paper: a language, a product, the names it is to use, and chance for the rest. */
export interface Desk {
  readonly tongue: Tongue
  readonly ware: Ware
  readonly product: string
  readonly customer: string
  readonly partner: string
  /** Another product of the same kind of work, which nobody claims. */
  readonly sibling: string
  readonly suites: readonly string[]
  below(n: number): number
  oneOf<T>(all: readonly T[]): T
  /** Null of nothing. */
  oneOfSome<T>(all: readonly T[]): T | null
  calling(product: string): Desk
  without(): Desk
  naming(names: { readonly customer?: string; readonly partner?: string }): Desk
  title(text: string): Piece
  head(text: string): Piece
  line(text: string): Piece
  bullet(text: string): Piece
  /** Several short ones are a list, sentences are lines. */
  lines(texts: readonly string[]): Piece[]
  work(group?: Group): Piece[]
  hollow(): Piece[]
  terms(): Piece[]
  rows(): string[][]
  ticks(ticked: boolean): Piece
  tenant(other?: boolean): Piece
  signing(): Piece
}

interface Names {
  readonly product: string
  readonly customer: string
  readonly partner: string
}

export function deskOf(tongue: Tongue, ware: Ware, sibling: string, chance: Chance): Desk {
  const below = (n: number): number => chance.whole(0, n - 1)
  const number = 40 + below(400)
  const at = (names: Names): Desk => {
    const said = (text: string): string => filled(text, tongue, names, ware, number)
    const desk: Desk = {
      tongue,
      ware,
      ...names,
      sibling,
      suites: SUITES[ware.id.startsWith('pp.') ? 'POWER_PLATFORM' : ware.area],
      below,
      oneOf: chance.pick,
      oneOfSome: (all) => (all.length === 0 ? null : chance.pick(all)),
      calling: (product) => at({ ...names, product }),
      without: () => at(names),
      naming: (others) => at({ ...names, ...others }),
      title: (text) => ({ kind: 'title', text: said(text) }),
      head: (text) => ({ kind: 'head', text: said(text) }),
      line: (text) => ({ kind: 'line', text: said(text) }),
      bullet: (text) => ({ kind: 'bullet', text: said(text) }),
      lines: (texts) =>
        texts.map((text) => ({ kind: /[.。!:]$/u.test(text) ? 'line' : 'bullet', text: said(text) })),
      work: (group = ware.group) =>
        desk.lines(chance.pick([...tongue.work.any, ...(group === 'any' ? [] : tongue.work[group])])),
      hollow: () => desk.lines(chance.pick(tongue.hollow)),
      terms: () => tongue.terms.slice(below(tongue.terms.length)).map(desk.line),
      rows: () => [[...tongue.rows.head], ...tongue.rows.lines.map((cells) => cells.map(said))],
      ticks: (ticked) => ({
        kind: 'ticks',
        ticks: [
          [sibling, !ticked],
          [names.product, ticked],
        ],
      }),
      tenant: (other = false) => ({
        kind: 'line',
        text: tongue.tenant.replace('{T}', other ? OTHER_TENANT : TENANT),
      }),
      signing: () => ({ kind: 'signing', names: [names.customer, names.partner] }),
    }
    return desk
  }
  return at({
    product: ware.official[0] ?? ware.name,
    customer: tongue.customer.claimed,
    partner: tongue.partner.claimed,
  })
}

function filled(text: string, tongue: Tongue, names: Names, ware: Ware, number: number): string {
  return text
    .replaceAll('{C}', names.customer)
    .replaceAll('{P}', names.partner)
    .replaceAll('{X}', names.product)
    .replaceAll('{O}', tongue.otherPartner)
    .replaceAll('{S}', ware.twin ?? '')
    .replaceAll('{N}', String(number))
    .replaceAll('{c}', tongue.customer.short)
    .replaceAll('{p}', tongue.partner.short)
    .replaceAll('{cd}', tongue.customer.domain)
    .replaceAll('{pd}', tongue.partner.domain)
}
