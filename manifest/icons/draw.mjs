// Draws color.png and outline.png. With --preview FILE also shows both on a light and a dark background, enlarged.
import { writeFileSync } from 'node:fs';
import { icons } from './artwork.mjs';
import { encode } from './png.mjs';
import { render } from './render.mjs';

const drawn = icons.map(icon => ({ ...icon, rgba: render(icon.size, icon.layers) }));
for (const { file, size, rgba } of drawn) {
  writeFileSync(new URL(`../${file}`, import.meta.url), encode(size, size, rgba));
}

const preview = process.argv.indexOf('--preview');
if (preview > 0) writeFileSync(process.argv[preview + 1], encode(800, 560, sheet()));

function sheet() {
  const page = Buffer.alloc(800 * 560 * 4, 255);
  for (const [index, background] of [[0, [0xff, 0xff, 0xff]], [1, [0x1f, 0x1f, 0x1f]], [2, [0x46, 0x4e, 0xb8]]]) {
    const top = index * 186;
    for (let y = top; y < top + 186; y++) for (let x = 0; x < 800; x++) page.set(background, (y * 800 + x) * 4);
    paste(page, drawn[0], 10, top - 3, 1);
    paste(page, drawn[0], 220, top + 60, 1 / 3);
    // Teams recolours the outline on light backgrounds; here it is shown dark there.
    paste(page, drawn[1], 320, top + 10, 5, index === 0 ? [0x42, 0x42, 0x42] : undefined);
    paste(page, drawn[1], 520, top + 70, 1, index === 0 ? [0x42, 0x42, 0x42] : undefined);
  }
  return page;
}

function paste(page, { size, rgba }, left, top, scale, tint) {
  for (let y = 0; y < Math.floor(size * scale); y++) {
    for (let x = 0; x < Math.floor(size * scale); x++) {
      const from = (Math.floor(y / scale) * size + Math.floor(x / scale)) * 4;
      const to = ((top + y) * 800 + left + x) * 4;
      if (top + y < 0 || top + y >= 560) continue;
      const alpha = rgba[from + 3] / 255;
      for (let c = 0; c < 3; c++) page[to + c] = Math.round((tint?.[c] ?? rgba[from + c]) * alpha + page[to + c] * (1 - alpha));
    }
  }
}
