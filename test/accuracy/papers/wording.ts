import type { Plan, Side } from './plan.ts'

/** A day as this paper writes it: one way for all its days. */
export function dayWriter({ tongue, chance }: Plan): (iso: string) => string {
  const write = chance.pick(tongue.days)
  return (iso) => {
    const [y = 0, m = 0, d = 0] = iso.split('-').map(Number)
    return write({ y, m, d, month: tongue.months[m - 1] ?? '' })
  }
}

/** Fills the gaps of a template; unknown gaps stay, so that a test of the tongues finds them. */
export const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{([A-Z]+\.?)\}/gu, (gap, key: string) => values[key] ?? gap)

export const sideValues = ({ house, role, person, job }: Side): Record<string, string> => ({
  N: house.name,
  R: role,
  'R.': role.toUpperCase(),
  P: person,
  T: job,
  O: house.city,
})

export const paperValues = ({ customer, partner }: Plan): Record<string, string> => ({
  C: customer.house.name,
  S: partner.house.name,
  OC: customer.house.city,
  OS: partner.house.city,
  X: 'Microsoft Teams',
})

/** "jean-luc.perrault@…": an address of the side's domain. */
export function mailOf(person: string, { domain }: Side['house']): string {
  const plain = person
    .normalize('NFKD')
    .replaceAll('ł', 'l')
    .replace(/[^\p{ASCII}]/gu, '')
    .toLowerCase()
    .replace(/\b(?:dr|ing|dott\.ssa|dott)\.? /gu, '')
  const local = plain
    .trim()
    .split(/[\s.]+/u)
    .filter(Boolean)
    .join('.')
  return `${local === '' ? 'info' : local}@${domain}`
}
