import type { Group } from './tongue.ts'

/** A product with the ways in which papers name it (of all languages; localized names are the tongues'). */
export interface Ware {
  readonly id: string
  readonly name: string
  readonly group: Group
  readonly area: 'MICROSOFT_365' | 'BUSINESS_APPLICATIONS'
  readonly official: readonly string[]
  readonly former: readonly string[]
  /** Plain to a reviewer where the paper speaks of Microsoft 365 or Dynamics 365. */
  readonly short: readonly string[]
  /** On servers of one's own; never the product claimed. */
  readonly twin: string | null
  /** Several products have it. */
  readonly feature: string | null
}

const M365 = 'MICROSOFT_365'
const APPS = 'BUSINESS_APPLICATIONS'

export const WARES: readonly Ware[] = [
  {
    id: 'm365.exchange',
    name: 'Exchange Online',
    group: 'mail',
    area: M365,
    official: ['Exchange Online', 'Microsoft Exchange Online'],
    former: ['Office 365 Exchange Online'],
    short: ['EXO', 'Exchange Online (EXO)'],
    twin: 'Exchange Server 2016',
    feature: 'Outlook',
  },
  {
    id: 'm365.sharepoint',
    name: 'SharePoint Online',
    group: 'collab',
    area: M365,
    official: ['SharePoint Online', 'Microsoft SharePoint Online'],
    former: ['Office 365 SharePoint'],
    short: ['SPO', 'SharePoint'],
    twin: 'SharePoint Server 2019',
    feature: null,
  },
  {
    id: 'm365.onedrive',
    name: 'OneDrive for Business',
    group: 'collab',
    area: M365,
    official: ['OneDrive for Business', 'Microsoft OneDrive'],
    former: ['SkyDrive Pro'],
    short: ['OneDrive', 'ODB'],
    twin: null,
    feature: null,
  },
  {
    id: 'm365.teams',
    name: 'Microsoft Teams',
    group: 'collab',
    area: M365,
    official: ['Microsoft Teams'],
    former: ['Office 365 Teams'],
    short: ['MS Teams', 'Teams'],
    twin: 'Skype for Business Server 2015',
    feature: null,
  },
  {
    id: 'm365.engage',
    name: 'Viva Engage',
    group: 'collab',
    area: M365,
    official: ['Viva Engage', 'Microsoft Viva Engage'],
    former: ['Yammer', 'Yammer Enterprise'],
    short: ['Yammer'],
    twin: null,
    feature: null,
  },
  {
    id: 'm365.intune',
    name: 'Microsoft Intune',
    group: 'devices',
    area: M365,
    official: ['Microsoft Intune'],
    former: ['Microsoft Endpoint Manager', 'Windows Intune'],
    short: ['Intune', 'MEM'],
    twin: null,
    feature: 'Windows Autopilot',
  },
  {
    id: 'm365.entra.p1',
    name: 'Microsoft Entra ID P1',
    group: 'devices',
    area: M365,
    official: ['Microsoft Entra ID P1', 'Entra ID Plan 1'],
    former: ['Azure AD Premium P1', 'Azure Active Directory Premium P1'],
    short: ['AAD P1', 'AADP1'],
    twin: null,
    feature: 'MFA',
  },
  {
    id: 'm365.mdo',
    name: 'Microsoft Defender for Office 365',
    group: 'devices',
    area: M365,
    official: ['Microsoft Defender for Office 365', 'Defender for Office 365'],
    former: ['Office 365 ATP', 'Office 365 Advanced Threat Protection'],
    short: ['MDO'],
    twin: null,
    feature: null,
  },
  {
    id: 'm365.mde',
    name: 'Microsoft Defender for Endpoint',
    group: 'devices',
    area: M365,
    official: ['Microsoft Defender for Endpoint', 'Defender for Endpoint'],
    former: ['Microsoft Defender ATP', 'Windows Defender ATP'],
    short: ['MDE', 'WDATP'],
    twin: null,
    feature: null,
  },
  {
    id: 'm365.purview.ip',
    name: 'Microsoft Purview Information Protection',
    group: 'devices',
    area: M365,
    official: ['Microsoft Purview Information Protection', 'Purview Information Protection'],
    former: ['Azure Information Protection', 'Microsoft Information Protection'],
    short: ['AIP', 'MIP'],
    twin: null,
    feature: null,
  },
  {
    id: 'ba.bc',
    name: 'Dynamics 365 Business Central',
    group: 'business',
    area: APPS,
    official: ['Dynamics 365 Business Central', 'Microsoft Dynamics 365 Business Central'],
    former: ['Dynamics NAV', 'Microsoft Dynamics NAV'],
    short: ['D365 BC', 'Business Central'],
    twin: null,
    feature: null,
  },
  {
    id: 'ba.sales',
    name: 'Dynamics 365 Sales',
    group: 'business',
    area: APPS,
    official: ['Dynamics 365 Sales', 'Microsoft Dynamics 365 Sales Enterprise'],
    former: ['Dynamics CRM Online', 'Microsoft Dynamics CRM Online'],
    short: ['D365 Sales'],
    twin: 'Dynamics CRM 2016 (on-premises)',
    feature: null,
  },
  {
    id: 'ba.custsvc',
    name: 'Dynamics 365 Customer Service',
    group: 'business',
    area: APPS,
    official: ['Dynamics 365 Customer Service', 'Microsoft Dynamics 365 Customer Service'],
    former: [],
    short: ['D365 Customer Service'],
    twin: null,
    feature: null,
  },
  {
    id: 'ba.finance',
    name: 'Dynamics 365 Finance',
    group: 'business',
    area: APPS,
    official: ['Dynamics 365 Finance', 'Microsoft Dynamics 365 Finance'],
    former: ['Dynamics 365 Finance and Operations', 'Dynamics 365 for Finance & Operations'],
    short: ['D365 Finance', 'D365FO'],
    twin: null,
    feature: null,
  },
  {
    id: 'ba.scm',
    name: 'Dynamics 365 Supply Chain Management',
    group: 'business',
    area: APPS,
    official: ['Dynamics 365 Supply Chain Management'],
    former: ['Dynamics 365 for Finance and Operations, Supply Chain Management'],
    short: ['D365 SCM'],
    twin: null,
    feature: null,
  },
  {
    id: 'ba.fieldservice',
    name: 'Dynamics 365 Field Service',
    group: 'business',
    area: APPS,
    official: ['Dynamics 365 Field Service'],
    former: ['Dynamics 365 for Field Service'],
    short: ['D365 Field Service'],
    twin: null,
    feature: null,
  },
  {
    id: 'pp.powerbi',
    name: 'Power BI',
    group: 'business',
    area: APPS,
    official: ['Power BI', 'Microsoft Power BI Pro'],
    former: ['Power BI for Office 365'],
    short: ['PBI Pro'],
    twin: 'Power BI Report Server',
    feature: null,
  },
]

/** Packages in which the products of an area come, and which show none of them. */
export const SUITES: Readonly<Record<Ware['area'] | 'POWER_PLATFORM', readonly string[]>> = {
  POWER_PLATFORM: ['Power Platform', 'Microsoft Power Platform'],
  [M365]: ['Microsoft 365 E3', 'Office 365 E5', 'Microsoft 365 Business Premium', 'Microsoft 365'],
  [APPS]: ['Dynamics 365', 'Microsoft Dynamics 365'],
}
