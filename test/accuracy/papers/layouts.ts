import type { Layout, Side } from './plan.ts'
import { dateOf, escape, headingOf, onLine, placeHtml, type Setting, signOf } from './places.ts'
import { filled, sideValues } from './wording.ts'

const sidesOf = ({ plan }: Setting): Side[] =>
  plan.customerFirst ? [plan.customer, plan.partner] : [plan.partner, plan.customer]

/** Role and company where the table has a column or row for them. */
const cellName = (setting: Setting, side: Side): string =>
  setting.plan.naming === 'person' ? escape(side.house.name) : headingOf(setting, side).join('<br>')

const row = (cells: readonly string[], tag = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`

/** The places of both sides, in the arrangement that the paper has. */
export const PLACES: Readonly<Record<Layout, (setting: Setting) => string>> = {
  columns: (setting) =>
    `<div class="two">${sidesOf(setting)
      .map((side) => `<div>${placeHtml(setting, side)}</div>`)
      .join('')}</div>`,
  stacked: (setting) =>
    sidesOf(setting)
      .map((side) => `<div class="stack">${placeHtml(setting, side)}</div>`)
      .join(''),
  cells: (setting) => {
    const { words, plan } = setting
    const sides = sidesOf(setting)
    const line = (label: string, cell: (side: Side) => string): string => row([label, ...sides.map(cell)])
    const rows = [
      line(words.name, ({ person }) => escape(person)),
      line(words.job, ({ job }) => escape(job)),
      ...(plan.dating === 'both' || plan.dating === 'stamp'
        ? []
        : [line(words.date, (side) => dateOf(setting, side))]),
    ]
    const signed = line(words.signature, (side) => `<div class="gap">${signOf(setting, side)}</div>`)
    const body = words.order === 'signFirst' ? [signed, ...rows] : [...rows, signed]
    return `<table class="grid">${line('', (side) => cellName(setting, side))}${body.join('')}</table>`
  },
  partyRows: (setting) => {
    const { words, plan } = setting
    const isDated = plan.dating !== 'both' && plan.dating !== 'stamp'
    const head = row(['', words.name, words.signature, ...(isDated ? [words.date] : [])], 'th')
    const rows = sidesOf(setting).map((side) =>
      row([
        cellName(setting, side),
        `${escape(side.person)}<br>${escape(side.job)}`,
        `<div class="gap">${signOf(setting, side)}</div>`,
        ...(isDated ? [dateOf(setting, side)] : []),
      ]),
    )
    return `<table class="grid">${head}${rows.join('')}</table>`
  },
  formRows: (setting) => {
    const { words, plan } = setting
    const rows = sidesOf(setting).map((side) => {
      const label = escape(filled(words.signatureOfRole, sideValues(side)))
      const date =
        plan.dating === 'both' || plan.dating === 'stamp' ? ['', ''] : [words.date, dateOf(setting, side)]
      return `${row([words.name, escape(side.person), words.job, escape(side.job)])}${row([label, `<div class="gap">${signOf(setting, side)}</div>`, ...date])}`
    })
    return `<table class="${words.line === 'none' ? 'bare' : 'grid'}">${rows.join('')}</table>`
  },
  twinLines: (setting) => {
    const { words } = setting
    const rows = sidesOf(setting).map((side) => {
      const date = dateOf(setting, side)
      const placed = date === '' ? '&nbsp;' : escape(filled(words.placed, { ...sideValues(side), D: date }))
      const label = escape(filled(words.signatureOfRole, sideValues(side)))
      return `<div class="two"><div><div class="tall">${placed}</div><div class="under">${words.placeAndDate}</div></div><div><div class="tall">${signOf(setting, side)}</div><div class="under">${label}</div></div></div>`
    })
    return rows.join('')
  },
  letter: (setting) => {
    const { plan } = setting
    const { customer, tongue, chance } = plan
    const date = dateOf(setting, customer)
    const placed =
      date === '' || plan.dating === 'both'
        ? ''
        : `<p>${escape(filled(setting.words.placed, { ...sideValues(customer), D: date }))}</p>`
    return `<p>${chance.pick(tongue.greetings)}</p>${placed}${onLine(setting, signOf(setting, customer))}<div>${escape(customer.person)}</div><div>${escape(customer.job)}</div><div>${escape(customer.house.name)}</div>`
  },
  acceptance: (setting) => {
    const { plan } = setting
    const { partner, customer, tongue, chance } = plan
    const author = `<p>${chance.pick(tongue.greetings)}</p><div class="gap">${signOf(setting, partner)}</div><div>${escape(partner.person)}, ${escape(partner.house.name)}</div>`
    return `${author}<div class="stack"><div>${chance.pick(tongue.consent)}${setting.words.colon}</div>${placeHtml(setting, customer)}</div>`
  },
}
