import type { Tongue } from '../tongue.ts'

export const POLISH: Tongue = {
  language: 'pl',
  country: 'POL',
  customer: {
    claimed: 'Zakłady Mięsne Łąkowa Sp. z o.o.',
    written: [
      'Zaklady Miesne Lakowa sp. z o.o.',
      'ZAKŁADY MIĘSNE ŁĄKOWA SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ',
      'Zakłady Mięsne Łąkowa',
    ],
    short: 'ZM Łąkowa',
    domain: 'zmlakowa.example',
    sister: 'Łąkowa Transport Sp. z o.o.',
  },
  partner: {
    claimed: 'Chmura Wschód S.A.',
    written: ['Chmura Wschod SA', 'CHMURA WSCHÓD SPÓŁKA AKCYJNA', 'Chmura Wschód'],
    short: 'Chmura Wschód',
    domain: 'chmurawschod.example',
    sister: 'Chmura Wschód Szkolenia Sp. z o.o.',
  },
  otherCustomer: 'Urząd Gminy Brzozowiec',
  otherPartner: 'Dolina Systemów Sp. z o.o.',
  titles: {
    work: ['Umowa o świadczenie usług', 'Zlecenie nr 14', 'Zakres prac', 'Umowa wdrożeniowa'],
    report: ['Protokół odbioru', 'Raport końcowy z projektu', 'Karta pracy'],
    letter: 'Szanowna Pani,',
    changeOrder: 'Aneks nr 2 do umowy',
    purchaseOrder: 'Zamówienie nr 4500/331',
    invoice: ['Faktura VAT 117/2026', 'Faktura pro forma 31'],
    quote: ['Oferta cenowa 212', 'Wycena'],
    licences: ['Zamówienie licencji', 'Propozycja odnowienia licencji'],
    brochure: 'Chmura dla Twojej firmy: nasze rozwiązania',
  },
  intros: [
    'Pomiędzy {C} a {P} zawarto umowę następującej treści.',
    'Zamawiający: {C}. Wykonawca: {P}.',
    '{C} zleca firmie {P} wykonanie opisanych niżej prac.',
    'Klient: {C}. Przygotował: {P}.',
  ],
  defined: [
    ['{C}, zwana dalej „Zamawiającym”, oraz {P}, zwana dalej „Wykonawcą”.'],
    ['Pomiędzy {P} (dalej: Usługodawca) a {C} (dalej: Usługobiorca).'],
  ],
  contacts: 'Osoby do kontaktu: {c} (it@{cd}) oraz {p} (projekty@{pd}).',
  tenant: 'Identyfikator dzierżawy Microsoft 365: {T}',
  scope: ['Przedmiot umowy', 'Wykonane prace', 'Zakres usług', 'Opis prac'],
  work: {
    any: [
      [
        'W marcu uruchomiono {X} dla {N} pracowników w zakładach w Łomży i Zambrowie.',
        'Przeprowadzono osiem szkoleń dla użytkowników.',
      ],
      [
        '{P} wdroży {X} w trzech zakładach i będzie wspierać kluczowych użytkowników w pierwszych tygodniach.',
      ],
      ['Uruchomienie produkcyjne {X}', 'Szkolenie użytkowników ({N} osób)', 'Asysta powdrożeniowa, 5 dni'],
      ['Bieżąca administracja {X}: zakładanie kont, aktualizacja zasad, miesięczny raport wykorzystania.'],
    ],
    mail: [
      ['Przenieśliśmy {N} skrzynek pocztowych od dotychczasowego dostawcy do {X} w dwa weekendy.'],
      ['Migracja skrzynek do {X}', 'Odtworzenie wspólnych kalendarzy', 'Zmiana rekordów MX'],
    ],
    collab: [
      ['W {X} zbudowano strukturę witryn dla sześciu działów i przeniesiono 1,2 TB z serwera plików.'],
      ['Zasady korzystania z {X} i ich wprowadzenie', 'Warsztaty dla {N} pracowników'],
    ],
    devices: [
      ['{N} laptopów zarejestrowano w {X} i objęto uzgodnionymi zasadami.'],
      ['Instalacja {X} na {N} stanowiskach', 'Przekazanie do działu wsparcia'],
    ],
    business: [
      ['Konsultanci skonfigurowali {X}, wczytali dane podstawowe i wspierali testy użytkowników.'],
      ['Analiza procesów i parametryzacja {X}', 'Import kontrahentów i towarów', 'Asysta przy starcie'],
    ],
  },
  definedWork: [
    ['Wykonawca zainstaluje i skonfiguruje {X} u Zamawiającego oraz przeszkoli kluczowych użytkowników.'],
    ['Usługodawca przeniósł {N} kont Usługobiorcy do {X} i przekazał dokumentację.'],
  ],
  rows: {
    head: ['Lp.', 'Czynność', 'Produkt', 'Dni'],
    lines: [
      ['1', 'Przygotowanie dzierżawy', 'Microsoft 365', '3'],
      ['2', 'Wdrożenie dla {N} użytkowników', '{X}', '8'],
      ['3', 'Szkolenie trenerów', '{X}', '2'],
    ],
  },
  presales: [
    [
      '{P} przedstawiła {X} podczas dwudniowych warsztatów i zaprezentowała działanie zarządowi.',
      'Na tej podstawie {C} podjęła decyzję o zakupie.',
    ],
    [
      'Studium wykonalności {X} z udziałem 20 użytkowników pilotażowych',
      'Doradztwo licencyjne i analiza opłacalności',
    ],
  ],
  revenue: [
    [
      'Z rekomendacji {P} spółka {C} wybrała {X} wraz z rozwiązaniem branżowym WschódMięso spośród trzech produktów.',
    ],
  ],
  plans: [
    ['W 2027 r. strony rozważą wdrożenie {X}, o ile pozwoli na to budżet.'],
    ['Opcjonalnie, jeszcze nie zlecone: wdrożenie {X}.'],
  ],
  vague: ['Wsparcie {X}.', 'Ogólna pomoc w zakresie {X} w miarę potrzeb.'],
  hollow: [
    ['Usługi doradcze zgodnie z ustaleniami.', 'Rozliczenie według czasu pracy.'],
    ['Konsultacje informatyczne, 12 dni po 1 640,00', 'Koszty dojazdu osobno.'],
  ],
  annexOnly: ['Usługi określa załącznik nr 2, udostępniany na życzenie.'],
  terms: [
    'Termin płatności wynosi 30 dni.',
    'Spory rozstrzyga sąd właściwy dla Białegostoku.',
    'Strony zachowują poufność.',
  ],
  excluded: [
    '{X} nie wchodzi w zakres umowy.',
    'Zakres nie obejmuje {X}.',
    'Wyłączone są wszelkie prace dotyczące {X}.',
    'Prace przy {X} są poza zakresem.',
  ],
  excludedHeads: ['Poza zakresem', 'Wyłączenia', 'Umowa nie obejmuje:'],
  foreignWork: [
    ['{P} wdraża Slack dla {N} użytkowników i szkoli kierowników.'],
    ['Migracja {N} kont do Google Workspace', 'Szkolenie działu wsparcia'],
    ['{P} wymienia centralę telefoniczną i okablowuje nową halę.'],
  ],
  byOthers: [
    ['{X} wdrożyła firma {O} dla {N} użytkowników. {P} dostarczyła 40 monitorów.'],
    ['Wdrożenie {X} prowadzi {O}. {P} udostępnia sale konferencyjne.'],
  ],
  onServers: [
    ['{P} aktualizuje {S} we własnej serwerowni i szkoli dwóch administratorów.'],
    ['Konserwacja i kopie zapasowe {S}', 'Comiesięczny przegląd serwerów'],
  ],
  fromServers: [
    '{S} wyłączono, a {N} użytkowników zmigrowano do {X}.',
    'Migracja z {S} do {X} dla {N} użytkowników',
  ],
  licenceLines: ['{N} szt. {X}, licencja roczna', '{X} (za użytkownika miesięcznie), ilość {N}'],
  tickHeads: ['Produkty objęte zleceniem (zaznaczyć właściwe)', 'Obciążenia robocze'],
  template: [
    'Pomiędzy [nazwa klienta] a [nazwa wykonawcy] zawarto umowę następującej treści.',
    'Opis usług: ______________________',
    'Produkty: <uzupełnić>',
    'Miejscowość, data: ______________  Podpis klienta: ______________',
  ],
  brochure: [
    'Odkryj, jak nowoczesna praca rozwija Twoją firmę.',
    'Nasz nagradzany zespół pomaga organizacjom każdej wielkości.',
    'Umów się na bezpłatną konsultację!',
  ],
  unrelated: [
    'Protokół z zebrania wspólnoty mieszkaniowej',
    'Zarządca omówił koszty ogrzewania.',
    'Przyjęto uchwałę o malowaniu klatki schodowej.',
  ],
  frame: [
    'Uczestnicy: {C}; Urząd Gminy Brzozowiec; Spółdzielnia Mleczarska Podgórze; Bracia Zielińscy s.c.',
    '{P} może otrzymać zlecenie od każdego z nich. Usługi dla poszczególnych uczestników wynikają z odrębnych zleceń.',
  ],
  invoiceLines: ['Nabywca: {C}', 'Sprzedawca: {P}', 'Do zapłaty: 12 480,00 PLN', 'Przelew, 30 dni'],
  mail: {
    greeting: 'Cześć Marku,',
    confirm: [
      'potwierdzamy, że {P} zakończyła w zeszłym tygodniu wdrożenie {X} dla naszych {N} pracowników.',
      'Szkolenie również się podobało.',
    ],
    close: 'Pozdrawiam',
  },
  productNames: {},
}
