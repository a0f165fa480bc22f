/** What the sources say differently, by number: the fields of a policy profile settle each of them. */
export const CONTRADICTIONS: Readonly<Record<string, string>> = {
  'C-1': 'The customer may opt out within seven days, or within five business days.',
  'C-2': 'The customer is told after the approval, or at the submission.',
  'C-3': 'The silence of the customer is consent, or its approval is requested.',
  'C-4':
    'A claim may be edited in Submitted and in Partner action required, or not at all; later in the second alone.',
  'C-5': '“10 days” and “up to five days” stand without a unit, elsewhere it is business days.',
  'C-6': 'The five days of the review count from its begin, or from the submission.',
  'C-7': 'CPOR is the Claimed, or the Claiming Partner of Record.',
  'C-8':
    'Billing, global and incentives admins make claims, or incentives admins alone, or incentives users too.',
  'C-9': 'Faults have other names when information is asked for than when a claim is rejected.',
  'C-10': 'The form asks for a domain name, or for a subdomain; later for neither.',
  'C-11': 'Pre-sales and usage may stand in one claim, or are activities of their own.',
  'C-12': 'To claim what is already claimed is a mistake in the form, or leads to arbitration.',
  'C-13':
    'A subscription is named when the customer has several, or where it is asked for; later every time.',
  'C-14': 'An association is with tenant and workload, or with a subscription.',
  'C-15': 'Revenue association is not among what only one partner may hold; later it is.',
  'C-16': 'Every association needs proof, or a revenue association wants slightly different information.',
  'C-17': 'The partner sees the usage of the customer, or some data for managing services.',
  'C-18': 'How often a claim may be disputed is not said; later once.',
  'C-19': 'The thirty days for a dispute are calendar days, or business days.',
  'C-20': 'The partner is associated from the approval on, or after the consent window.',
  'C-21': 'A claim is under review for five business days, or for longer while others compete with it.',
  'C-22': 'Power BI has associations of this kind, or stays with the kind before.',
}
