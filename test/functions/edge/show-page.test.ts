import { expect, test } from 'vitest';
import { handler } from '../../../functions/edge/show-page.ts';

test.each([
  ['/', '/index.html'],
  ['/accept', '/index.html'],
  ['/organizations/org_1/users', '/index.html'],
  ['/problems/not-found/', '/index.html'],
  ['/release-1.2/notes', '/index.html'],
  ['/assets/index-Bx3.js', '/assets/index-Bx3.js'],
  ['/favicon.svg', '/favicon.svg'],
])('%s shows %s', (uri, shown) => {
  expect(handler({ request: { uri } })).toEqual({ uri: shown });
});
