import { fold } from '../../../domain/names/fold.ts'
import { CATALOGUE } from './catalogue.ts'

/** How much a name says about a product. */
export type NameStrength = 'name' | 'cased' | 'module' | 'weak' | 'suite' | 'on_premises'

export interface CatalogueName {
  readonly tokens: readonly string[]
  /** As in the catalogue, for names that need exact capitals. */
  readonly written: string
  readonly strength: NameStrength
  /** Null for suites. */
  readonly productId: string | null
}

/** Japanese puts no space around a name in Latin letters. */
const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu
const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u

/** Tokens for product names: "F&O" and "C++"-like signs part words, digits stay with their letters. */
export function productTokens(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((token) => token.match(RUNS) ?? [])
}

/** Whether a token of a text is this part of a name; in Japanese what follows is written on. */
export const isTokenOf = (part: string, token: string | undefined): boolean =>
  token === part || (token !== undefined && JAPANESE.test(part) && token.startsWith(part))

function entry(written: string, strength: NameStrength, productId: string | null): CatalogueName {
  return { tokens: productTokens(written), written, strength, productId }
}

/** "Dynamics 365 for Sales": until 2019 the modules were called so, and papers go on. */
const withFormer = (name: string): string[] => {
  const former = name.replace(/\b(Dynamics 365|D365) (?!for\b)/u, '$1 for ')
  return former === name ? [name] : [name, former]
}

/** Japanese names are written with spaces between their words and without. */
const withSpaces = (name: string): string[] =>
  /[\p{Script=Katakana}ー] [\p{Script=Katakana}\p{Script=Han}]/u.test(name)
    ? [name, name.replaceAll(' ', '')]
    : [name]

const ALL: readonly CatalogueName[] = [
  ...CATALOGUE.products.flatMap(({ id, names, cased, modules, weak }) => [
    ...names.flatMap(withFormer).map((name) => entry(name, 'name', id)),
    ...cased.map((name) => entry(name, 'cased', id)),
    ...modules.flatMap(withSpaces).map((name) => entry(name, 'module', id)),
    ...weak.map((name) => entry(name, 'weak', id)),
  ]),
  ...CATALOGUE.suites.map((name) => entry(name, 'suite', null)),
  ...CATALOGUE.onPremises.flatMap(({ productId, names }) =>
    names.map((name) => entry(name, 'on_premises', productId)),
  ),
]

/** First token → names that begin with it, longest first. */
const NAMES_BY_FIRST_TOKEN: ReadonlyMap<string, readonly CatalogueName[]> = Map.groupBy(
  ALL.toSorted((a, b) => b.tokens.length - a.tokens.length),
  ({ tokens }) => tokens[0] ?? '',
)

const JAPANESE_NAMES = ALL.filter(({ tokens }) => JAPANESE.test(tokens[0] ?? ''))

/** Names which may begin with this token of a text. */
export const namesFrom = (token: string): readonly CatalogueName[] =>
  NAMES_BY_FIRST_TOKEN.get(token) ?? (JAPANESE.test(token) ? JAPANESE_NAMES : [])

/** The words of every product's name. */
export const PRODUCT_NAMES: readonly (readonly string[])[] = ALL.map(({ tokens }) => tokens)

/** Every word that stands in one. */
export const PRODUCT_WORDS: readonly string[] = [...new Set(PRODUCT_NAMES.flat())]

/** Names for a claimed item that the catalogue does not know: as the claim writes it. */
export function namesOutsideCatalogue(name: string): CatalogueName {
  return entry(name, 'name', null)
}
