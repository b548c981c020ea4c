import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A ZIP archive with uncompressed entries. */
export function zip(entries: Record<string, string>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const [nameBytes, body] = [Buffer.from(name), Buffer.from(content)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, body);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, nameBytes);
    offset += 30 + nameBytes.length + body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length / 4, 8);
  end.writeUInt16LE(files.length / 4, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

function office(contentType: string, part: string): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${contentType}.main+xml"/></Types>`;
  return zip({ '[Content_Types].xml': types, [part]: '<x/>' });
}

/** A compound file whose directory has one stream of this name. */
export function compoundFile(stream: string): Buffer {
  const file = Buffer.alloc(512 * 3);
  file.write('d0cf11e0a1b11ae1', 'hex');
  file.writeUInt16LE(0x3e, 24);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt16LE(6, 32);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  // Sector 0: the allocation table. Sector 1: the directory.
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  for (const [index, name] of ['Root Entry', stream].entries()) {
    const at = 1024 + index * 128;
    const written = file.write(name, at, 'utf16le');
    file.writeUInt16LE(written + 2, at + 64);
    file.writeUInt8(index === 0 ? 5 : 2, at + 66);
  }
  return file;
}

function box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** A HEIC file of one picture (its bytes say `PIXELS`) turned by 90°, with Exif and XMP. */
export function heic(exif: string, xmp: string): Buffer {
  const hex = (text: string) => Buffer.from(text.replace(/ /g, ''), 'hex');
  const item = (id: number, type: string, rest = '\0') =>
    box('infe', hex(`02000000 000${id} 0000`), Buffer.from(`${type}${rest}`, 'latin1'));
  const parts = [Buffer.from('PIXELS'), Buffer.from(exif), Buffer.from(xmp)];
  const ftyp = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));
  const build = (mdatStart: number): Buffer => {
    let at = mdatStart;
    const places = parts.map((part, index) => {
      const entry = Buffer.alloc(14);
      entry.writeUInt16BE(index + 1, 0);
      entry.writeUInt16BE(1, 4);
      entry.writeUInt32BE(at, 6);
      entry.writeUInt32BE(part.length, 10);
      at += part.length;
      return entry;
    });
    return box(
      'meta',
      hex('00000000'),
      box(
        'hdlr',
        hex('00000000 00000000'),
        Buffer.from('pict'),
        hex('000000000000000000000000 00'),
      ),
      box(
        'iinf',
        hex('00000000 0003'),
        item(1, 'hvc1'),
        item(2, 'Exif'),
        item(3, 'mime', '\0application/rdf+xml\0'),
      ),
      box('iloc', hex('00000000 4400 0003'), ...places),
      box(
        'iprp',
        box('ipco', box('ispe', hex('00000000 00000280 000001e0')), box('irot', hex('01'))),
      ),
    );
  };
  const meta = build(ftyp.length + build(0).length + 8);
  return Buffer.concat([ftyp, meta, box('mdat', ...parts)]);
}

/** A PNG that announces a huge picture and contains next to nothing. */
export function pngBomb(side: number): Buffer {
  const chunk = (type: string, body: Buffer): Buffer => {
    const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(body.length);
    frame.writeUInt32BE(crc32(typed), 4);
    return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A photo 60×40, its left third red, the rest blue, as a camera held upright would store it. */
export function photo(): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#0000ff' } })
    .composite([
      {
        input: { create: { width: 20, height: 40, channels: 3, background: '#ff0000' } },
        left: 0,
        top: 0,
      },
    ])
    .jpeg({ quality: 95 })
    .withExif({
      IFD0: { Make: 'SecretCamera', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 56/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

const picture = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#336699' } });

/** Two frames, a comment, a loop, and something after the end. */
export async function animatedGif(): Promise<Buffer> {
  const frames = await Promise.all(
    ['#ff0000', '#00ff00'].map((background) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const plain = await sharp(frames, { join: { animated: true } })
    .gif({ loop: 0 })
    .toBuffer();
  const comment = Buffer.from('\x21\xfe\x0esecret comment\0', 'latin1');
  const palette = plain.readUInt8(10);
  const start = 13 + ((palette & 0x80) === 0 ? 0 : 3 << ((palette & 7) + 1));
  return Buffer.concat([
    plain.subarray(0, start),
    comment,
    plain.subarray(start),
    Buffer.from('<script>alert(1)</script>'),
  ]);
}

const bytes = (hex: string, fill = 64) =>
  Buffer.concat([Buffer.from(hex.replace(/ /g, ''), 'hex'), Buffer.alloc(fill)]);

/** One file of every type that may be uploaded, by name. */
export async function allowedFiles(): Promise<Record<string, { type: string; body: Buffer }>> {
  const mp4 = box('ftyp', Buffer.from('isom\0\0\0\0isom', 'latin1'));
  const oggHead = bytes('4f676753 00 02 0000000000000000 01000000 00000000 00000000 01 13', 0);
  return {
    'a.jpg': { type: 'image/jpeg', body: await picture().jpeg().toBuffer() },
    'a.jpeg': { type: 'image/jpeg', body: await picture().jpeg().toBuffer() },
    'a.png': { type: 'image/png', body: await picture().png().toBuffer() },
    'a.gif': { type: 'image/gif', body: await animatedGif() },
    'a.webp': { type: 'image/webp', body: await picture().webp().toBuffer() },
    'a.heic': { type: 'image/heic', body: heic('E'.repeat(40), 'X'.repeat(40)) },
    'a.pdf': { type: 'application/pdf', body: Buffer.from('%PDF-1.7\n%%EOF') },
    'a.txt': { type: 'text/plain; charset=utf-8', body: Buffer.from('Привет, <b>мир</b>\n') },
    'a.csv': { type: 'text/csv; charset=utf-8', body: Buffer.from('имя;число\nа;1\n') },
    'a.doc': { type: 'application/msword', body: compoundFile('WordDocument') },
    'a.docx': {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      body: office('wordprocessingml.document', 'word/document.xml'),
    },
    'a.xls': { type: 'application/vnd.ms-excel', body: compoundFile('Workbook') },
    'a.xlsx': {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: office('spreadsheetml.sheet', 'xl/workbook.xml'),
    },
    'a.zip': { type: 'application/zip', body: zip({ 'x.bin': 'x' }) },
    'a.rar': { type: 'application/x-rar-compressed', body: bytes('526172211a0700') },
    'a.ogg': {
      type: 'audio/ogg',
      body: Buffer.concat([oggHead, Buffer.from('OpusHead'), Buffer.alloc(64)]),
    },
    'a.mp3': { type: 'audio/mpeg', body: bytes('49443303000000000000 fffb9064') },
    'a.mp4': { type: 'video/mp4', body: Buffer.concat([mp4, box('mdat', Buffer.alloc(64))]) },
    'a.webm': {
      type: 'video/webm',
      body: bytes('1a45dfa3 9f 4286810142f7810142f2810442f381084282847765626d 42878104 42858102'),
    },
  };
}
