import type { Tongue } from '../tongue.ts'

export const ENGLISH: Tongue = {
  language: 'en',
  country: 'GBR',
  customer: {
    claimed: 'Harrowgate Textiles Limited',
    written: ['Harrowgate Textiles Ltd', 'HARROWGATE TEXTILES LTD.', 'Harrowgate Textiles'],
    short: 'Harrowgate',
    domain: 'harrowgate-textiles.example',
    sister: 'Harrowgate Logistics Limited',
  },
  partner: {
    claimed: 'Kestrel & Moss Consulting Ltd',
    written: [
      'Kestrel and Moss Consulting Limited',
      'KESTREL & MOSS CONSULTING',
      'Kestrel & Moss Consulting',
    ],
    short: 'Kestrel & Moss',
    domain: 'kestrelmoss.example',
    sister: 'Kestrel & Moss Training Ltd',
  },
  otherCustomer: 'Brackenfield Housing Association',
  otherPartner: 'Nordlake IT Services plc',
  titles: {
    work: ['Statement of Work', 'Work Order No. 7', 'Services Agreement', 'Engagement Letter'],
    report: ['Project Closure Report', 'Completion Certificate', 'Service Delivery Summary'],
    letter: 'Dear Ms Whitcombe,',
    changeOrder: 'Change Request CR-04 to the Statement of Work',
    purchaseOrder: 'Purchase Order 4500018823',
    invoice: ['Tax Invoice INV-20931', 'Pro-forma invoice 884'],
    quote: ['Quotation Q-5512', 'Price Estimate'],
    licences: ['Licence Order Form', 'Cloud Subscription Renewal Proposal'],
    brochure: 'Why cloud? Our solutions at a glance',
  },
  intros: [
    'This agreement is made between {C} and {P}.',
    '{P} has been retained by {C} for the engagement below.',
    'Client: {C}. Consultant: {P}.',
    'Prepared by {P} for {C}.',
  ],
  defined: [
    ['This agreement is between {C} (the "Client") and {P} (the "Consultant").'],
    ['By and between {P}, hereinafter "Provider", and {C}, hereinafter "Company".'],
  ],
  contacts: 'Contacts: {c} (it@{cd}) and {p} (delivery@{pd}).',
  tenant: 'Microsoft 365 directory (tenant) ID: {T}',
  scope: ['Scope of services', 'What we will do', 'Deliverables', 'Summary of work performed'],
  work: {
    any: [
      [
        'During March our team rolled out {X} to {N} staff in the Leeds and Bradford offices.',
        'We also ran five lunch-and-learn sessions and set up a champions network.',
      ],
      [
        '{P} shall implement {X} for all {N} users of the Client, in two waves.',
        'Knowledge will be handed over to the service desk by way of two half-day classes.',
      ],
      ['Pilot and production rollout of {X}', 'End-user training ({N} people)', 'Four weeks of hypercare'],
      [
        'Day-to-day administration of {X}: onboarding of joiners, policy changes and a monthly review of adoption figures with the client.',
      ],
    ],
    mail: [
      [
        'Cut over {N} mailboxes from the hosted POP service to {X}.',
        'Updated MX and SPF records afterwards.',
      ],
      ['Mailbox moves to {X} in batches of 50', 'Shared calendars and meeting rooms recreated'],
    ],
    collab: [
      ['We built the site structure for six departments in {X} and moved 1.4 TB of files off the NAS.'],
      [
        'Governance set-up for {X} (naming, guest access, retention)',
        'Champions programme for {N} colleagues',
      ],
    ],
    devices: [
      ['Enrolled {N} laptops and 85 handsets with {X} and applied the agreed baselines.'],
      [
        'Policy design and enforcement with {X}; staged activation by department',
        'Runbook for the service desk',
      ],
    ],
    business: [
      ['Kestrel consultants configured {X}, loaded the opening data and supported user acceptance testing.'],
      ['Fit-gap and build of {X}', 'Data load of customers and items', 'Go-live support on site'],
    ],
  },
  definedWork: [
    ['The Consultant will install and configure {X} for the Client and coach the key users.'],
    ['Consultant has moved {N} accounts of the Client to {X} and documented the result.'],
  ],
  rows: {
    head: ['No.', 'Activity', 'Product', 'Days'],
    lines: [
      ['1', 'Tenant preparation and identity sync', 'Microsoft 365', '3'],
      ['2', 'Rollout to {N} users', '{X}', '8'],
      ['3', 'Train-the-trainer classes', '{X}', '2'],
    ],
  },
  presales: [
    [
      '{P} ran a two-day discovery workshop on {X} and demonstrated it to the board.',
      'On that basis {C} decided to buy.',
    ],
    [
      'Proof of concept for {X} with 20 pilot users',
      'Licensing review and business case for the steering group',
    ],
  ],
  revenue: [
    [
      '{P} recommended {X} together with its own add-on MossTrace, and {C} selected it over two other products on that advice.',
    ],
  ],
  plans: [
    ['Next year the parties may look at a rollout of {X}, subject to budget approval.'],
    ['Optional phase 3 (not yet commissioned): introduction of {X}.'],
  ],
  vague: ['Support for {X}.', 'General assistance with {X} as required.'],
  hollow: [
    ['Professional services as agreed with the client.', 'Fees are charged on a time and materials basis.'],
    ['Consultancy, 12 days at 880.00', 'Travel is billed at cost.'],
  ],
  annexOnly: ['The services are described in Schedule 2, which is available on request.'],
  terms: [
    'Invoices fall due 30 days after receipt.',
    'Neither party is liable for indirect loss.',
    'This document is governed by the laws of England and Wales.',
  ],
  excluded: [
    '{X} is out of scope of this engagement.',
    'For the avoidance of doubt, the services do not extend to {X}.',
    'Any work relating to {X} is expressly excluded.',
    'No work on {X} is foreseen.',
  ],
  excludedHeads: ['Out of scope', 'Exclusions', 'The following are not included:'],
  foreignWork: [
    ['{P} rolled out Slack Enterprise for {N} users and trained the team leads.'],
    ['Migration of {N} accounts to Google Workspace', 'Training of the service desk'],
    ['{P} replaces the telephone exchange and cables the new warehouse.'],
  ],
  byOthers: [
    ['{O} deployed {X} for {N} users and trained them. {P} supplied 40 monitors for the project.'],
    ['The rollout of {X} is carried out by {O}. {P} provides the meeting rooms.'],
  ],
  onServers: [
    ['{P} upgrades {S} in the basement data centre and trains two administrators.'],
    ['Patching and backup of {S}', 'Monthly health check of the servers'],
  ],
  fromServers: ['We retired {S} and migrated {N} users to {X}.', 'Migration from {S} to {X} for {N} users'],
  licenceLines: ['{N} x {X}, annual commitment', '{X} (per user/month), quantity {N}'],
  tickHeads: ['Workloads covered by this engagement (tick as applicable)', 'Products in use'],
  template: [
    'This statement of work is between [Customer name] and [Partner name].',
    'Description of services: ______________________',
    'Products: <insert products>',
    'Signed for the customer: ______________  Date: ___/___/____',
  ],
  brochure: [
    'Discover how modern work makes your business thrive.',
    'Our award-winning team helps organisations of every size.',
    'Book your free consultation today!',
  ],
  unrelated: [
    'Minutes of the parish council',
    'The council resolved to repaint the village hall before the summer fête.',
    'Mrs Ogle reported on the state of the footpaths.',
  ],
  frame: [
    'Participating organisations: {C}; Brackenfield Housing Association; Tollgate Dairies Ltd; Fenwick & Daughters LLP.',
    '{P} may be called off by any of them. Which organisation receives which service follows from each call-off.',
  ],
  invoiceLines: ['Bill to: {C}', 'Supplier: {P}', 'Amount due: 12,480.00', 'Payment by BACS within 30 days'],
  mail: {
    greeting: 'Hi Tom,',
    confirm: [
      'happy to confirm that {P} finished the rollout of {X} for our {N} people last week.',
      'Everything works and the training was well received.',
    ],
    close: 'Best regards',
  },
  productNames: {},
}
