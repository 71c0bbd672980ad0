import middy from '@middy/core';
import { requires } from '../../../shared/client/middy.ts';
import type { Tenantry } from '../../../shared/client/tenantry.ts';

export const exportContacts = (tenantry: Tenantry) =>
  middy()
    .use(
      requires(tenantry, event => ({
        organization: event.pathParameters?.org ?? '',
        question: { permission: 'crm.contacts.export' },
      })),
    )
    .handler(async () => ({ statusCode: 200, body: 'name,email' }));
