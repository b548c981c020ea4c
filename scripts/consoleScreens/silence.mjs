/** Bytes of a packet of Opus: 20 ms of silence. */
const SILENCE = [0xf8, 0xff, 0xfe];
/** Samples of a packet; Opus counts 48,000 a second. */
const SAMPLES = 960;
const PACKETS_A_SECOND = 50;

/** A voice message of so many seconds, as Telegram sends them, in which nobody speaks. */
export function silence(seconds) {
  const head = Buffer.alloc(19);
  head.write('OpusHead');
  head.set([1, 1], 8);
  head.writeUInt32LE(48_000, 12);
  const tags = Buffer.alloc(16);
  tags.write('OpusTags');
  const second = Array.from({ length: PACKETS_A_SECOND }, () => Buffer.from(SILENCE));
  const sound = Array.from({ length: seconds }, (_, at) =>
    page(second, {
      number: at + 2,
      samples: (at + 1) * PACKETS_A_SECOND * SAMPLES,
      flags: at + 1 === seconds ? 4 : 0,
    }),
  );
  return Buffer.concat([
    page([head], { number: 0, flags: 2 }),
    page([tags], { number: 1 }),
    ...sound,
  ]);
}

/** A page of Ogg: packets shorter than 255 bytes, with a checksum. */
function page(packets, { number, samples = 0, flags = 0 }) {
  const head = Buffer.alloc(27);
  head.write('OggS');
  head[5] = flags;
  head.writeBigUInt64LE(BigInt(samples), 6);
  head.writeUInt32LE(1, 14);
  head.writeUInt32LE(number, 18);
  head[26] = packets.length;
  const whole = Buffer.concat([head, Buffer.from(packets.map(({ length }) => length)), ...packets]);
  whole.writeUInt32LE(checksum(whole), 22);
  return whole;
}

function checksum(bytes) {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0);
  }
  return sum >>> 0;
}
