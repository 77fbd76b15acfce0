/** Legal forms of bodies that are no human being; a sole trader's (e. K.) is none of them. */
const LEGAL_FORMS = [
  ...['GmbH', 'mbH', 'gGmbH', 'AG', 'KGaA', 'KG', 'OHG', 'UG', 'SE', 'eG', 'e\\.\\s?V\\.', 'PartG(?:\\s?mbB)?'],
  ...['Ltd\\.?', 'Limited', 'LLC', 'L\\.L\\.C\\.', 'LLP', 'Inc\\.?', 'Corp\\.?', 'Corporation', 'PLC', 'plc'],
  ...['S\\.A\\.', 'SAS', 'SARL', 'S\\.r\\.l\\.', 'S\\.p\\.A\\.', 'B\\.V\\.', 'N\\.V\\.', 'Pty', 'ApS', 'A/S', 'Oy'],
];
const BODY = new RegExp(`(?:^|\\s)(?:${LEGAL_FORMS.join('|')})(?=$|[\\s,.)])`, 'u');

/** Tells whether a name says itself that it is a body's and no human being's; in doubt it is somebody's. */
export function isOrganisation(name: string): boolean {
  return BODY.test(name.trim());
}
