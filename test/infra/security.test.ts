import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { appWith, asDelivered, inPassingFolder, withEverything } from './synthesised.ts';

test.each([
  ['as delivered', asDelivered],
  ['with everything chosen', withEverything],
])('AWS’s own rules for good solutions find nothing, %s', (_, settings) => {
  const { violations } = inPassingFolder(folder => {
    const app = appWith(settings, folder);
    return new AwsSolutionsChecks(app).validateScope(app);
  });
  const found = violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
  );
  expect(found).toEqual([]);
});
