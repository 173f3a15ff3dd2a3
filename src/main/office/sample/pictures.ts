import { type Colour, Picture, type Point, type Stroke } from './png.ts';

const INK: Colour = [31, 41, 71];
const ACCENT: Colour = [28, 95, 99];
const PAPER: Colour = [255, 255, 255];

/** The mark of the sample office: a ring round a rising line, the rounds and what is learnt on them. */
export function sampleLogo(): Buffer {
  const size = 480;
  const middle = size / 2;
  const picture = new Picture(size, size);
  const fromMiddle = (x: number, y: number): number => Math.hypot(x - middle, y - middle);
  picture.fill(ACCENT, (x, y) => fromMiddle(x, y) - 220);
  picture.fill(PAPER, (x, y) => Math.abs(fromMiddle(x, y) - 192) - 4);
  picture.stroke(
    PAPER,
    line(
      [
        [96, 262],
        [168, 262],
        [200, 196],
        [242, 330],
        [284, 152],
        [316, 262],
        [384, 262],
      ],
      20,
    ),
  );
  return picture.toPng();
}

/** A signature in one flowing line; each `seed` has a hand of its own. */
export function sampleSignature(seed: number): Buffer {
  const picture = new Picture(720, 220);
  const hand = pseudoRandom(seed);
  const letters = 5 + Math.floor(hand() * 4);
  const second = 2 + Math.floor(hand() * (letters - 3));
  const slant = 0.1 + hand() * 0.35;
  const knots: Point[] = [[30 + hand() * 30, 140 + hand() * 20]];
  const step = 560 / letters;
  for (let letter = 0; letter < letters; letter += 1) {
    const x = 60 + letter * step + (hand() - 0.5) * step * 0.3;
    // A capital at the start of each of the two names, low letters between, one of them with a loop below the line.
    const tall = letter === 0 || letter === second;
    const top = tall ? 24 + hand() * 30 : 92 + hand() * 34;
    const foot = letter === second + 1 ? 186 : 138 + hand() * 26;
    knots.push([x + step * slant, top], [x + step * (0.35 + hand() * 0.2), foot]);
    if (hand() < 0.6) knots.push([x + step * (0.15 + hand() * 0.15), foot - 14]);
    knots.push([x + step * (0.65 + hand() * 0.15), 112 + hand() * 34]);
  }
  knots.push([640 + hand() * 20, 130 + hand() * 30], [690, 104 + hand() * 40]);
  picture.stroke(INK, inked(smooth(knots), hand));
  if (hand() < 0.5) return picture.toPng();
  picture.stroke(
    INK,
    inked(
      smooth([
        [90, 190 + hand() * 8],
        [330, 178],
        [560, 184 + hand() * 10],
        [640, 176],
      ]),
      hand,
    ),
  );
  return picture.toPng();
}

function line(points: readonly Point[], width: number): Stroke {
  return points.map((at) => ({ at, width }));
}

/** A pen is thinner where it moves fast; the width wanders a little either way. */
function inked(points: readonly Point[], hand: () => number): Stroke {
  return points.map((at, index) => ({ at, width: 3.4 + 1.3 * Math.sin(index / 5) + hand() * 0.5 }));
}

/** A curve through the knots (Catmull-Rom), a point every eighth of the way. */
function smooth(knots: readonly Point[]): readonly Point[] {
  const at = (index: number): Point => knots[Math.min(knots.length - 1, Math.max(0, index))] ?? [0, 0];
  const through = (a: number, b: number, c: number, d: number, t: number): number =>
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3);
  return knots.slice(1).flatMap((_, index) =>
    Array.from({ length: 8 }, (_unused, part): Point => {
      const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
      const t = part / 8;
      return [through(a[0], b[0], c[0], d[0], t), through(a[1], b[1], c[1], d[1], t)];
    }),
  );
}

/** The same numbers for the same seed, 0 to 1 (mulberry32), so that the sample looks alike everywhere. */
export function pseudoRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
