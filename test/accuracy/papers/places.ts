import type { Plan, Side } from './plan.ts'
import { signHtml } from './signs.ts'
import { filled, sideValues } from './wording.ts'

export interface Words {
  readonly signature: string
  readonly signatureOfRole: string
  readonly name: string
  readonly job: string
  readonly date: string
  readonly placeAndDate: string
  readonly placed: string
  readonly forCompany: string
  readonly forRole: string
  readonly line: 'rule' | 'underscores' | 'dots' | 'none' | 'box'
  /** What comes in which order in a place of its own. */
  readonly order: 'signFirst' | 'namesFirst' | 'underLine' | 'labelled'
  readonly colon: string
}

export function wordsOf({ tongue, chance }: Plan): Words {
  return {
    signature: chance.pick(tongue.signature),
    signatureOfRole: chance.pick(tongue.signatureOfRole),
    name: chance.pick(tongue.name),
    job: chance.pick(tongue.job),
    date: chance.pick(tongue.date),
    placeAndDate: chance.pick(tongue.placeAndDate),
    placed: chance.pick(tongue.placedDays),
    forCompany: chance.pick(tongue.forCompany),
    forRole: chance.pick(tongue.forRole),
    line: chance.pick(['rule', 'rule', 'underscores', 'dots', 'none', 'box'] as const),
    order: chance.pick(['signFirst', 'namesFirst', 'underLine', 'labelled'] as const),
    colon: chance.pick([':', ':', '', ' :']),
  }
}

export interface Setting {
  readonly plan: Plan
  readonly words: Words
  readonly day: (iso: string) => string
}

export const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const signOf = ({ plan, day }: Setting, side: Side): string => signHtml(plan, side, day)
export const dateOf = ({ day }: Setting, side: Side): string => (side.day === null ? '' : day(side.day))

/** Whose place it is, in lines. */
export function headingOf({ plan, words }: Setting, side: Side): string[] {
  const fill = (template: string): string => escape(filled(template, sideValues(side)))
  switch (plan.naming) {
    case 'company':
      return [fill(words.forCompany)]
    case 'role':
      return [fill(words.forRole)]
    case 'roleAndCompany':
      return [fill(words.forRole), escape(side.house.name)]
    case 'person':
      return []
  }
}

/** The line to sign on, with what stands on it. */
export function onLine({ words }: Setting, sign: string): string {
  switch (words.line) {
    case 'rule':
      return `<div class="line">${sign}</div>`
    case 'box':
      return `<div class="box">${sign}</div>`
    case 'none':
      return `<div class="gap">${sign}</div>`
    case 'underscores':
      return `<div class="free">${sign}</div><div>____________________________</div>`
    case 'dots':
      return `<div class="free">${sign}</div><div>........................................................</div>`
  }
}

/** The date as the paper sets it in a place of its own; empty where it stands elsewhere. */
function datePart(setting: Setting, side: Side): { over: string; under: string; beside: string } {
  const { plan, words } = setting
  const date = dateOf(setting, side)
  const none = { over: '', under: '', beside: '' }
  const label = `${words.date.replace(/:$/u, '')}${words.colon}`
  switch (plan.dating) {
    case 'labelled':
      return { ...none, under: `<div>${label} ${date}</div>` }
    case 'over':
      return { ...none, over: `<div>${label} ${date}</div>` }
    case 'beside':
      return { ...none, beside: `${label} ${date}` }
    case 'placed':
      return date === ''
        ? { ...none, over: `<div>${words.placeAndDate}${words.colon}</div>` }
        : { ...none, over: `<div>${escape(filled(words.placed, { ...sideValues(side), D: date }))}</div>` }
    case 'bare':
      return { ...none, under: `<div>${date}</div>` }
    case 'both':
    case 'stamp':
      return none
  }
}

/** A side's place as a stack of lines. */
export function placeHtml(setting: Setting, side: Side): string {
  const { words } = setting
  const heading = headingOf(setting, side)
    .map((line) => `<div>${line}</div>`)
    .join('')
  const { over, under, beside } = datePart(setting, side)
  const [person, job] = [escape(side.person), escape(side.job)]
  const besideOf = (html: string): string =>
    beside === '' ? html : `<div class="row"><div>${html}</div><div class="low">${beside}</div></div>`
  const line = besideOf(onLine(setting, signOf(setting, side)))
  const labels = `<div>${words.name}${words.colon} ${person}</div><div>${words.job}${words.colon} ${job}</div>`
  switch (words.order) {
    case 'signFirst':
      return `${heading}${over}${line}<div class="small">${words.signature}</div>${labels}${under}`
    case 'namesFirst':
      return `${heading}${labels}${over}${under}<div>${words.signature}${words.colon}</div>${line}`
    case 'underLine':
      return `${over}${line}<div>${person}</div><div>${job}</div>${heading}${under}`
    case 'labelled':
      return `${heading}<table class="bare"><tr><td>${words.signature}${words.colon}</td><td>${line}</td></tr><tr><td>${words.name}${words.colon}</td><td>${person}</td></tr><tr><td>${words.job}${words.colon}</td><td>${job}</td></tr></table>${over}${under}`
  }
}
