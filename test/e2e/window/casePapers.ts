/** Whose paper it is, in a case: of a holder, and of two who ask for the same. */
export const CASE_PAPERS = ['annex', 'order', 'letter'] as const
export type CasePaper = (typeof CASE_PAPERS)[number]

/** What the bytes of each are asked for by. */
export const SHA_OF = {
  annex: '1'.repeat(64),
  order: '2'.repeat(64),
  letter: '3'.repeat(64),
} as const satisfies Record<CasePaper, string>

const PLAN = [
  '4 Plan of the rollout',
  'Ledgers, payables and receivables of the plants in Tacoma, Leeds and Trento are moved',
  'one after the other, each over a weekend, with a day of parallel postings before it.',
  'Opening balances are agreed with the controller of each plant and signed off by him.',
  'The old ledgers stay readable for seven years; nobody posts to them after the move.',
  'Approvals of payments follow the limits of the group handbook, edition of 2025.',
  'Key users are trained in groups of eight, two days each, before their plant is moved.',
]

/** Lines of pages; a line that begins with a number and a blank is a heading. */
export const CASE_PAGES: Readonly<Record<CasePaper, readonly (readonly string[])[]>> = {
  annex: [
    [
      'Statement of work, annex to the master agreement',
      'Customer: Brightwater Foods Inc., 9 Granary Road, Tacoma',
      'Partner: Cascade Ledger Partners, PartnerID 5120077',
      'Contract number BF-2026-031, in force from 5 January 2026',
      '',
      '1 Purpose',
      'The partner brings the group ledgers of the customer into the cloud.',
    ],
    PLAN,
    [
      '6 Acceptance',
      'Accepted for Brightwater Foods Inc. The partner completed the design and rollout of',
      'Dynamics 365 Finance for 640 users in three plants.',
      'It supports Finance and Operations in daily use.',
      'Support ends on 30 June 2026. The customer confirms delivery.',
      '',
      'Maria Okafor, Group Controller',
      'Date: 12 March 2026',
      '',
      '8 Payment',
      'Invoices are due within 30 days of acceptance of each milestone listed in section 5 of',
      'the master agreement.',
      '',
      '9 Changes',
      'Changes to scope are agreed in writing by both parties.',
    ],
  ],
  order: [
    [
      'Change order 4',
      'Customer: Brightwater Foods Inc., tenant 51f0c3d2-7a35-4f39-9f3b-2b8f1f0da2c8',
      'Scope of the rollout and the managed service:',
      'Dynamics 365 Finance, subscription ending in 4e21',
      'Supply Chain Management, subscription ending in 77c0',
      'The service runs to 31 March 2027. Accepted by the customer:',
      '',
      'Signed electronically: Maria Okafor, Group Controller',
      'Completed 3 September 2026',
      '',
      '2 Fees',
      'Monthly service fee as in schedule 2. Travel is billed at cost.',
      '',
      '3 Term',
      'This change order forms part of the agreement of 3 June 2026.',
    ],
    PLAN.map((line) => line.replace('by him', 'in writing')),
  ],
  letter: [
    [
      'Letter of the customer',
      'Quillstone Advisory LLP has advised Brightwater Foods Inc. on',
      'Dynamics 365 Finance since October 2025.',
      '',
      'M. Okafor',
      'Date: 14 October 2025',
    ],
  ],
}
