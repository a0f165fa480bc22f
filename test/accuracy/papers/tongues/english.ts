import { houses, list, type Tongue, two } from './tongue.ts'

export const ENGLISH: Tongue = {
  language: 'en',
  country: 'GBR',
  customers: houses(
    'Tolworth Marine Supplies Ltd / Hull / tolworth-marine',
    'Pennywell Hospitals Trust / Leeds / pennywell',
    'Garrick & Sloane LLP / London / garricksloane',
    'Bramling Foods plc / Derby / bramling',
  ),
  partners: houses(
    'Oakmere Cloud Services Limited / Bristol / oakmere',
    'Sandpiper IT Ltd / York / sandpiper-it',
    'Nethercott Advisory LLC / Reading / nethercott',
  ),
  people: list('Helen Marsh | Dr Peter Ashdown | Priya Raman | Thomas J. Keel | Ruth Okafor | Simon Lacey'),
  jobs: list(
    'Head of IT | Chief Information Officer | Procurement Manager | Managing Director | Programme Director',
  ),
  roles: [
    {
      customer: 'Client',
      partner: 'Consultant',
      defines: ['(hereinafter the “Client”)', '(hereinafter the “Consultant”)'],
    },
    { customer: 'Customer', partner: 'Supplier', defines: ['("Customer")', '("Supplier")'] },
    { customer: 'Company', partner: 'Contractor', defines: ['(the “Company”)', '(the “Contractor”)'] },
    {
      customer: 'Recipient',
      partner: 'Provider',
      defines: [
        ', hereinafter referred to as "the Recipient"',
        ', hereinafter referred to as "the Provider"',
      ],
    },
    { customer: 'Buyer', partner: 'Vendor', defines: null },
    { customer: 'Customer', partner: 'Partner', defines: null },
  ],
  titles: list(
    'Statement of Work | Services Agreement | Project Completion and Acceptance | Work Order 0071 | Schedule 2 to the Master Services Agreement',
  ),
  heads: list(
    'This document is made between {C} and {S}. | {S} has carried out the following work for {C}. | Parties: {C} of {OC}; {S} of {OS}.',
  ),
  represented: ', represented by {P}, {T}',
  work: [
    '{S} migrates 620 mailboxes and 14 shared calendars and deploys {X} to all offices of {C}.',
    '{S} configures {X}, sets the retention and guest policies and trains 40 key users in six sessions.',
    'The consultants of {S} run the pilot of {X} with two departments and hand over an operations manual.',
  ],
  clauses: [
    'Travel is charged at cost. Changes to the scope need the written agreement of both parties.',
    'Each party keeps the other’s information confidential and handles personal data as the law requires.',
    'Liability is limited to the value of this order. The courts at the customer’s seat have jurisdiction.',
  ],
  forCompany: list(
    'For and on behalf of {N} | Signed for and on behalf of {N} by: | For {N}: | {N} | Executed by {N} acting by its authorised signatory | By: {N} | Accepted by {N}',
  ),
  forRole: list('The {R} | {R} | For the {R} | Signed by the {R} | {R}: | On behalf of the {R} | {R.}'),
  signature: list('Signature | Signed | Authorised signature | Sign | By | Signature: '),
  signatureOfRole: list(
    'Signature of {R} | {R} signature | Signed by {R} | {R} – authorised signatory | {R} (signature)',
  ),
  name: list('Name | Print name | Name in capitals | Full name'),
  job: list('Title | Position | Job title'),
  date: list('Date | Dated | Date signed | Date of signature | On'),
  placeAndDate: list('Place, date | Place and date | City / Date'),
  consent: list(
    'Agreed and accepted | Accepted and agreed | We hereby accept the above | Confirmed and approved | Acceptance',
  ),
  months: list(
    'January | February | March | April | May | June | July | August | September | October | November | December',
  ),
  days: [
    ({ d, month, y }) => `${d} ${month} ${y}`,
    ({ d, month, y }) => `${month} ${d}, ${y}`,
    ({ d, month, y }) => `${month.slice(0, 3)} ${d}, ${y}`,
    ({ d, month, y }) => `${two(d)}-${month.slice(0, 3)}-${y}`,
    ({ d, month, y }) =>
      `${d}${['st', 'nd', 'rd'][((d % 10) - 1) as 0] && (d < 11 || d > 13) ? ['st', 'nd', 'rd'][(d % 10) - 1] : 'th'} ${month} ${y}`,
    ({ d, m, y }) => `${y}-${two(m)}-${two(d)}`,
    ({ d, month, y }) => `${d} ${month.slice(0, 3).toUpperCase()} ${y}`,
  ],
  placedDays: list('{O}, {D} | {D}, {O} | at {O} on {D}'),
  bothDays: list(
    'IN WITNESS WHEREOF the parties have signed this document on {D}. | Signed in {O} on {D} in two originals. | This agreement has been entered into on {D}. | {O}, {D}',
  ),
  letterDays: list('{D} | {O}, {D} | Date: {D}'),
  periods: list('The services run from {A} to {B}. | Term: {A} – {B} | Period of performance: {A} until {B}'),
  salutations: list('Dear Sir or Madam, | Dear Ms Lacey, | To whom it may concern'),
  greetings: list('Yours faithfully, | Kind regards, | Yours sincerely,'),
  confirms: [
    'We confirm that {S} deployed {X} in all our offices, migrated 620 mailboxes and trained 40 key users.',
    'We hereby confirm that {S} completed the roll-out of {X} for {C} to our satisfaction.',
  ],
  stamps: [
    ['DocuSigned by:', '{P}', '{D} | {H} GMT', 'DocuSign Envelope ID: {G}'],
    ['Electronically signed by {P} ({M})', 'Date: {D} {H} GMT', 'Adobe Acrobat Sign Transaction Number: {I}'],
    ['Signed by: {P}', 'Signed at: {D} {H} UTC', 'Signature ID {G}'],
    ['{P}', 'e-signed {D}, {H} (UTC) via Dropbox Sign', 'Document ID: {I}'],
  ],
  poorStamps: [
    ['Electronically signed by {P}'],
    ['DocuSigned by:', '{P}'],
    ['Signed with Adobe Acrobat Sign', '{P}'],
  ],
  typed: list('/s/ {P} | (sgd) {P} | sgd. {P} | s/ {P}'),
  witness: list('Witness | In the presence of: | Witnessed by'),
  issued: list('Issued {D} | Date of issue: {D} | Version 1.2 of {D}'),
}
