import { crc32, deflateSync } from 'node:zlib';

/** A point in pixels from the top left. */
export type Point = readonly [x: number, y: number];

/** A stroke: a line through points with a width that may differ at each of them. */
export type Stroke = readonly { readonly at: Point; readonly width: number }[];

/** Colour as red, green, blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** A small picture with a transparent ground, drawn by coverage so that edges are smooth at print size. */
export class Picture {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Buffer;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#pixels = Buffer.alloc(width * height * 4);
  }

  /** Fills whatever `distance` says is inside: negative within the shape, in pixels from its edge outside. */
  fill(colour: Colour, distance: (x: number, y: number) => number): void {
    for (let y = 0; y < this.height; y += 1) {
      for (let x = 0; x < this.width; x += 1) {
        const coverage = Math.min(1, Math.max(0, 0.5 - distance(x + 0.5, y + 0.5)));
        if (coverage > 0) this.#blend(x, y, colour, coverage);
      }
    }
  }

  /** Draws a line with round ends along a stroke. */
  stroke(colour: Colour, points: Stroke): void {
    const covered = new Float32Array(this.width * this.height);
    for (const [index, to] of points.entries()) {
      const from = points[index - 1];
      if (from) this.#cover(covered, from, to);
    }
    for (const [index, coverage] of covered.entries())
      if (coverage > 0) this.#blend(index % this.width, Math.floor(index / this.width), colour, coverage);
  }

  /** The picture as a PNG file, eight bits a channel with transparency. */
  toPng(): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.set([8, 6, 0, 0, 0], 8);
    const rowBytes = this.width * 4;
    const lines = Buffer.alloc((rowBytes + 1) * this.height);
    for (let y = 0; y < this.height; y += 1)
      this.#pixels.copy(lines, y * (rowBytes + 1) + 1, y * rowBytes, (y + 1) * rowBytes);
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(lines, { level: 9 })),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }

  /** Notes how much of each pixel one piece of a stroke covers; pieces that overlap do not add up. */
  #cover(covered: Float32Array, from: Stroke[number], to: Stroke[number]): void {
    const reach = Math.max(from.width, to.width) / 2 + 1;
    const dx = to.at[0] - from.at[0];
    const dy = to.at[1] - from.at[1];
    const length = dx * dx + dy * dy;
    const left = Math.max(0, Math.floor(Math.min(from.at[0], to.at[0]) - reach));
    const right = Math.min(this.width - 1, Math.ceil(Math.max(from.at[0], to.at[0]) + reach));
    const top = Math.max(0, Math.floor(Math.min(from.at[1], to.at[1]) - reach));
    const bottom = Math.min(this.height - 1, Math.ceil(Math.max(from.at[1], to.at[1]) + reach));
    for (let y = top; y <= bottom; y += 1) {
      for (let x = left; x <= right; x += 1) {
        const px = x + 0.5 - from.at[0];
        const py = y + 0.5 - from.at[1];
        const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
        const away = Math.hypot(px - along * dx, py - along * dy);
        const width = from.width + along * (to.width - from.width);
        const coverage = Math.min(1, Math.max(0, 0.5 + width / 2 - away));
        const at = y * this.width + x;
        if (coverage > (covered[at] ?? 0)) covered[at] = coverage;
      }
    }
  }

  #blend(x: number, y: number, colour: Colour, coverage: number): void {
    const at = (y * this.width + x) * 4;
    const under = (this.#pixels[at + 3] ?? 0) / 255;
    const alpha = coverage + under * (1 - coverage);
    for (const [channel, value] of colour.entries()) {
      const below = this.#pixels[at + channel] ?? 0;
      this.#pixels[at + channel] = Math.round((value * coverage + below * under * (1 - coverage)) / alpha);
    }
    this.#pixels[at + 3] = Math.round(alpha * 255);
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
