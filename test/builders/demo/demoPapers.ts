import { CUSTOMER_MESSAGE, type DemoMessage } from './cases/customerMessage.ts'
import { ENGLISH_ORDERS } from './cases/englishOrders.ts'
import { FRENCH_ORDERS } from './cases/frenchOrders.ts'
import { GERMAN_ORDERS } from './cases/germanOrders.ts'
import { ITALIAN_ORDERS } from './cases/italianOrders.ts'
import type { WorkPaper } from './workPaper.ts'

const dutch: WorkPaper = {
  file: 'nl-werkomschrijving.pdf',
  language: 'nl-NL',
  letterhead: 'Zandhaven IT-diensten B.V.',
  title: 'Werkomschrijving: apparaatbeheer voor 23 schoollocaties',
  facts: [
    ['Opdrachtgever', 'Stichting Waterlinie Scholen, Nieuwe Steen 14, 1625 HV Hoorn'],
    ['Opdrachtnemer', 'Zandhaven IT-diensten B.V., Havenstraat 61, 1781 AC Den Helder'],
    ['Tenant-id klant', '3c9a51e7-6d04-4f18-9b72-e05d8a41c3f6 (waterliniescholen.example)'],
    ['Kenmerk', 'ZH-2026-0418'],
    ['Looptijd', '8 juni tot en met 30 oktober 2026'],
  ],
  sections: [
    {
      heading: '1. Aanleiding',
      text: [
        'De stichting beheert 3.140 laptops en tablets op 23 locaties, elk met een eigen inrichting. Zij wil alle apparaten vanuit één beheeromgeving uitleveren en leraren laten aanmelden met één account.',
      ],
    },
    {
      heading: '2. Werkzaamheden',
      text: ['Zandhaven voert de volgende werkzaamheden uit voor de opdrachtgever:'],
      bullets: [
        'Inrichting van Microsoft Intune: nalevingsbeleid, configuratieprofielen per schooltype en de uitrol van 46 leermiddelenapps.',
        'Omzetting van 3.140 apparaten in vier golven, met ondersteuning op locatie op de eerste dag van elke golf.',
        'Invoering van Microsoft Entra ID P1: voorwaardelijke toegang voor personeel, selfservice voor wachtwoorden en dynamische groepen per school.',
        'Opleiding van 31 ICT-coördinatoren in twee dagdelen, met een handleiding in het Nederlands.',
      ],
    },
    {
      heading: '3. Oplevering en prijs',
      text: [
        'Per golf levert Zandhaven een opleverrapport met aantallen en openstaande punten. De vaste prijs bedraagt € 48.600 exclusief btw, te factureren in vier gelijke delen na acceptatie van elke golf.',
        'Licenties maken geen deel uit van deze opdracht.',
      ],
    },
  ],
  signatureHeading: '4. Ondertekening',
  signatureLabels: { placeAndDate: 'Plaats, datum', signature: 'Handtekening' },
  signatures: [
    {
      heading: 'Voor de opdrachtnemer',
      company: 'Zandhaven IT-diensten B.V.',
      signer: 'Joris Hoekstra, directeur',
      placeAndDate: 'Den Helder, 2 juni 2026',
      strokes: 4117,
    },
    {
      heading: 'Voor de opdrachtgever',
      company: 'Stichting Waterlinie Scholen',
      signer: 'Marloes Verhagen, hoofd ICT',
      placeAndDate: 'Hoorn, 4 juni 2026',
      strokes: 90211,
    },
  ],
  footer: 'Zandhaven IT-diensten B.V. · ZH-2026-0418',
  writtenAt: '2026-06-02T13:10:00Z',
}

const swedish: WorkPaper = {
  file: 'sv-uppdragsavtal.pdf',
  language: 'sv-SE',
  letterhead: 'Björklid Konsult AB',
  title: 'Uppdragsavtal: internt nätverk i Viva Engage',
  facts: [
    ['Kund', 'Norrvik Energi AB, Kajgatan 9, 972 33 Luleå'],
    ['Leverantör', 'Björklid Konsult AB, Storgatan 40, 903 26 Umeå'],
    ['Kundens klientorganisation', '81f4d2b6-0e57-4a93-bc18-6f92d7e3a504 (norrvikenergi.example)'],
    ['Avtalsnummer', 'BK 26-073'],
    ['Uppdragstid', '24 augusti till 18 december 2026'],
  ],
  sections: [
    {
      heading: '1. Bakgrund',
      text: [
        'Norrvik Energi har 780 medarbetare vid fjorton anläggningar. Driftpersonalen nås i dag genom anslagstavlor och sms. Kunden vill samla nyheter, frågor och säkerhetsrapporter på ett ställe.',
      ],
    },
    {
      heading: '2. Uppdraget',
      text: ['Björklid Konsult utför följande arbete i kundens miljö:'],
      bullets: [
        'Konfigurering av Viva Engage med femton grupper, rättigheter för gruppledare och koppling till kundens intranät.',
        'Införande i tre etapper, med workshoppar för driftledare vid varje anläggning.',
        'Utbildning av 40 ambassadörer och en skriftlig guide för skiftlagen.',
        'Uppföljning varje månad: aktiva användare, besvarade frågor och förslag till åtgärder.',
      ],
    },
    {
      heading: '3. Ersättning',
      text: [
        'Fast pris 412 000 kr exklusive mervärdesskatt, fakturerat etappvis efter kundens godkännande. Resor ingår. Licenser köps av kunden och omfattas inte av avtalet.',
      ],
    },
  ],
  signatureHeading: '4. Underskrifter',
  signatureLabels: { placeAndDate: 'Ort och datum', signature: 'Namnteckning' },
  signatures: [
    {
      heading: 'För kunden',
      company: 'Norrvik Energi AB',
      signer: 'Linnea Åkerström, kommunikationschef',
      placeAndDate: 'Luleå, den 18 augusti 2026',
      strokes: 52308,
    },
    {
      heading: 'För leverantören',
      company: 'Björklid Konsult AB',
      signer: 'Oskar Tjärnlund, uppdragsledare',
      placeAndDate: 'Umeå, den 20 augusti 2026',
      strokes: 7719,
    },
  ],
  footer: 'Björklid Konsult AB · Avtal BK 26-073',
  writtenAt: '2026-08-17T09:25:00Z',
}

const polish: WorkPaper = {
  file: 'pl-zakres-prac.pdf',
  language: 'pl-PL',
  letterhead: 'Wiślane Systemy IT Sp. z o.o.',
  title: 'Zakres prac: przeniesienie poczty do Exchange Online',
  facts: [
    ['Zamawiający', 'Zakłady Mleczarskie Jesionka S.A., ul. Łąkowa 3, 18-300 Zambrów'],
    ['Wykonawca', 'Wiślane Systemy IT Sp. z o.o., ul. Długa 27, 87-800 Włocławek'],
    ['Identyfikator dzierżawy', 'd7206c9e-58b3-4e1f-a4d9-17c3f60b82ea (jesionka.example)'],
    ['Numer', 'WS/2026/0519'],
    ['Data dokumentu', '19 maja 2026 r.'],
  ],
  sections: [
    {
      heading: '1. Stan obecny',
      text: [
        'Zamawiający korzysta z własnego serwera pocztowego, na którym znajduje się 640 skrzynek pracowników biura, laboratorium i czterech zakładów. Kopie zapasowe nie obejmują skrzynek udostępnionych.',
      ],
    },
    {
      heading: '2. Prace Wykonawcy',
      text: ['Wykonawca wykona dla Zamawiającego następujące prace:'],
      bullets: [
        'Konfiguracja usługi Exchange Online: domeny, reguły przepływu poczty i zasady przechowywania.',
        'Przeniesienie 640 skrzynek i 85 skrzynek udostępnionych w pięciu turach, poza godzinami pracy zakładów.',
        'Ustawienie poczty na telefonach służbowych oraz szkolenie dwunastu koordynatorów.',
        'Opieka po uruchomieniu przez sześć tygodni i raport końcowy.',
      ],
    },
    {
      heading: '3. Wynagrodzenie',
      text: [
        'Cena ryczałtowa wynosi 96 400 zł netto i jest płatna po odbiorze każdej tury. Licencje Zamawiający kupuje osobno.',
      ],
    },
  ],
  signatureHeading: '4. Podpisy',
  signatureLabels: { placeAndDate: 'Miejscowość i data', signature: 'Podpis' },
  signatures: [
    {
      heading: 'W imieniu Wykonawcy',
      company: 'Wiślane Systemy IT Sp. z o.o.',
      signer: 'Paweł Cieślik, prezes zarządu',
      placeAndDate: 'Włocławek, 19 maja 2026 r.',
      strokes: 66010,
    },
    {
      heading: 'W imieniu Zamawiającego',
      company: 'Zakłady Mleczarskie Jesionka S.A.',
      signer: 'Grażyna Łuczak, dyrektor ds. informatyki',
      placeAndDate: null,
      strokes: null,
    },
  ],
  footer: 'Wiślane Systemy IT Sp. z o.o. · WS/2026/0519',
  writtenAt: '2026-05-19T08:40:00Z',
}

/** Papers of the claims whose languages no collected paper has, and of the cases. Companies, people and ids are invented. */
export const DEMO_PAPERS: readonly WorkPaper[] = [
  dutch,
  swedish,
  polish,
  ...ENGLISH_ORDERS,
  ...GERMAN_ORDERS,
  ...ITALIAN_ORDERS,
  ...FRENCH_ORDERS,
]

export const DEMO_MESSAGES: readonly DemoMessage[] = [CUSTOMER_MESSAGE]
