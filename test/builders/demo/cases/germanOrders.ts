import type { WorkPaper } from '../workPaper.ts'
import { caseOrder, type OrderWords } from './caseOrder.ts'

const GERMAN: OrderWords = {
  language: 'de-DE',
  customer: 'Auftraggeber',
  partner: 'Auftragnehmer',
  tenant: 'Mandant',
  number: 'Auftragsnummer',
  term: 'Projektlaufzeit',
  headings: ['Ausgangslage', 'Leistungen', 'Lieferung', 'Unterschriften'],
  does: 'erbringt für den Auftraggeber folgende Leistungen:',
  signature: { placeAndDate: 'Ort, Datum', signature: 'Unterschrift' },
  forPartner: 'Für den Auftragnehmer',
  forCustomer: 'Für den Auftraggeber',
}

/** The holder was brought over without any paper. */
const lindenau: readonly WorkPaper[] = [
  caseOrder(GERMAN, {
    file: 'de-lindenau-elbtor.pdf',
    number: 'ET-26-0703',
    title: 'Leistungsbeschreibung: SharePoint Online für die Kursverwaltung',
    partner: {
      company: 'Elbtor Systemberatung GmbH',
      address: 'Hafenstraße 12, 01097 Dresden',
      signer: 'Henrike Vollmann, Geschäftsführerin',
      signed: 'Dresden, 3. Juli 2026',
    },
    customer: {
      company: 'Volkshochschule Lindenau e. V.',
      address: 'Markt 4, 04177 Leipzig',
      signer: 'Armin Petzold, Verwaltungsleiter',
      signed: 'Leipzig, 7. Juli 2026',
    },
    tenant: '41c8e6f0-9b27-4d5a-8e13-7a60d2f4b985 (vhs-lindenau.example)',
    term: '13. Juli 2026 bis 30. Oktober 2026',
    situation: 'Kursunterlagen von 260 Dozentinnen und Dozenten liegen auf privaten Rechnern.',
    work: [
      'Einrichtung von SharePoint Online mit einem Bereich je Fachbereich und Vorlagen für Kursunterlagen.',
      'Migration von 18.400 Dateien aus drei Netzlaufwerken.',
      'Schulung von 31 Fachbereichsleitungen und Übergabe eines Handbuchs.',
    ],
    delivery: 'Die Abnahme erfolgt je Fachbereich. Lizenzen sind nicht Teil des Auftrags.',
    writtenAt: '2026-07-07T08:15:00Z',
  }),
]

const HOHENMOOR = {
  company: 'Gärtnerei Hohenmoor GmbH',
  address: 'Torfweg 30, 28865 Lilienthal',
  signer: 'Wiebke Janssen, Prokuristin',
}
const HOHENMOOR_TENANT = '9d60f3a2-15bc-4e78-b4f1-c83e07a9526d (gaertnerei-hohenmoor.example)'

/** Signed within days of each other; one project is over, the other is a contract of fifteen years. */
const hohenmoor: readonly WorkPaper[] = [
  caseOrder(GERMAN, {
    file: 'de-hohenmoor-weserland.pdf',
    number: 'WL-2026-019',
    title: 'Projektauftrag: Schutz der Postfächer',
    partner: {
      company: 'Weserland IT-Service GmbH',
      address: 'Deichstraße 8, 28717 Bremen',
      signer: 'Onno Behrens, Geschäftsführer',
      signed: 'Bremen, 20. Februar 2026',
    },
    customer: { ...HOHENMOOR, signed: 'Lilienthal, 24. Februar 2026' },
    tenant: HOHENMOOR_TENANT,
    term: '2. März 2026 bis 29. Mai 2026',
    situation: 'Gefälschte Rechnungen erreichten im Winter mehrmals die Buchhaltung.',
    work: [
      'Einrichtung von Microsoft Defender for Office 365: Richtlinien für Anlagen, Links und Identitätswechsel.',
      'Anbindung von 85 Postfächern und Einrichtung der Quarantäneberichte.',
      'Schulung der Buchhaltung an zwei Vormittagen.',
    ],
    delivery: 'Übergabe mit Bericht zum Ende des Projekts.',
    writtenAt: '2026-02-24T10:00:00Z',
  }),
  caseOrder(GERMAN, {
    file: 'de-hohenmoor-torfhaus.pdf',
    number: 'TH 26/041',
    title: 'Betriebsvertrag: Schutz der Postfächer und Anlagen',
    partner: {
      company: 'Torfhaus Systeme GmbH',
      address: 'Am Kanal 55, 27726 Worpswede',
      signer: 'Fenja Rohde, Leiterin Betrieb',
      signed: 'Worpswede, 25. Februar 2026',
    },
    customer: { ...HOHENMOOR, signed: 'Lilienthal, 27. Februar 2026' },
    tenant: HOHENMOOR_TENANT,
    term: '2. März 2026 bis 28. Februar 2041',
    situation: 'Der Betrieb der Gewächshäuser und der Post soll für lange Zeit in einer Hand liegen.',
    work: [
      'Einrichtung von Microsoft Defender for Office 365 für die Verkaufsstellen und Anbindung von 40 Postfächern.',
      'Konfiguration der Warnungen und monatliche Auswertung der abgewehrten Nachrichten.',
      'Schulung neuer Beschäftigter in jedem Frühjahr.',
    ],
    delivery: 'Ein Bericht in jedem Quartal.',
    writtenAt: '2026-02-27T16:20:00Z',
  }),
]

const ULRICH = {
  company: 'Brauhaus Sankt Ulrich GmbH',
  address: 'Kirchgasse 1, 89073 Ulm',
  signer: 'Leonhard Bächle, kaufmännischer Leiter',
}
const ULRICH_TENANT = '37fb82d6-c041-4a95-9e6c-05b1d8e4f732 (brauhaus-ulrich.example)'

/** Both speak of two workloads. */
const ulrich: readonly WorkPaper[] = [
  caseOrder(GERMAN, {
    file: 'de-ulrich-donautal.pdf',
    number: 'DN-260306',
    title: 'Leistungsbeschreibung: Post und Zusammenarbeit',
    partner: {
      company: 'Donautal Netzwerke GmbH',
      address: 'Uferweg 17, 89231 Neu-Ulm',
      signer: 'Traudl Eberle, Geschäftsführerin',
      signed: 'Neu-Ulm, 6. März 2026',
    },
    customer: { ...ULRICH, signed: 'Ulm, 10. März 2026' },
    tenant: ULRICH_TENANT,
    term: '16. März 2026 bis 26. Juni 2026',
    situation: 'Brauerei und vier Gasthäuser arbeiten mit einem Mailserver aus dem Jahr 2013.',
    work: [
      'Migration von 120 Postfächern zu Exchange Online, mit Konfiguration der Aufbewahrung.',
      'Einführung von Microsoft Teams in der Brauerei, mit Einrichtung von neun Teams.',
      'Schulung von zwölf Schlüsselanwendern zu Exchange Online und Microsoft Teams.',
    ],
    delivery: 'Abnahme nach jedem Standort.',
    writtenAt: '2026-03-10T09:30:00Z',
  }),
  caseOrder(GERMAN, {
    file: 'de-ulrich-ulmerhof.pdf',
    number: 'UH-2026-88',
    title: 'Projektauftrag: Gasthäuser und Versand',
    partner: {
      company: 'Ulmer Hof Informatik GmbH',
      address: 'Sattlergasse 6, 89073 Ulm',
      signer: 'Matthis Oberle, Projektleiter',
      signed: 'Ulm, 14. August 2026',
    },
    customer: { ...ULRICH, signed: 'Ulm, 18. August 2026' },
    tenant: ULRICH_TENANT,
    term: '24. August 2026 bis 18. Dezember 2026',
    situation: 'Die Gasthäuser bestellen per Fax, der Versand plant mit Zetteln.',
    work: [
      'Einrichtung von Exchange Online für die Gasthäuser: 46 Postfächer, Raumkalender, Nachrichtenfluss.',
      'Einführung von Microsoft Teams für Bestellung und Versand, mit Konfiguration der Schichten.',
      'Schulung der Wirtsleute und Übergabe eines Betriebshandbuchs.',
    ],
    delivery: 'Abnahme durch die kaufmännische Leitung.',
    writtenAt: '2026-08-18T07:50:00Z',
  }),
]

export const GERMAN_ORDERS: readonly WorkPaper[] = [...lindenau, ...hohenmoor, ...ulrich]
