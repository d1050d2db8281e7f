import { icons } from '../icons/artwork.mjs';
import { decode } from '../icons/png.mjs';
import { render } from '../icons/render.mjs';
import { read } from '../fill.mjs';

/** What Teams asks of the icons, and that they are what the artwork draws. */
export function check() {
  return icons.flatMap(({ file, size, layers }) => {
    const { width, height, rgba } = decode(read(file));
    const problems = [];
    if (width !== size || height !== size) return [`${file} is ${width} by ${height}; Teams wants ${size} by ${size}`];
    if (!rgba.equals(render(size, layers))) problems.push(`${file} is not what icons/artwork.mjs draws; run npm run icons`);
    return [...problems, ...(file === 'outline.png' ? outline(rgba) : full(file, rgba))];
  });
}

function* pixels(rgba) {
  for (let at = 0; at < rgba.length; at += 4) yield [rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3]];
}

function outline(rgba) {
  const seen = [...pixels(rgba)].filter(pixel => pixel[3] > 0);
  const problems = [];
  if (seen.some(([red, green, blue]) => red + green + blue !== 3 * 255)) problems.push('outline.png has a colour other than white');
  if (seen.length === 0 || seen.length > rgba.length / 4 / 2) problems.push('outline.png is not a white figure on nothing');
  return problems;
}

const full = (file, rgba) => [...pixels(rgba)].every(pixel => pixel[3] === 255) ? [] : [`${file} has transparent pixels; Teams wants a full square`];
