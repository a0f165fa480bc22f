import type { WorkPaper } from '../workPaper.ts'
import { caseOrder, type OrderWords } from './caseOrder.ts'

const ENGLISH: OrderWords = {
  language: 'en-GB',
  customer: 'Customer',
  partner: 'Supplier',
  tenant: 'Customer tenant',
  number: 'Reference',
  term: 'Term of the engagement',
  headings: ['Background', 'Services', 'Delivery', 'Signatures'],
  does: 'carries out the following work for the customer:',
  signature: { placeAndDate: 'Place, date', signature: 'Signature' },
  forPartner: 'For the supplier',
  forCustomer: 'For the customer',
}

const SALTMARSH = {
  company: 'Saltmarsh Ferries Ltd',
  address: '2 Ferry Road, Harwich CO12 3HH',
  signer: 'Judith Penhallow, Head of IT',
}
const SALTMARSH_TENANT = '6e1d94b7-2f58-4c03-9a7e-50d3c8b16f29 (saltmarshferries.example)'

/** The customer signed one of them. */
const saltmarsh: readonly WorkPaper[] = [
  caseOrder(ENGLISH, {
    file: 'en-saltmarsh-quayside.pdf',
    number: 'QD-2026-044',
    title: 'Statement of work: Exchange Online for ships and ticket offices',
    partner: {
      company: 'Quayside Digital Ltd',
      address: '18 Wharf Lane, Ipswich IP4 1BX',
      signer: 'Imogen Tarrant, Director',
      signed: 'Ipswich, 8 May 2026',
    },
    customer: { ...SALTMARSH, signed: 'Harwich, 12 May 2026' },
    tenant: SALTMARSH_TENANT,
    term: '18 May 2026 to 31 August 2026',
    situation: 'The ferries and eleven ticket offices share a mail server that is out of support.',
    work: [
      'Migration of 260 mailboxes and 34 shared mailboxes to Exchange Online in four nights.',
      'Configuration of retention, of anti-spam policies and of mail on the ships behind satellite links.',
      'Training of nine crew administrators and handover of a runbook for the purser’s desk.',
    ],
    delivery: 'A report after each night lists mailboxes moved and open points. Licences are not part of it.',
    writtenAt: '2026-05-12T09:10:00Z',
  }),
  caseOrder(ENGLISH, {
    file: 'en-saltmarsh-fenwick.pdf',
    number: 'FL/26/117',
    title: 'Work order: running Exchange Online',
    partner: {
      company: 'Fenwick Lane Technology Ltd',
      address: '5 Fenwick Lane, Colchester CO1 2QT',
      signer: 'Rory Pask, Operations Manager',
      signed: 'Colchester, 1 September 2026',
    },
    customer: { ...SALTMARSH, signed: null },
    tenant: SALTMARSH_TENANT,
    term: '7 September 2026 to 18 December 2026',
    situation: 'Offices that were opened this year were never moved off their own mail accounts.',
    work: [
      'Configuration of Exchange Online for three new ticket offices, with 41 mailboxes migrated from a web host.',
      'Set-up of shared calendars for the berths and training of six planners.',
      'Monitoring of mail flow for twelve weeks, with a monthly report.',
    ],
    delivery: 'Fixed price, invoiced when the last office has moved.',
    writtenAt: '2026-09-01T14:30:00Z',
  }),
]

const LOCHSIDE = {
  company: 'Lochside Community Clinics Ltd',
  address: '40 Shore Street, Oban PA34 4LR',
  signer: 'Morag Sinclair, Practice Director',
}

/** Alike but for the tenant, which one of them states. */
const lochside: readonly WorkPaper[] = [
  caseOrder(ENGLISH, {
    file: 'en-lochside-ardmore.pdf',
    number: 'AIT-0612',
    title: 'Statement of work: managed tablets in five clinics',
    partner: {
      company: 'Ardmore IT Services Ltd',
      address: '9 Albany Street, Oban PA34 4AG',
      signer: 'Struan Leckie, Director',
      signed: 'Oban, 11 June 2026',
    },
    customer: { ...LOCHSIDE, signed: 'Oban, 15 June 2026' },
    tenant: 'lochsideclinics.example',
    term: '22 June 2026 to 30 September 2026',
    situation: 'Nurses carry 140 tablets between five clinics; each was set up by hand.',
    work: [
      'Configuration of Microsoft Intune: compliance policies, kiosk profiles and the roll-out of eleven apps.',
      'Enrolment of 140 tablets, clinic by clinic, with support on site on the first day.',
      'Training of seven clinic coordinators.',
    ],
    delivery: 'Each clinic is handed over with a list of its devices.',
    writtenAt: '2026-06-15T10:05:00Z',
  }),
  caseOrder(ENGLISH, {
    file: 'en-lochside-glenbrook.pdf',
    number: 'GB-2026-31',
    title: 'Statement of work: mobile devices of the visiting teams',
    partner: {
      company: 'Glenbrook Digital Ltd',
      address: '112 High Street, Fort William PH33 6AD',
      signer: 'Catriona Weir, Managing Director',
      signed: 'Fort William, 16 June 2026',
    },
    customer: { ...LOCHSIDE, signed: 'Oban, 18 June 2026' },
    tenant: 'b2940c6d-71e5-4a8f-8d3b-9f06e7a25c18 (lochsideclinics.example)',
    term: '29 June 2026 to 30 September 2026',
    situation: 'The visiting teams use 60 phones of their own, on which patient lists may not stay.',
    work: [
      'Configuration of Microsoft Intune app protection for phones that the clinics do not own.',
      'Enrolment of 60 phones and of 18 laptops of the visiting teams.',
      'Training of the visiting nurses in two sessions and handover of a guide.',
    ],
    delivery: 'Accepted team by team by the practice director.',
    writtenAt: '2026-06-18T08:45:00Z',
  }),
]

const THORNBURY = {
  company: 'Thornbury Glassworks Ltd',
  address: '1 Kiln Way, Thornbury BS35 2AR',
  signer: 'Desmond Achebe, Finance Director',
}
const THORNBURY_TENANT = '0f83b5d2-46ea-4917-b1c8-a27d5e90c364 (thornburyglass.example)'

/** One without the customer's signature, one that never names what is claimed. */
const thornbury: readonly WorkPaper[] = [
  caseOrder(ENGLISH, {
    file: 'en-thornbury-millstream.pdf',
    number: 'MC-558',
    title: 'Statement of work: drawing archive in SharePoint Online',
    partner: {
      company: 'Millstream Computing Ltd',
      address: '27 Mill Road, Yate BS37 5NN',
      signer: 'Nadia Osei, Director',
      signed: 'Yate, 3 August 2026',
    },
    customer: { ...THORNBURY, signed: null },
    tenant: THORNBURY_TENANT,
    term: '10 August 2026 to 27 November 2026',
    situation: 'Furnace drawings of forty years lie in paper files and on two file servers.',
    work: [
      'Configuration of SharePoint Online with a site for each furnace line and a term set for drawings.',
      'Migration of 21,000 drawings from two file servers.',
      'Training of fourteen draughtspeople.',
    ],
    delivery: 'Accepted line by line.',
    writtenAt: '2026-08-03T11:20:00Z',
  }),
  caseOrder(ENGLISH, {
    file: 'en-thornbury-hexley.pdf',
    number: 'HX-0914',
    title: 'Work order: document services',
    partner: {
      company: 'Hexley Cloud Ltd',
      address: '60 Park Row, Bristol BS1 5LE',
      signer: 'Gareth Upton, Partner',
      signed: 'Bristol, 10 September 2026',
    },
    customer: { ...THORNBURY, signed: 'Thornbury, 14 September 2026' },
    tenant: THORNBURY_TENANT,
    term: '21 September 2026 to 18 December 2026',
    situation: 'Orders and certificates are sent around as attachments and get lost.',
    work: [
      'Set-up of an electronic filing system for orders and certificates.',
      'Migration of 3,200 certificates and of the order files of two years.',
      'Training of the sales office in three sessions.',
    ],
    delivery: 'Fixed price, invoiced after acceptance.',
    writtenAt: '2026-09-14T15:00:00Z',
  }),
]

const COPPERFIELD = {
  company: 'Copperfield Rail Museum Trust',
  address: 'Station Approach, Copperfield DL4 1PQ',
  signer: 'Beatrice Holloway, Chief Curator',
}
const COPPERFIELD_TENANT = 'd57a0e91-8c3f-4b26-a9d4-16f8b72e3c05 (copperfieldrail.example)'

const copperfield: readonly WorkPaper[] = [
  caseOrder(ENGLISH, {
    file: 'en-copperfield-signalbox.pdf',
    number: 'SBX-2026-08',
    title: 'Statement of work: Microsoft Teams for volunteers and curators',
    partner: {
      company: 'Signalbox Systems Ltd',
      address: '3 Crossing Close, Darlington DL1 4XY',
      signer: 'Wilfred Amos, Director',
      signed: 'Darlington, 17 August 2026',
    },
    customer: { ...COPPERFIELD, signed: 'Copperfield, 20 August 2026' },
    tenant: COPPERFIELD_TENANT,
    term: '1 September 2026 to 30 November 2026',
    situation: 'Two hundred volunteers plan their shifts by telephone.',
    work: [
      'Configuration of Microsoft Teams with a team for each locomotive shed and guest access for volunteers.',
      'Migration of the shift lists and set-up of channels for restoration and events.',
      'Training of 24 shift leaders on site.',
    ],
    delivery: 'Accepted by the chief curator shed by shed.',
    writtenAt: '2026-08-20T13:40:00Z',
  }),
  caseOrder(ENGLISH, {
    file: 'en-copperfield-brackenhurst.pdf',
    number: 'BIT/0402',
    title: 'Work order: Teams in the museum office',
    partner: {
      company: 'Brackenhurst IT Ltd',
      address: '71 Victoria Road, Middlesbrough TS1 3HT',
      signer: 'Soraya Blunt, Account Manager',
      signed: 'Middlesbrough, 30 March 2026',
    },
    customer: { ...COPPERFIELD, signed: 'Copperfield, 2 April 2026' },
    tenant: COPPERFIELD_TENANT,
    term: '7 April 2026 to 29 May 2026',
    situation: 'The office of nine people meets by e-mail alone.',
    work: [
      'Deployment of Microsoft Teams to the nine computers of the office.',
      'Configuration of meeting policies and training of the office in one session.',
    ],
    delivery: 'Invoiced after the training.',
    writtenAt: '2026-04-02T09:00:00Z',
  }),
]

export const ENGLISH_ORDERS: readonly WorkPaper[] = [...saltmarsh, ...lochside, ...thornbury, ...copperfield]
