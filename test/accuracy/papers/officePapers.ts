import { docxOf, paragraph, picture as pictureRun, run, table } from '../../builders/poe/officeFiles.ts'
import { aMail } from '../../builders/poe/mails.ts'
import { headingOf, type Setting, wordsOf } from './places.ts'
import type { Plan, Side } from './plan.ts'
import { picture, stampLines } from './signs.ts'
import { mailDay } from './truth.ts'
import { dayWriter, filled, mailOf, paperValues, sideValues } from './wording.ts'

/** The paper as a word processor saves it: two cells to sign in, or one place under the other. */
export function docxPaper(plan: Plan): Uint8Array {
  const { tongue, chance, roles, issuedOn } = plan
  const day = dayWriter(plan)
  const setting: Setting = { plan, words: wordsOf(plan), day }
  const [ofCustomer, ofPartner] = roles.defines ?? [`(${roles.customer})`, `(${roles.partner})`]
  const values = paperValues(plan)
  const head = filled(chance.pick(tongue.heads), {
    ...values,
    C: `${values.C ?? ''} ${ofCustomer}`,
    S: `${values.S ?? ''} ${ofPartner}`,
  })
  const isJoint = plan.dating === 'both' && issuedOn !== null
  const dated =
    isJoint || issuedOn === null ? [] : [paragraph(filled(chance.pick(tongue.issued), { D: day(issuedOn) }))]
  const joint = isJoint
    ? [paragraph(filled(chance.pick(tongue.bothDays), { ...sideValues(plan.customer), D: day(issuedOn) }))]
    : []
  const period =
    plan.period === null
      ? []
      : [paragraph(filled(chance.pick(tongue.periods), { A: day(plan.period[0]), B: day(plan.period[1]) }))]
  const sides = plan.customerFirst ? [plan.customer, plan.partner] : [plan.partner, plan.customer]
  const places = sides.map((side) => placeParagraphs(setting, side).join(''))
  const isBeside = plan.layout !== 'stacked' && plan.layout !== 'acceptance'
  const body = [
    paragraph(run(chance.pick(tongue.titles), '<w:b/><w:sz w:val="32"/>')),
    ...dated,
    paragraph(head),
    ...tongue.work.map((sentence) => paragraph(filled(sentence, values))),
    ...period,
    ...joint,
    ...(isBeside ? [table(places)] : places),
  ]
  return docxOf(body.join(''), {
    links: ['customer', 'partner'].map((who) => ({
      id: `rId-${who}`,
      kind: 'image',
      target: `media/${who}.png`,
    })),
    parts: {
      'word/media/customer.png': picture(chance, 'hand'),
      'word/media/partner.png': picture(chance, 'hand'),
    },
  })
}

function placeParagraphs(setting: Setting, side: Side): string[] {
  const { plan, words, day } = setting
  const heading =
    plan.naming === 'person'
      ? [side.house.name]
      : headingOf(setting, side).map((line) => line.replaceAll('&amp;', '&'))
  const isOwnDate = plan.dating !== 'both' && plan.dating !== 'stamp'
  const date = side.day === null ? '' : day(side.day)
  const placed =
    plan.dating === 'placed' && date !== ''
      ? filled(words.placed, { ...sideValues(side), D: date })
      : `${words.date}: ${date}`
  const signed = signParagraphs(setting, side)
  const names = [paragraph(`${words.name}: ${side.person}`), paragraph(`${words.job}: ${side.job}`)]
  const dates = isOwnDate ? [paragraph(placed)] : []
  const label = paragraph(`${words.signature}:`)
  return words.order === 'namesFirst'
    ? [...heading.map((line) => paragraph(line)), ...names, ...dates, label, ...signed]
    : [...heading.map((line) => paragraph(line)), label, ...signed, ...names, ...dates]
}

function signParagraphs({ plan, day }: Setting, side: Side): string[] {
  switch (side.sign) {
    case null:
      return [paragraph('______________________')]
    case 'stamp':
    case 'poorStamp':
      return stampLines(plan, side, day).map((line) => paragraph(line))
    case 'typed':
      return [paragraph(filled(plan.chance.pick(plan.tongue.typed), sideValues(side)))]
    default:
      return [paragraph(pictureRun(`rId-${side.who}`, 120, 40))]
  }
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A message of the customer that confirms the work; where the customer signs nothing, one of the partner that says it for him. */
export function mailPaper(plan: Plan): Uint8Array {
  const { tongue, chance, customer, partner } = plan
  const day = new Date(`${mailDay(plan)}T10:00:00Z`)
  const isCustomers = customer.sign !== null
  const [from, to] = isCustomers ? [customer, partner] : [partner, customer]
  const address = ({ person, house }: Side): string => `${encoded(person)} <${mailOf(person, house)}>`
  const said = isCustomers ? chance.pick(tongue.confirms) : (tongue.work[0] ?? '')
  return aMail({
    from: address(from),
    to: address(to),
    subject: 'Microsoft Teams',
    typed: true,
    head: [`Message-ID: <${plan.number}.paper@${from.house.domain}>`, 'MIME-Version: 1.0'],
    date: `${WEEKDAYS[day.getUTCDay()] ?? ''}, ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''} ${day.getUTCFullYear()} 10:12:31 +0100`,
    text: [
      filled(chance.pick(tongue.salutations), paperValues(plan)),
      filled(said, paperValues(plan)),
      chance.pick(tongue.greetings),
      `${from.person}\n${from.job}\n${from.house.name}`,
    ].join('\n\n'),
  })
}

const encoded = (name: string): string =>
  /^\p{ASCII}*$/u.test(name) ? `"${name}"` : `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`
