import { houses, list, type Tongue, two } from './tongue.ts'

export const SPANISH: Tongue = {
  language: 'es',
  country: 'ESP',
  customers: houses(
    'Conservas Alborada S.A. / Vigo / conservas-alborada',
    'Bodegas Montesquivo S.L. / Logroño / montesquivo',
    'Ayuntamiento de Valdecilla / Valdecilla / valdecilla',
    'Textiles Ferrándiz S.A. / Alcoy / ferrandiz',
  ),
  partners: houses(
    'Sistemas Peñalara S.L. / Madrid / penalara',
    'Ibernube Consultores S.L. / Sevilla / ibernube',
    'Tecnolevante S.A. / Valencia / tecnolevante',
  ),
  people: list(
    'Carmen Ibáñez | José Luis Arroyo | Marta Quintana | Raúl Otero | Beatriz Sanchís | Ignacio Ferrer',
  ),
  jobs: list('Directora de Sistemas | Gerente | Apoderado | Responsable de TI | Director General'),
  roles: [
    {
      customer: 'Cliente',
      partner: 'Proveedor',
      defines: ['(en adelante, el «Cliente»)', '(en adelante, el «Proveedor»)'],
    },
    {
      customer: 'CONTRATANTE',
      partner: 'CONSULTOR',
      defines: [', en lo sucesivo EL CONTRATANTE', ', en lo sucesivo EL CONSULTOR'],
    },
    {
      customer: 'Empresa',
      partner: 'Contratista',
      defines: ['(en adelante “la Empresa”)', '(en adelante “la Contratista”)'],
    },
    { customer: 'Cliente', partner: 'Prestador', defines: null },
    { customer: 'Comprador', partner: 'Proveedor', defines: null },
  ],
  titles: list(
    'Contrato de servicios | Acta de recepción | Orden de trabajo 31 | Anexo II al contrato marco | Acta de aceptación',
  ),
  heads: list(
    'Reunidos {C} y {S}, acuerdan lo siguiente. | El presente documento recoge los trabajos de {S} para {C}. | Entre {C}, con domicilio en {OC}, y {S}, con domicilio en {OS}:',
  ),
  represented: ', representada por {P}, {T}',
  work: [
    '{S} migra 620 buzones y despliega {X} en todas las sedes de {C}.',
    '{S} configura {X}, define las políticas de retención y forma a 40 usuarios clave en seis jornadas.',
    'Los consultores de {S} realizan el piloto de {X} y entregan un manual de operación.',
  ],
  clauses: [
    'Los gastos de viaje se facturan aparte. Toda modificación se hará por escrito.',
    'Las partes guardan la confidencialidad y cumplen la ley de protección de datos.',
    'Para cualquier controversia serán competentes los juzgados del domicilio del cliente.',
  ],
  forCompany: list(
    'Por {N} | {N} | En nombre y representación de {N} | Por la empresa {N} | P.P. {N} | Por {N}:',
  ),
  forRole: list('El {R} | Por el {R} | {R} | EL {R} | Por EL {R}: | {R.}'),
  signature: list('Firma | Firma y sello | Fdo.: | (firma y sello) | Firma autorizada | Recibí y conforme'),
  signatureOfRole: list('Firma del {R} | Firma y sello del {R} | {R} (firma) | Conforme {R}'),
  name: list('Nombre | Nombre y apellidos | D./Dña.'),
  job: list('Cargo | Puesto | En calidad de'),
  date: list('Fecha | Fecha de firma | A fecha | Fecha:'),
  placeAndDate: list('Lugar y fecha | En, a | Lugar, fecha'),
  consent: list('Conforme | Aceptado | Recibido y conforme | Leído y conforme | Acepto las condiciones'),
  months: list(
    'enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre',
  ),
  days: [
    ({ d, month, y }) => `${d} de ${month} de ${y}`,
    ({ d, month, y }) => `${d} de ${month} del ${y}`,
    ({ d, m, y }) => `${two(d)}/${two(m)}/${y}`,
    ({ d, m, y }) => `${two(d)}-${two(m)}-${y}`,
    ({ d, m, y }) => `${two(d)}.${two(m)}.${two(y % 100)}`,
    ({ d, month, y }) => `${two(d)}-${month.slice(0, 3)}-${y}`,
  ],
  placedDays: list('En {O}, a {D} | {O}, a {D} | {O}, {D} | {O} a {D}'),
  bothDays: list(
    'En {O}, a {D} | Y en prueba de conformidad firman en {O} a {D}. | Firmado por duplicado en {O} el {D} | Fecha de firma: {D}',
  ),
  letterDays: list('{O}, {D} | {O}, a {D} | Fecha: {D}'),
  periods: list(
    'Los trabajos se realizan desde el {A} hasta el {B}. | Vigencia: del {A} al {B} | Periodo: {A} – {B}',
  ),
  salutations: list('Estimados señores: | Muy señores míos: | Estimado Sr. Otero:'),
  greetings: list('Atentamente, | Un cordial saludo, | Saludos cordiales,'),
  confirms: [
    'Confirmamos que {S} ha desplegado {X} en todas nuestras sedes, migrado 620 buzones y formado a 40 usuarios clave.',
    'Por la presente certificamos que {S} ha finalizado para {C} la implantación de {X}.',
  ],
  stamps: [
    ['Firmado electrónicamente por {P}', 'Fecha: {D} {H}', 'ID de firma Signaturit: {G}'],
    ['DocuSigned by:', '{P}', '{D} | {H} CET', 'DocuSign Envelope ID: {G}'],
    ['{P} - {M}', 'Firma electrónica el {D} a las {H}', 'Código de verificación: {I}'],
  ],
  poorStamps: [['Firmado electrónicamente por {P}'], ['Firma electrónica', '{P}']],
  typed: list('Fdo.: {P} | Fdo. {P} | /s/ {P}'),
  witness: list('Testigo | V.º B.º Secretaría | Visto bueno: asesoría jurídica'),
  issued: list('Emitido el {D} | Fecha de emisión: {D} | Versión de {D}'),
}
