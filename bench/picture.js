import { BASELINE, CONTENDERS, OURS } from './contenders.js';
import { ratioOf } from './result-table.js';

/** @import { Result, Rounds } from './types.js' */

const SHOWN = CONTENDERS.filter((name) => name !== BASELINE);
const COLORS = ['#8c959f', '#bf8700', '#2da44e', '#54aeff'];
/** A grey that is read on white as well as on GitHub's dark. */
const INK = '#768390';

const LABELS = 170;
const PANEL = 300;
const GAP = 30;
const BAR = 9;
const ROW = SHOWN.length * (BAR + 2) + 16;
const TOP = 62;
const WIDTH = LABELS + 2 * PANEL + GAP + 10;

/**
 * The ratios as bars: a group per route, a panel per platform, a line where Nest's built-in filter is.
 *
 * @param {readonly Result[]} results
 */
export function picture(results) {
  const routes = results
    .slice(0, 1)
    .flatMap(({ measured }) => measured)
    .map(({ route }) => route);
  const height = TOP + routes.length * ROW + 34;
  const all = results.flatMap(({ measured }) =>
    measured.flatMap(({ rounds }) => SHOWN.map((name) => ratioOf(rounds, name).high)),
  );
  const scale = PANEL / (Math.ceil(Math.max(...all, 1.5) * 4) / 4);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="${INK}" role="img">
<title>CPU time per answer: Nest's built-in filter = 1, more is better</title>
${SHOWN.map(legend).join('\n')}
${routes.map((route, index) => text(LABELS - 12, middleOf(index), route, 'end')).join('\n')}
${results.map((result, index) => panel(result, LABELS + index * (PANEL + GAP), scale, height)).join('\n')}
</svg>
`;
}

/**
 * @param {string} name
 * @param {number} index
 */
function legend(name, index) {
  const x = 10 + index * 200;
  const weight = name === OURS ? ' font-weight="600"' : '';
  return `<rect x="${x}" y="8" width="12" height="12" rx="2" fill="${COLORS[index]}"/>
<text x="${x + 18}" y="18"${weight}>${name}</text>`;
}

/**
 * @param {Result} result
 * @param {number} left
 * @param {number} scale
 * @param {number} height
 */
function panel({ title, measured }, left, scale, height) {
  const bottom = height - 30;
  const one = (left + scale).toFixed(1);
  return `${text(left, TOP - 16, title, 'start', ' font-weight="600"')}
${measured.map(({ rounds }, index) => group(rounds, left, TOP + index * ROW, scale)).join('\n')}
<line x1="${one}" x2="${one}" y1="${TOP - 6}" y2="${bottom}" stroke="${INK}" stroke-dasharray="4 3"/>
${text(one, bottom + 18, "Nest's built-in filter = 1", 'middle')}`;
}

/**
 * @param {Rounds} rounds
 * @param {number} left
 * @param {number} top
 * @param {number} scale
 */
function group(rounds, left, top, scale) {
  return SHOWN.map((name, index) => {
    const { median, low, high } = ratioOf(rounds, name);
    const y = top + index * (BAR + 2);
    const [width, from, to] = [median, low, high].map((ratio) => (ratio * scale).toFixed(1));
    return `<rect x="${left}" y="${y}" width="${width}" height="${BAR}" rx="1" fill="${COLORS[index]}"><title>${name}: ${median.toFixed(2)}</title></rect>
<line x1="${left + Number(from)}" x2="${left + Number(to)}" y1="${y + BAR / 2}" y2="${y + BAR / 2}" stroke="${INK}"/>`;
  }).join('\n');
}

/** @param {number} index */
function middleOf(index) {
  return TOP + index * ROW + (SHOWN.length * (BAR + 2)) / 2 + 3;
}

/**
 * @param {number | string} x
 * @param {number} y
 * @param {string} content
 * @param {'start' | 'middle' | 'end'} anchor
 */
function text(x, y, content, anchor, more = '') {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}"${more}>${content}</text>`;
}
