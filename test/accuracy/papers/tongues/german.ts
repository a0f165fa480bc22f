import { houses, list, type Tongue, two } from './tongue.ts'

export const GERMAN: Tongue = {
  language: 'de',
  country: 'DEU',
  customers: houses(
    'Kehlbacher Maschinenbau GmbH / Ulm / kehlbacher',
    'Stadtwerke Undeloh AG / Undeloh / sw-undeloh',
    'Brauerei Wiesinger KG / Bamberg / wiesinger',
    'Harzfeld Logistik GmbH & Co. KG / Goslar / harzfeld',
  ),
  partners: houses(
    'Nordlicht IT-Beratung GmbH / Kiel / nordlicht-it',
    'Weißenberg Systemhaus AG / Erfurt / weissenberg',
    'Cloudwerk Partner GmbH / Mainz / cloudwerk',
  ),
  people: list(
    'Sabine Kortmann | Dr. Jens Albrecht | Petra Lindemann | Uwe Schaffner | Katharina Böhm | Matthias Reuter',
  ),
  jobs: list('Leiterin IT | Geschäftsführer | Prokurist | Bereichsleitung Infrastruktur | Einkaufsleiter'),
  roles: [
    {
      customer: 'Auftraggeber',
      partner: 'Auftragnehmer',
      defines: ['– nachfolgend „Auftraggeber“ genannt –', '– nachfolgend „Auftragnehmer“ genannt –'],
    },
    { customer: 'AG', partner: 'AN', defines: ['(im Folgenden „AG“)', '(im Folgenden „AN“)'] },
    {
      customer: 'Kunde',
      partner: 'Dienstleister',
      defines: ['(nachstehend Kunde)', '(nachstehend Dienstleister)'],
    },
    { customer: 'Besteller', partner: 'Lieferant', defines: ['(„Besteller“)', '(„Lieferant“)'] },
    { customer: 'Auftraggeber', partner: 'Auftragnehmer', defines: null },
    { customer: 'Kunde', partner: 'Anbieter', defines: null },
  ],
  titles: list(
    'Leistungsschein Nr. 12 | Projektvertrag | Abnahmeprotokoll | Einzelauftrag zum Rahmenvertrag | Tätigkeitsnachweis',
  ),
  heads: list(
    'zwischen {C} und {S} | Dieser Vertrag wird geschlossen zwischen {C}, {OC}, und {S}, {OS}. | {S} hat für {C} die folgenden Leistungen erbracht.',
  ),
  represented: ', vertreten durch {P}, {T}',
  work: [
    '{S} migriert 620 Postfächer und führt {X} an allen Standorten von {C} ein.',
    '{S} konfiguriert {X}, richtet Aufbewahrungs- und Gastrichtlinien ein und schult 40 Schlüsselanwender an sechs Tagen.',
    'Die Berater von {S} führen den Pilotbetrieb von {X} mit zwei Abteilungen durch und übergeben ein Betriebshandbuch.',
  ],
  clauses: [
    'Reisekosten werden nach Aufwand berechnet. Änderungen bedürfen der Schriftform.',
    'Die Parteien behandeln alle Informationen vertraulich und beachten die Datenschutzgesetze.',
    'Gerichtsstand ist der Sitz des Kunden. Sollte eine Bestimmung unwirksam sein, bleiben die übrigen gültig.',
  ],
  forCompany: list(
    'Für {N} | Für die {N}: | {N} | i. V. {N} | Namens der {N} | ppa. {N} | Für die Firma {N}',
  ),
  forRole: list('Für den {R} | {R} | Der {R} | {R}: | Für den {R}: | {R.}'),
  signature: list(
    'Unterschrift | Stempel, Unterschrift | Rechtsverbindliche Unterschrift | (Unterschrift) | Unterschrift / Firmenstempel | gez.',
  ),
  signatureOfRole: list(
    'Unterschrift {R} | Unterschrift des {R}s | Stempel und Unterschrift {R} | {R} (Unterschrift) | Unterschrift, {R}',
  ),
  name: list('Name | Name in Druckbuchstaben | Vor- und Nachname'),
  job: list('Funktion | Position | Stellung'),
  date: list('Datum | Datum der Unterschrift | den | am'),
  placeAndDate: list('Ort, Datum | Ort und Datum | Ort / Datum'),
  consent: list(
    'Einverstanden | Auftrag erteilt | Abgenommen | Mit dem Inhalt einverstanden | Zur Kenntnis genommen und bestätigt',
  ),
  months: list(
    'Januar | Februar | März | April | Mai | Juni | Juli | August | September | Oktober | November | Dezember',
  ),
  days: [
    ({ d, month, y }) => `${d}. ${month} ${y}`,
    ({ d, m, y }) => `${two(d)}.${two(m)}.${y}`,
    ({ d, m, y }) => `${d}.${m}.${y}`,
    ({ d, m, y }) => `${two(d)}.${two(m)}.${two(y % 100)}`,
    ({ d, month, y }) => `${two(d)}. ${month.slice(0, 3)}. ${y}`,
    ({ d, m, y }) => `${y}-${two(m)}-${two(d)}`,
    ({ d, m, y }) => `${d}. ${m}. ${y}`,
  ],
  placedDays: list('{O}, den {D} | {O}, {D} | {O}, am {D} | {O} den {D}'),
  bothDays: list(
    '{O}, den {D} | Unterzeichnet in {O} am {D} | Geschlossen zu {O} am {D} in zwei Ausfertigungen | Datum der Unterzeichnung: {D}',
  ),
  letterDays: list('{O}, {D} | {O}, den {D} | Datum: {D}'),
  periods: list(
    'Leistungszeitraum: {A} bis {B} | Die Leistungen werden vom {A} bis zum {B} erbracht. | Laufzeit: {A} – {B}',
  ),
  salutations: list('Sehr geehrte Damen und Herren, | Sehr geehrter Herr Reuter, | Guten Tag Frau Böhm,'),
  greetings: list('Mit freundlichen Grüßen | Freundliche Grüße | Hochachtungsvoll'),
  confirms: [
    'Hiermit bestätigen wir, dass {S} {X} an allen unseren Standorten eingeführt, 620 Postfächer migriert und 40 Schlüsselanwender geschult hat.',
    'Wir bestätigen, dass {S} die Einführung von {X} für {C} abgeschlossen hat.',
  ],
  stamps: [
    ['Elektronisch signiert von {P}', 'am {D} um {H} Uhr', 'Vorgangs-ID: {G}'],
    ['DocuSigned by:', '{P}', '{D} {H} MEZ', 'Envelope ID {G}'],
    ['{P} <{M}>', 'Elektronisch unterzeichnet mit Skribble am {D}, {H} Uhr', 'Dokument-ID {I}'],
  ],
  poorStamps: [['Elektronisch signiert von {P}'], ['Digital unterschrieben', '{P}']],
  typed: list('gez. {P} | gez. {P} | /s/ {P}'),
  witness: list('Zeuge | Kenntnis genommen: Betriebsrat | Gesehen: Datenschutz'),
  issued: list('Stand: {D} | Ausgestellt am {D} | Datum: {D}'),
}
