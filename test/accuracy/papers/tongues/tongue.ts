/** One company of a made paper; all invented. */
export interface House {
  readonly name: string
  readonly domain: string
  readonly city: string
}

/** A pair of terms for the two sides, with how a paper's head brings them in. `{N}` is the company. */
export interface Roles {
  readonly customer: string
  readonly partner: string
  /** Head phrase that defines the term; none where the term is only used as a label. */
  readonly defines: readonly [customer: string, partner: string] | null
}

/** The parts of an ISO day. */
export interface DayParts {
  readonly y: number
  readonly m: number
  readonly d: number
  readonly month: string
}

/**
 * How papers of one language are worded; every list holds ways that stand for themselves and are drawn independently of each other.
 * `{N}` a company, `{R}` its role, `{P}` a person, `{T}` a title, `{C}` and `{S}` the companies of customer and partner, `{X}` the product,
 * `{D}` a day, `{O}` a place, `{I}` an id, `{M}` a mail address, `{H}` a time.
 */
export interface Tongue {
  readonly language: string
  readonly country: string
  readonly customers: readonly House[]
  readonly partners: readonly House[]
  readonly people: readonly string[]
  readonly jobs: readonly string[]
  readonly roles: readonly Roles[]
  readonly titles: readonly string[]
  readonly heads: readonly string[]
  /** "represented by {P}, {T}" */
  readonly represented: string
  readonly work: readonly string[]
  readonly clauses: readonly string[]
  /** Over a place: "For and on behalf of {N}"; with a company, and with a role. */
  readonly forCompany: readonly string[]
  readonly forRole: readonly string[]
  readonly signature: readonly string[]
  readonly signatureOfRole: readonly string[]
  readonly name: readonly string[]
  readonly job: readonly string[]
  readonly date: readonly string[]
  readonly placeAndDate: readonly string[]
  /** What the customer writes to accept under a letter of the partner. */
  readonly consent: readonly string[]
  readonly days: readonly ((day: DayParts) => string)[]
  readonly months: readonly string[]
  /** Place and day of one's own signature. */
  readonly placedDays: readonly string[]
  /** One line that dates both signatures. */
  readonly bothDays: readonly string[]
  readonly letterDays: readonly string[]
  readonly periods: readonly string[]
  readonly salutations: readonly string[]
  readonly greetings: readonly string[]
  /** What the customer's own letter says. */
  readonly confirms: readonly string[]
  readonly stamps: readonly (readonly string[])[]
  /** The same without the id, or without the time. */
  readonly poorStamps: readonly (readonly string[])[]
  readonly typed: readonly string[]
  readonly witness: readonly string[]
  /** What a date of issue is called. */
  readonly issued: readonly string[]
}

export const two = (figure: number): string => String(figure).padStart(2, '0')
export const list = (text: string): readonly string[] => text.split(' | ')

/** "Name, City, domain" a house; the domain ends in .example. */
export const houses = (...lines: readonly string[]): readonly House[] =>
  lines.map((line) => {
    const [name = '', city = '', domain = ''] = line.split(' / ')
    return { name, city, domain: `${domain}.example` }
  })
