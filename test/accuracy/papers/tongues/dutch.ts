import { houses, list, type Tongue, two } from './tongue.ts'

export const DUTCH: Tongue = {
  language: 'nl',
  country: 'NLD',
  customers: houses(
    'Kwekerij Oosterveld B.V. / Aalsmeer / oosterveld',
    'Stichting Zorggroep De Linden / Zwolle / zorgdelinden',
    'Van Houtum Papier N.V. / Venlo / vanhoutum-papier',
    'Gemeente Waterdijk / Waterdijk / waterdijk',
  ),
  partners: houses(
    'Polderwolk IT B.V. / Utrecht / polderwolk',
    'Haverkamp Automatisering B.V. / Arnhem / haverkamp',
    'Maasdelta Consultancy B.V. / Rotterdam / maasdelta',
  ),
  people: list(
    'Annelies de Wit | Pieter van Dam | Marloes Jansen | Bas Hendriks | Ingrid Koster | Jeroen Bakker',
  ),
  jobs: list('Hoofd ICT | Directeur | Inkoopmanager | Manager Informatievoorziening | Bestuurder'),
  roles: [
    {
      customer: 'Opdrachtgever',
      partner: 'Opdrachtnemer',
      defines: [', hierna te noemen: Opdrachtgever', ', hierna te noemen: Opdrachtnemer'],
    },
    { customer: 'Klant', partner: 'Leverancier', defines: ['(hierna: “Klant”)', '(hierna: “Leverancier”)'] },
    { customer: 'Afnemer', partner: 'Dienstverlener', defines: ['(“Afnemer”)', '(“Dienstverlener”)'] },
    { customer: 'Opdrachtgever', partner: 'Opdrachtnemer', defines: null },
    { customer: 'Klant', partner: 'Leverancier', defines: null },
  ],
  titles: list(
    'Opdrachtbevestiging | Dienstverleningsovereenkomst | Acceptatieverklaring | Nadere overeenkomst 5 | Proces-verbaal van oplevering',
  ),
  heads: list(
    'De ondergetekenden {C} en {S} komen het volgende overeen. | Dit document gaat over de werkzaamheden van {S} voor {C}. | Tussen {C}, gevestigd te {OC}, en {S}, gevestigd te {OS}.',
  ),
  represented: ', vertegenwoordigd door {P}, {T}',
  work: [
    '{S} migreert 620 postvakken en implementeert {X} op alle locaties van {C}.',
    '{S} configureert {X}, richt het bewaarbeleid in en traint 40 kerngebruikers in zes sessies.',
    'De consultants van {S} begeleiden de pilot van {X} en leveren een beheerhandboek op.',
  ],
  clauses: [
    'Reiskosten worden apart berekend. Wijzigingen worden schriftelijk overeengekomen.',
    'Partijen houden de informatie geheim en verwerken persoonsgegevens volgens de wet.',
    'De rechter in de vestigingsplaats van de klant is bevoegd.',
  ],
  forCompany: list('Namens {N} | {N} | Voor {N} | Voor en namens {N} | Voor akkoord {N} | Namens {N}:'),
  forRole: list('{R} | Namens {R} | De {R} | Voor {R}: | Namens de {R} | {R.}'),
  signature: list(
    'Handtekening | Handtekening en stempel | (handtekening) | Voor akkoord | Getekend | Paraaf en handtekening',
  ),
  signatureOfRole: list('Handtekening {R} | Handtekening van de {R} | Voor akkoord {R} | {R} (handtekening)'),
  name: list('Naam | Naam ondertekenaar | Voor- en achternaam'),
  job: list('Functie | Hoedanigheid'),
  date: list('Datum | d.d. | Datum ondertekening | Op'),
  placeAndDate: list('Plaats, datum | Plaats en datum | Te, op'),
  consent: list('Voor akkoord | Akkoord | Gezien en akkoord | Voor akkoord en ontvangst | Geaccepteerd'),
  months: list(
    'januari | februari | maart | april | mei | juni | juli | augustus | september | oktober | november | december',
  ),
  days: [
    ({ d, month, y }) => `${d} ${month} ${y}`,
    ({ d, m, y }) => `${two(d)}-${two(m)}-${y}`,
    ({ d, m, y }) => `${d}-${m}-${y}`,
    ({ d, m, y }) => `${two(d)}/${two(m)}/${y}`,
    ({ d, month, y }) => `${d} ${month.slice(0, 3)}. ${y}`,
    ({ d, m, y }) => `${y}-${two(m)}-${two(d)}`,
  ],
  placedDays: list('{O}, {D} | Te {O}, op {D} | {O}, d.d. {D} | {O} {D}'),
  bothDays: list(
    'Aldus overeengekomen en in tweevoud ondertekend te {O} op {D} | Getekend te {O}, {D} | Ondertekend op {D} te {O} | {O}, {D}',
  ),
  letterDays: list('{O}, {D} | Datum: {D} | {D}'),
  periods: list(
    'De werkzaamheden lopen van {A} tot en met {B}. | Looptijd: {A} t/m {B} | Periode: {A} – {B}',
  ),
  salutations: list('Geachte heer, mevrouw, | Geachte heer Bakker, | Beste Ingrid,'),
  greetings: list('Met vriendelijke groet, | Hoogachtend, | Met hartelijke groet,'),
  confirms: [
    'Hierbij bevestigen wij dat {S} {X} op al onze locaties heeft geïmplementeerd, 620 postvakken heeft gemigreerd en 40 kerngebruikers heeft getraind.',
    'Wij bevestigen dat {S} de invoering van {X} voor {C} heeft afgerond.',
  ],
  stamps: [
    ['Elektronisch ondertekend door {P}', 'op {D} om {H}', 'ValidSign transactie-ID: {G}'],
    ['DocuSigned by:', '{P}', '{D} | {H} CET', 'DocuSign Envelope ID: {G}'],
    ['{P} ({M})', 'Digitaal ondertekend op {D} {H}', 'Document-ID: {I}'],
  ],
  poorStamps: [['Elektronisch ondertekend door {P}'], ['Digitaal ondertekend', '{P}']],
  typed: list('w.g. {P} | /s/ {P}'),
  witness: list('Getuige | Gezien: juridische zaken | In aanwezigheid van'),
  issued: list('Datum uitgifte: {D} | Versie van {D} | Opgesteld op {D}'),
}
