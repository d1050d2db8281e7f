const DRAWING = 96;
const SAMPLES = 8;

/** Paints the layers over each other on nothing, each pixel from 8 by 8 samples. */
export function render(size, layers) {
  const rgba = Buffer.alloc(size * size * 4);
  const step = DRAWING / size;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (const { shape, fill } of layers) {
        const cover = coverage(shape, x, y, step);
        red = fill[0] * cover + red * (1 - cover);
        green = fill[1] * cover + green * (1 - cover);
        blue = fill[2] * cover + blue * (1 - cover);
        alpha = cover + alpha * (1 - cover);
      }

      // Colours are kept apart from alpha in a PNG.
      const scale = alpha === 0 ? 0 : 1 / alpha;
      rgba.set([red * scale, green * scale, blue * scale, alpha * 255].map(Math.round), (y * size + x) * 4);
    }
  }
  return rgba;
}

function coverage(shape, x, y, step) {
  // A distance never changes faster than one moves, so far from the edge the whole pixel is on one side.
  const distance = shape((x + 0.5) * step, (y + 0.5) * step);
  if (Math.abs(distance) > step) return distance < 0 ? 1 : 0;

  let inside = 0;
  for (let i = 0; i < SAMPLES; i++) {
    for (let j = 0; j < SAMPLES; j++) {
      if (shape((x + (i + 0.5) / SAMPLES) * step, (y + (j + 0.5) / SAMPLES) * step) <= 0) inside++;
    }
  }
  return inside / SAMPLES ** 2;
}
