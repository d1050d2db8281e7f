import { below, both, circle, either, rightOf, ring, roundedBox, stroke, without } from './shapes.mjs';

// A cup with two wisps of steam that lean towards each other. The drawing is 96 by 96.
const PETROL = [0x1f, 0x5c, 0x66];
const CREAM = [0xff, 0xf6, 0xe6];
const AMBER = [0xf4, 0xb0, 0x5c];
const WHITE = [0xff, 0xff, 0xff];

/** From the rim upwards, leaning to one side at its top: -1 left, 1 right. */
const wisp = (x, bottom, top, lean) => Array.from({ length: 33 }, (_, i) => {
  const part = i / 32;
  return [x + lean * (2.6 * Math.sin(part * 2 * Math.PI) + 5 * part * part), bottom + (top - bottom) * part];
});

const cup = (left, top, right, bottom) => both(roundedBox(left, top - 20, right, bottom, 15), below(top));

const color = [
  { shape: () => -1, fill: PETROL },
  { shape: both(ring(circle(63, 55.5, 8.5), 5), rightOf(60)), fill: CREAM },
  { shape: cup(26, 44, 62, 73), fill: CREAM },
  { shape: stroke(wisp(37.5, 37, 20, 1), 4.6), fill: AMBER },
  { shape: stroke(wisp(50.5, 37, 20, -1), 4.6), fill: CREAM },
];

const outline = [
  {
    shape: either(
      without(both(ring(circle(66, 57, 12), 6.5), rightOf(62)), cup(14, 41, 66, 85)),
      ring(cup(14, 41, 66, 85), 6.5),
      stroke(wisp(29, 29, 8, 1.3), 6.5),
      stroke(wisp(51, 29, 8, -1.3), 6.5)),
    fill: WHITE,
  },
];

export const icons = [
  { file: 'color.png', size: 192, layers: color },
  { file: 'outline.png', size: 32, layers: outline },
];
