import express from 'express';
import { refusalOf } from '../../../shared/client/guard.ts';
import type { Tenantry } from '../../../shared/client/tenantry.ts';

export const expressApp = (tenantry: Tenantry) =>
  express().get('/:org/contacts', async (request, response) => {
    const wanted = { organization: request.params.org, question: { permission: 'crm.contacts.read' } };
    const refusal = await refusalOf(tenantry, request.headers.authorization, wanted);
    if (refusal) response.status(refusal.status).json(refusal);
    else response.json(['Ada']);
  });
