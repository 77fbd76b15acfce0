/** Small words that belong to the last name behind them, as in "von der Leyen" or "de la Cruz". */
export const NAME_PARTICLES: readonly string[] = [
  'von',
  'van',
  'vom',
  'zu',
  'zum',
  'zur',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'la',
  'le',
];
