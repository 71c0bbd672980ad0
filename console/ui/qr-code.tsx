/** A QR code. Black on white whatever the page looks like: not every reader knows the other way round. */
import encodeQR from 'qr';
import classes from './qr-code.module.css';

/** Around the code, in its own squares: less than four, and some readers do not find it. */
const border = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const squares = encodeQR(text, 'raw', { ecc: 'medium', border });
  const size = squares.length;
  return (
    <svg
      className={classes.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={pathOf(squares)} />
    </svg>
  );
}

/** One stroke for each run of dark squares in a row. */
function pathOf(squares: readonly (readonly boolean[])[]): string {
  return squares
    .map((row, y) =>
      runsOf(row)
        .map(({ x, width }) => `M${x} ${y}h${width}v1h-${width}z`)
        .join(''),
    )
    .join('');
}

function runsOf(row: readonly boolean[]): { x: number; width: number }[] {
  const runs: { x: number; width: number }[] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last.x + last.width === x) last.width++;
    else runs.push({ x, width: 1 });
  });
  return runs;
}
