/** Letters of 3×5 pixels, rows from the top, three bits each. */
const LETTERS: Readonly<Record<string, string>> = {
  A: '25755',
  B: '65656',
  C: '34443',
  D: '65556',
  E: '74647',
  F: '74644',
  G: '34553',
  H: '55755',
  I: '72227',
  J: '11152',
  K: '55655',
  L: '44447',
  M: '57755',
  N: '65555',
  O: '25552',
  P: '65644',
  Q: '25563',
  R: '65655',
  S: '34216',
  T: '72222',
  U: '55557',
  V: '55552',
  W: '55775',
  X: '55255',
  Y: '55222',
  Z: '71247',
  '0': '75557',
  '1': '26227',
  '2': '61247',
  '3': '61216',
  '4': '55711',
  '5': '74616',
  '6': '34757',
  '7': '71122',
  '8': '75757',
  '9': '75716',
  '.': '00002',
  ':': '02020',
  '-': '00700',
  '/': '11244',
  '!': '22202',
};

/**
 * Text as SVG rectangles: the machine that makes the demo's pictures may have no fonts.
 * @param size pixels of one dot; a letter is 3 by 5 dots
 */
export function pixelText(
  text: string,
  at: { x: number; y: number; size: number; fill: string },
): string {
  const dots: string[] = [];
  [...text.toUpperCase()].forEach((letter, index) => {
    [...(LETTERS[letter] ?? '00000')].forEach((row, y) => {
      for (let x = 0; x < 3; x += 1) {
        if ((Number(row) & (4 >> x)) === 0) continue;
        const left = at.x + (index * 4 + x) * at.size;
        dots.push(`M${left} ${at.y + y * at.size}h${at.size}v${at.size}h-${at.size}z`);
      }
    });
  });
  return `<path fill="${at.fill}" d="${dots.join('')}"/>`;
}
