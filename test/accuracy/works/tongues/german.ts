import type { Tongue } from '../tongue.ts'

export const GERMAN: Tongue = {
  language: 'de',
  country: 'DEU',
  customer: {
    claimed: 'Großküchen Höllriegl GmbH & Co. KG',
    written: [
      'Grossküchen Höllriegl GmbH & Co KG',
      'Grosskuechen Hoellriegl GmbH & Co. KG',
      'GROSSKÜCHEN HÖLLRIEGL',
    ],
    short: 'Höllriegl',
    domain: 'hoellriegl.example',
    sister: 'Höllriegl Immobilien GmbH',
  },
  partner: {
    claimed: 'Wolkenschmiede Systemhaus AG',
    written: [
      'Wolkenschmiede Systemhaus Aktiengesellschaft',
      'Wolkenschmiede Systemhaus',
      'WOLKENSCHMIEDE SYSTEMHAUS AG',
    ],
    short: 'Wolkenschmiede',
    domain: 'wolkenschmiede.example',
    sister: 'Wolkenschmiede Leasing GmbH',
  },
  otherCustomer: 'Stadtwerke Quellbrunn AöR',
  otherPartner: 'Fichtenberg Datentechnik GmbH',
  titles: {
    work: ['Leistungsschein Nr. 3', 'Dienstleistungsvertrag', 'Einzelauftrag', 'Projektvereinbarung'],
    report: ['Projektabschlussbericht', 'Abnahmeprotokoll', 'Tätigkeitsnachweis'],
    letter: 'Sehr geehrte Frau Dr. Angerer,',
    changeOrder: 'Nachtrag 2 zum Leistungsschein',
    purchaseOrder: 'Bestellung 4500-77812',
    invoice: ['Rechnung RE-2026-0117', 'Abschlagsrechnung Nr. 2'],
    quote: ['Angebot AN-3381', 'Kostenvoranschlag'],
    licences: ['Lizenzbestellung', 'Angebot zur Lizenzverlängerung'],
    brochure: 'Ihr Weg in die Cloud – unsere Lösungen im Überblick',
  },
  intros: [
    'zwischen {C} und {P}',
    'Auftraggeber: {C} – Auftragnehmer: {P}',
    'Die {P} erbringt für die {C} folgende Leistungen.',
    'Kunde: {C}. Dienstleister: {P}.',
  ],
  defined: [
    [
      'zwischen der {C}, nachfolgend „Auftraggeber“ genannt, und der {P}, nachfolgend „Auftragnehmer“ genannt',
    ],
    ['{C} (im Folgenden „AG“) beauftragt {P} (im Folgenden „AN“).'],
  ],
  contacts: 'Ansprechpartner: {c} (it@{cd}), {p} (projekte@{pd})',
  tenant: 'Mandanten-ID (Microsoft 365): {T}',
  scope: ['Leistungsumfang', 'Gegenstand der Leistung', 'Erbrachte Leistungen', 'Arbeitspakete'],
  work: {
    any: [
      [
        'Im Februar wurde {X} an allen drei Standorten für {N} Beschäftigte eingeführt.',
        'Die Schulung der Anwender fand in acht Gruppen statt.',
      ],
      [
        'Die {P} führt {X} für {N} Arbeitsplätze ein und weist die Key-User ein.',
        'Die Dokumentation wird zum Abschluss übergeben.',
      ],
      [
        'Einrichtung und Inbetriebnahme von {X}',
        'Anwenderschulungen ({N} Teilnehmende)',
        'Nachbetreuung vor Ort, 5 Tage',
      ],
      [
        'Laufender Betrieb von {X}: Anlegen neuer Benutzer, Pflege der Richtlinien, monatlicher Nutzungsbericht.',
      ],
    ],
    mail: [
      ['Umzug von {N} Postfächern nach {X} an zwei Wochenenden.', 'Umstellung der MX-Einträge.'],
      ['Postfachmigration nach {X}', 'Einrichten der Raumkalender und Verteiler'],
    ],
    collab: [
      ['Aufbau der Bereichsstruktur in {X}; die Ablage des Fileservers (1,8 TB) wurde übernommen.'],
      ['Governance-Konzept und Umsetzung für {X}', 'Ausbildung von 12 Multiplikatoren'],
    ],
    devices: [
      ['{N} Notebooks wurden in {X} aufgenommen und mit den vereinbarten Sicherheitsrichtlinien versehen.'],
      ['Ausrollen von {X} auf {N} Geräte', 'Härtung gemäß Konzept', 'Übergabe an den Helpdesk'],
    ],
    business: [
      [
        'Für das Controlling wurde {X} konfiguriert, die Stammdaten wurden übernommen und der Abnahmetest wurde begleitet.',
      ],
      [
        'Prozessaufnahme und Customizing von {X}',
        'Datenübernahme Kreditoren/Debitoren',
        'Begleitung des Echtstarts',
      ],
    ],
  },
  definedWork: [
    ['Der Auftragnehmer richtet {X} beim Auftraggeber ein und schult dessen Key-User.'],
    ['Der AN hat {N} Konten des AG auf {X} umgestellt und die Umgebung dokumentiert.'],
  ],
  rows: {
    head: ['Pos.', 'Tätigkeit', 'Produkt', 'PT'],
    lines: [
      ['1', 'Vorbereitung des Mandanten', 'Microsoft 365', '3'],
      ['2', 'Rollout für {N} Anwender', '{X}', '8'],
      ['3', 'Multiplikatorenschulung', '{X}', '2'],
    ],
  },
  presales: [
    [
      '{P} hat {X} in einem zweitägigen Workshop vorgestellt und der Geschäftsleitung vorgeführt.',
      'Daraufhin fiel die Kaufentscheidung.',
    ],
    ['Machbarkeitsstudie zu {X} mit 20 Testanwendern', 'Lizenzberatung und Wirtschaftlichkeitsbetrachtung'],
  ],
  revenue: [
    [
      'Auf Empfehlung der {P} hat sich die {C} unter drei Produkten für {X} mit der Branchenlösung SchmiedeERP entschieden.',
    ],
  ],
  plans: [
    ['Für 2027 wird die Einführung von {X} in Aussicht genommen; eine Beauftragung liegt noch nicht vor.'],
    ['Optional und gesondert zu beauftragen: Einführung von {X}.'],
  ],
  vague: ['Unterstützung bei {X}.', 'Allgemeine Betreuung {X} nach Bedarf.'],
  hollow: [
    ['Beratungsleistungen nach Aufwand.', 'Die Abrechnung erfolgt monatlich nach Stundennachweis.'],
    ['Dienstleistung IT, 12 Personentage zu 960,00', 'Reisekosten nach Beleg.'],
  ],
  annexOnly: ['Die Leistungen ergeben sich aus Anlage 2, die auf Anfrage übersandt wird.'],
  terms: [
    'Zahlungen sind binnen 30 Tagen ohne Abzug fällig.',
    'Gerichtsstand ist Rosenheim.',
    'Änderungen bedürfen der Schriftform.',
  ],
  excluded: [
    '{X} ist nicht Gegenstand dieses Auftrags.',
    'Ausgenommen sind sämtliche Arbeiten an {X}.',
    'Leistungen zu {X} sind nicht enthalten.',
    'Die Einführung von {X} gehört nicht zum Leistungsumfang.',
  ],
  excludedHeads: [
    'Nicht enthalten',
    'Abgrenzung (nicht Bestandteil der Leistung)',
    'Ausgeschlossene Leistungen:',
  ],
  foreignWork: [
    ['{P} führt für {N} Anwender Slack ein und schult die Teamleiter.'],
    ['Migration von {N} Konten nach Google Workspace', 'Einweisung des Helpdesks'],
    ['{P} tauscht die Telefonanlage und verkabelt die neue Lagerhalle.'],
  ],
  byOthers: [
    ['{X} wurde von der {O} für {N} Anwender eingeführt. {P} lieferte dazu 40 Bildschirme.'],
    ['Die Einführung von {X} übernimmt die {O}. {P} stellt die Besprechungsräume.'],
  ],
  onServers: [
    ['{P} aktualisiert {S} im Rechenzentrum und schult zwei Administratoren.'],
    ['Wartung und Sicherung von {S}', 'Monatliche Prüfung der Server'],
  ],
  fromServers: [
    '{S} wurde abgelöst; {N} Anwender arbeiten nun mit {X}, in das ihre Daten migriert wurden.',
    'Migration von {S} nach {X}, {N} Anwender',
  ],
  licenceLines: ['{N} x {X}, Jahreslizenz', '{X} (je Nutzer und Monat), Menge {N}'],
  tickHeads: ['Vom Auftrag umfasste Produkte (Zutreffendes ankreuzen)', 'Eingesetzte Workloads'],
  template: [
    'Zwischen <Name des Kunden> und <Name des Dienstleisters> wird Folgendes vereinbart.',
    'Beschreibung der Leistungen: ______________________',
    'Produkte: [bitte eintragen]',
    'Ort, Datum: ______________  Unterschrift Kunde: ______________',
  ],
  brochure: [
    'Entdecken Sie, wie modernes Arbeiten Ihr Unternehmen beflügelt.',
    'Unser ausgezeichnetes Team begleitet Unternehmen jeder Größe.',
    'Jetzt kostenlosen Beratungstermin sichern!',
  ],
  unrelated: [
    'Protokoll der Jahreshauptversammlung des Schützenvereins',
    'Der Kassier erläuterte die Einnahmen aus dem Sommerfest.',
    'Die Vorstandschaft wurde einstimmig entlastet.',
  ],
  frame: [
    'Abrufberechtigte: {C}; Stadtwerke Quellbrunn AöR; Molkerei Tannsee eG; Lindner & Töchter OHG.',
    '{P} kann von jedem Abrufberechtigten beauftragt werden. Welche Leistung wer erhält, regelt der jeweilige Abruf.',
  ],
  invoiceLines: [
    'Rechnungsempfänger: {C}',
    'Lieferant: {P}',
    'Gesamtbetrag brutto: 12.480,00 EUR',
    'Zahlbar innerhalb von 14 Tagen',
  ],
  mail: {
    greeting: 'Hallo Herr Brandl,',
    confirm: [
      'gerne bestätigen wir, dass {P} die Einführung von {X} für unsere {N} Mitarbeiter letzte Woche abgeschlossen hat.',
      'Auch die Schulungen kamen gut an.',
    ],
    close: 'Mit freundlichen Grüßen',
  },
  productNames: {
    'ba.sales': ['Dynamics 365 Vertrieb'],
    'ba.custsvc': ['Dynamics 365 Kundenservice'],
    'ba.finance': ['Dynamics 365 Finanzen'],
    'ba.scm': ['Dynamics 365 Lieferkettenmanagement'],
    'ba.fieldservice': ['Dynamics 365 Außendienst'],
    'm365.purview.ip': ['Microsoft Purview Informationsschutz'],
  },
}
