/** What the service says of itself. */
import * as z from 'zod/mini';

export const Health = z.object({ status: z.literal('ok') });

/** OpenAPI 3.1, whose own schema is not ours to repeat. */
export const OpenapiDocument = z.record(z.string(), z.unknown());
