import { houses, list, type Tongue, two } from './tongue.ts'

export const POLISH: Tongue = {
  language: 'pl',
  country: 'POL',
  customers: houses(
    'Zakłady Mleczarskie Borowina Sp. z o.o. / Łomża / borowina',
    'Huta Szkła Krzemień S.A. / Krosno / krzemien',
    'Drukarnia Wawelska Sp. z o.o. / Kraków / drukarnia-wawelska',
    'Gmina Stary Bór / Stary Bór / starybor',
  ),
  partners: houses(
    'Chmurosfera Sp. z o.o. / Wrocław / chmurosfera',
    'Baltsoft S.A. / Gdynia / baltsoft',
    'Wdrożenia Kowalczyk Sp. z o.o. / Poznań / wdrozenia-kowalczyk',
  ),
  people: list(
    'Agnieszka Nowicka | Tomasz Zieliński | Katarzyna Wrona | Piotr Malinowski | Ewa Sobczak | Marek Lis',
  ),
  jobs: list('Dyrektor IT | Prezes Zarządu | Kierownik Działu Informatyki | Prokurent | Członek Zarządu'),
  roles: [
    {
      customer: 'Zamawiający',
      partner: 'Wykonawca',
      defines: [', zwaną dalej „Zamawiającym”', ', zwaną dalej „Wykonawcą”'],
    },
    { customer: 'Klient', partner: 'Dostawca', defines: ['(dalej „Klient”)', '(dalej „Dostawca”)'] },
    {
      customer: 'Zleceniodawca',
      partner: 'Zleceniobiorca',
      defines: [', zwana dalej Zleceniodawcą', ', zwana dalej Zleceniobiorcą'],
    },
    { customer: 'Zamawiający', partner: 'Wykonawca', defines: null },
  ],
  titles: list(
    'Umowa o świadczenie usług | Protokół odbioru | Zlecenie nr 19 | Aneks nr 1 do umowy | Protokół zdawczo-odbiorczy',
  ),
  heads: list(
    'zawarta pomiędzy {C} a {S} | Niniejszy dokument dotyczy prac wykonanych przez {S} dla {C}. | {C} z siedzibą w {OC} oraz {S} z siedzibą w {OS} uzgadniają, co następuje.',
  ),
  represented: ', reprezentowaną przez: {P}, {T}',
  work: [
    '{S} przeprowadza migrację 620 skrzynek pocztowych i wdrożenie {X} we wszystkich oddziałach {C}.',
    '{S} wykonuje konfigurację {X}, ustala zasady przechowywania i prowadzi szkolenie 40 kluczowych użytkowników.',
    'Konsultanci {S} prowadzą pilotaż {X} i przekazują podręcznik administratora.',
  ],
  clauses: [
    'Koszty podróży rozliczane są osobno. Zmiany wymagają formy pisemnej.',
    'Strony zachowują poufność informacji i przestrzegają przepisów o ochronie danych.',
    'Właściwy jest sąd siedziby klienta.',
  ],
  forCompany: list('W imieniu {N} | {N} | Za {N} | Za {N}: | w imieniu i na rzecz {N}'),
  forRole: list('{R} | {R}: | ZA {R.} | W imieniu: {R} | {R.}'),
  signature: list(
    'Podpis | Podpis i pieczęć | (podpis i pieczęć) | Czytelny podpis | pieczątka i podpis | (data i podpis)',
  ),
  signatureOfRole: list(
    'Podpis: {R} | {R} (podpis) | {R} – podpis i pieczęć | podpis osoby upoważnionej – {R}',
  ),
  name: list('Imię i nazwisko | Nazwisko i imię'),
  job: list('Stanowisko | Funkcja'),
  date: list('Data | Data podpisania | dnia | Data podpisu'),
  placeAndDate: list('Miejscowość, data | Miejsce i data | Miejscowość i data'),
  consent: list(
    'Akceptuję | Zatwierdzam | Wyrażam zgodę na powyższe warunki | Przyjmuję zlecenie | Odebrano bez uwag',
  ),
  months: list(
    'stycznia | lutego | marca | kwietnia | maja | czerwca | lipca | sierpnia | września | października | listopada | grudnia',
  ),
  days: [
    ({ d, month, y }) => `${d} ${month} ${y} r.`,
    ({ d, month, y }) => `${d} ${month} ${y}`,
    ({ d, m, y }) => `${two(d)}.${two(m)}.${y} r.`,
    ({ d, m, y }) => `${two(d)}.${two(m)}.${y}`,
    ({ d, m, y }) => `${two(d)}-${two(m)}-${y}`,
    ({ d, m, y }) => `${y}-${two(m)}-${two(d)}`,
  ],
  placedDays: list('{O}, dnia {D} | {O}, {D} | {O}, dn. {D}'),
  bothDays: list(
    'Umowę zawarto w {O} dnia {D} | {O}, dnia {D} | Podpisano w dwóch egzemplarzach dnia {D} | zawarto dnia {D} w {O}',
  ),
  letterDays: list('{O}, dnia {D} | {O}, {D} | Data: {D}'),
  periods: list(
    'Prace trwają od {A} do {B}. | Okres realizacji: {A} – {B} | Termin wykonania: od {A} do {B}',
  ),
  salutations: list('Szanowni Państwo, | Szanowny Panie, | Szanowna Pani,'),
  greetings: list('Z poważaniem, | Z wyrazami szacunku, | Pozdrawiam,'),
  confirms: [
    'Niniejszym potwierdzamy, że {S} wdrożyła {X} we wszystkich naszych oddziałach i przeprowadziła szkolenie 40 użytkowników.',
    'Potwierdzamy, że {S} zakończyła dla {C} wdrożenie {X}.',
  ],
  stamps: [
    ['Podpisano elektronicznie przez {P}', 'dnia {D} o godz. {H}', 'Autenti – identyfikator dokumentu {G}'],
    ['DocuSigned by:', '{P}', '{D} | {H} CET', 'DocuSign Envelope ID: {G}'],
    ['{P} ({M})', 'Podpis elektroniczny: {D} {H}', 'ID transakcji: {I}'],
  ],
  poorStamps: [['Podpisano elektronicznie przez {P}'], ['Podpis elektroniczny', '{P}']],
  typed: list('/-/ {P} | /s/ {P}'),
  witness: list('Świadek | Sprawdzono pod względem prawnym | W obecności'),
  issued: list('Data wystawienia: {D} | Wydanie z dnia {D} | Sporządzono {D}'),
}
