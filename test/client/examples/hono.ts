import { Hono } from 'hono';
import { refusalOf } from '../../../shared/client/guard.ts';
import type { Tenantry } from '../../../shared/client/tenantry.ts';

export const honoApp = (tenantry: Tenantry) =>
  new Hono()
    .use('/:org/*', async (c, next) => {
      const wanted = { organization: c.req.param('org'), question: { permission: 'crm.contacts.read' } };
      const refusal = await refusalOf(tenantry, c.req.header('authorization'), wanted);
      return refusal ? c.json(refusal, refusal.status) : next();
    })
    .get('/:org/contacts', c => c.json(['Ada']));
