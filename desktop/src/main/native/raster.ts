/** A colour, each part 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Signed distance of a point from a shape's edge, in pixels; below 0 is inside. */
export type Shape = (x: number, y: number) => number;

export interface Layer {
  shape: Shape;
  colour: Colour;
}

export function circle(cx: number, cy: number, radius: number): Shape {
  return (x, y) => Math.hypot(x - cx, y - cy) - radius;
}

export function box(left: number, top: number, right: number, bottom: number, corner = 0): Shape {
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  const [halfWidth, halfHeight] = [(right - left) / 2 - corner, (bottom - top) / 2 - corner];
  return (x, y) => {
    const dx = Math.abs(x - cx) - halfWidth;
    const dy = Math.abs(y - cy) - halfHeight;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
  };
}

export function without(shape: Shape, ...holes: readonly Shape[]): Shape {
  return (x, y) => Math.max(shape(x, y), ...holes.map((hole) => -hole(x, y)));
}

export function outline(shape: Shape, width: number): Shape {
  return (x, y) => Math.abs(shape(x, y)) - width / 2;
}

export function together(...shapes: readonly Shape[]): Shape {
  return (x, y) => Math.min(...shapes.map((shape) => shape(x, y)));
}

/**
 * Draws layers, the first one undermost, as the raw pixels that `nativeImage.createFromBitmap`
 * takes: blue, green, red, alpha, the colours multiplied by alpha. Edges are smooth.
 * @param size pixels of each side
 */
export function draw(size: number, layers: readonly Layer[]): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (const { shape, colour } of layers) {
        const cover = Math.min(Math.max(0.5 - shape(x + 0.5, y + 0.5), 0), 1);
        red = colour[0] * cover + red * (1 - cover);
        green = colour[1] * cover + green * (1 - cover);
        blue = colour[2] * cover + blue * (1 - cover);
        alpha = cover + alpha * (1 - cover);
      }
      const bytes = [blue, green, red, alpha].map((part) => Math.round(part * 255));
      pixels.set(bytes, (y * size + x) * 4);
    }
  }
  return pixels;
}
