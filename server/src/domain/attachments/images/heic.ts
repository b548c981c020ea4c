import { boxesIn, Cursor, type Box } from './heifBoxes';

/** Items that are metadata: Exif, and XMP (the only kind of `mime` item in photos). */
const METADATA = new Set(['Exif', 'mime']);
/** No offset to the TIFF header, then a TIFF whose only directory is empty: an Exif of nothing. */
const EMPTY_EXIF = Buffer.from('000000004d4d002a00000008000000000000', 'hex');
const MOST_ITEMS = 10_000;

/**
 * Empties the metadata of a HEIC photo in place. Its codec may not be shipped, so it cannot be
 * encoded anew; but ISO/IEC 23008-12 keeps metadata in items of their own, which can be overwritten
 * without moving a byte of the picture. How the picture is turned is a property, not metadata.
 * @throws RangeError when it is damaged or built in a way we do not know
 */
export function scrubHeic(bytes: Buffer): { width: number | null; height: number | null } {
  const top = boxesIn(bytes, 0, bytes.length);
  for (const box of top) if (box.type === 'uuid') bytes.fill(0, box.start + 16, box.end);
  const meta = top.find((box) => box.type === 'meta');
  if (meta === undefined) throw new RangeError('no picture in it');
  const boxes = boxesIn(bytes, meta.start + 4, meta.end);
  const one = (type: string): Box => {
    const found = boxes.find((box) => box.type === type);
    if (found === undefined) throw new RangeError(`no ${type} box`);
    return found;
  };
  const unwanted = itemsOf(bytes, one('iinf'));
  const idat = boxes.find((box) => box.type === 'idat');
  for (const { id, start, end } of extentsOf(bytes, one('iloc'), idat)) {
    if (!unwanted.has(id)) continue;
    if (start < 0 || end > bytes.length) throw new RangeError('metadata beyond the end');
    bytes.fill(0, start, end);
    if (end - start >= EMPTY_EXIF.length) EMPTY_EXIF.copy(bytes, start);
  }
  return sizeOf(bytes, one('iprp'));
}

/** Ids of the metadata items. */
function itemsOf(bytes: Buffer, iinf: Box): Set<number> {
  const version = bytes.readUInt8(iinf.start);
  const ids = new Set<number>();
  for (const box of boxesIn(bytes, iinf.start + (version === 0 ? 6 : 8), iinf.end)) {
    const cursor = new Cursor(bytes, box.start);
    const itemVersion = cursor.uint(1);
    cursor.uint(3);
    if (box.type !== 'infe' || itemVersion < 2) continue;
    const id = cursor.uint(itemVersion === 2 ? 2 : 4);
    cursor.uint(2);
    const { position } = cursor;
    if (METADATA.has(bytes.toString('latin1', position, position + 4))) ids.add(id);
  }
  return ids;
}

/** Where items lie in the file. */
function extentsOf(
  bytes: Buffer,
  iloc: Box,
  idat: Box | undefined,
): { id: number; start: number; end: number }[] {
  const cursor = new Cursor(bytes, iloc.start);
  const version = cursor.uint(1);
  cursor.uint(3);
  const sizes = cursor.uint(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const count = cursor.uint(version < 2 ? 2 : 4);
  const extents: { id: number; start: number; end: number }[] = [];
  for (let item = 0; item < count && extents.length < MOST_ITEMS; item += 1) {
    const id = cursor.uint(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : cursor.uint(2) & 15;
    cursor.uint(2);
    const origin = method === 0 ? 0 : method === 1 && idat ? idat.start : Number.NaN;
    const base = origin + cursor.uint(baseSize);
    const parts = cursor.uint(2);
    for (let part = 0; part < parts && extents.length < MOST_ITEMS; part += 1) {
      cursor.uint(indexSize);
      const start = base + cursor.uint(offsetSize);
      extents.push({ id, start, end: start + cursor.uint(lengthSize) });
    }
  }
  return extents;
}

/** The largest picture in it is the photo; the others are its tiles and thumbnails. */
function sizeOf(bytes: Buffer, iprp: Box): { width: number | null; height: number | null } {
  const ipco = boxesIn(bytes, iprp.start, iprp.end).find((box) => box.type === 'ipco');
  const properties = ipco === undefined ? [] : boxesIn(bytes, ipco.start, ipco.end);
  const [largest] = properties
    .filter((box) => box.type === 'ispe')
    .map((box) => ({
      width: bytes.readUInt32BE(box.start + 4),
      height: bytes.readUInt32BE(box.start + 8),
    }))
    .sort((a, b) => b.width * b.height - a.width * a.height);
  if (largest === undefined) return { width: null, height: null };
  const turned = properties.some(
    (box) => box.type === 'irot' && (bytes.readUInt8(box.start) & 1) === 1,
  );
  return turned ? { width: largest.height, height: largest.width } : largest;
}
