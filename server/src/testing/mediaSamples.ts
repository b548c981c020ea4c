import sharp from 'sharp';

/** Bits of a page's checksum, as Ogg counts it: not reflected. */
function oggSum(page: Buffer): number {
  let sum = 0;
  for (const byte of page) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}

const SERIAL = 7;

function oggPage(kind: number, number: number, samples: number, packets: Buffer[]): Buffer {
  const head = Buffer.alloc(27);
  head.write('OggS', 0, 'latin1');
  head.writeUInt8(kind, 5);
  head.writeBigInt64LE(BigInt(samples), 6);
  head.writeUInt32LE(SERIAL, 14);
  head.writeUInt32LE(number, 18);
  head.writeUInt8(packets.length, 26);
  const page = Buffer.concat([head, Buffer.from(packets.map(({ length }) => length)), ...packets]);
  page.writeUInt32LE(oggSum(page), 22);
  return page;
}

/** A voice message as Telegram brings it: Opus in Ogg, silent. @param seconds 4 at the most */
export function makeVoice(seconds: number): Buffer {
  const about = Buffer.alloc(19);
  about.write('OpusHead', 0, 'latin1');
  about.writeUInt8(1, 8);
  about.writeUInt8(1, 9);
  about.writeUInt32LE(48_000, 12);
  const tags = Buffer.alloc(16);
  tags.write('OpusTags', 0, 'latin1');
  // Twenty milliseconds of silence.
  const packets = Array.from({ length: seconds * 50 }, () => Buffer.from([0xf8, 0xff, 0xfe]));
  return Buffer.concat([
    oggPage(2, 0, 0, [about]),
    oggPage(0, 1, 0, [tags]),
    oggPage(4, 2, seconds * 48_000, packets),
  ]);
}

/** A number with as many bytes as it needs. */
function whole(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; rest > 0 || bytes.length === 0; rest = Math.floor(rest / 256)) {
    bytes.unshift(rest % 256);
  }
  return Buffer.from(bytes);
}

function real(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

/** An element of a Matroska file: name, length, content. */
function element(name: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(0x10000000 + body.length);
  return Buffer.concat([whole(name), length, body]);
}

const text = (value: string): Buffer => Buffer.from(value, 'latin1');

/** Milliseconds of one picture. */
const FRAME = 100;

/** A film without sound, each picture of its own colour: VP8 in WebM. */
export async function makeFilm(seconds: number, width = 160, height = 120): Promise<Buffer> {
  const count = (seconds * 1_000) / FRAME;
  const pictures = await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const background = { r: Math.round((255 * at) / count), g: 96, b: 160 };
      const picture = await sharp({ create: { width, height, channels: 3, background } })
        .webp()
        .toBuffer();
      // A WebP is one picture of VP8 with a few words before it.
      const start = picture.indexOf('VP8 ') + 8;
      return picture.subarray(start, start + picture.readUInt32LE(start - 4));
    }),
  );
  const blocks = pictures.map((picture, at) => {
    const head = Buffer.from([0x81, 0, 0, 0x80]);
    head.writeInt16BE(at * FRAME, 1);
    return element(0xa3, head, picture);
  });
  const type = element(
    0x1a45dfa3,
    element(0x4286, whole(1)),
    element(0x42f7, whole(1)),
    element(0x42f2, whole(4)),
    element(0x42f3, whole(8)),
    element(0x4282, text('webm')),
    element(0x4287, whole(2)),
    element(0x4285, whole(2)),
  );
  const about = element(
    0x1549a966,
    element(0x2ad7b1, whole(1_000_000)),
    element(0x4489, real(seconds * 1_000)),
    element(0x4d80, text('TiketHet')),
    element(0x5741, text('TiketHet')),
  );
  const track = element(
    0xae,
    element(0xd7, whole(1)),
    element(0x73c5, whole(1)),
    element(0x83, whole(1)),
    element(0x86, text('V_VP8')),
    element(0xe0, element(0xb0, whole(width)), element(0xba, whole(height))),
  );
  const cluster = element(0x1f43b675, element(0xe7, whole(0)), ...blocks);
  return Buffer.concat([type, element(0x18538067, about, element(0x1654ae6b, track), cluster)]);
}
