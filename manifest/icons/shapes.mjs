// Shapes as signed distances: negative inside, in the same units as the drawing (a square of 96 by 96).

export const circle = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r;

export const roundedBox = (left, top, right, bottom, r) => (x, y) => {
  const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + r;
  const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + r;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
};

/** A line through points, with round ends. */
export const stroke = (points, width) => (x, y) => {
  let nearest = Infinity;
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1];
    const [bx, by] = points[i];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    nearest = Math.min(nearest, Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)));
  }
  return nearest - width / 2;
};

export const ring = (shape, width) => (x, y) => Math.abs(shape(x, y)) - width / 2;
export const both = (a, b) => (x, y) => Math.max(a(x, y), b(x, y));
export const either = (...shapes) => (x, y) => Math.min(...shapes.map(shape => shape(x, y)));
export const below = top => (x, y) => top - y;
export const rightOf = left => x => left - x;
export const without = (a, b) => (x, y) => Math.max(a(x, y), -b(x, y));
