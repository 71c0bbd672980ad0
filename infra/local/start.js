/** The first step of `npm start`, in plain JavaScript: an older Node could not even read the others to say so. */
const needed = 24;
const version = Number(process.versions.node.split('.')[0]);

if (version >= needed) {
  await import('./start.ts');
} else {
  console.error(
    [
      `Tenantry runs on Node ${needed}, and this is Node ${process.versions.node}.`,
      'Node 24 comes with `npm ci`, as the package `node`, and is found first by every npm script.',
      'It is missing when its install script was not allowed to run. Try: npm rebuild node',
    ].join('\n'),
  );
  process.exitCode = 1;
}
