/** The keys of who may do what, and of what is counted, as `keys.ts` has them in its table. */
import type { OrganizationId } from '../../contract/ids.ts';
import type { Ref } from '../../domain/refs.ts';
import type { Key } from './keys.ts';

export const contentPrefix = 'CONTENT#';
export const dayPrefix = 'DAY#';
export const exportPrefix = 'EXPORT#';
export const importPrefix = 'IMPORT#';
export const jobPrefix = 'JOB#';
export const memberPrefix = 'USER#';
export const slicePrefix = 'SLICE#';

type AccessRef = Ref<
  | 'catalogue'
  | 'application'
  | 'policy'
  | 'group'
  | 'external-id'
  | 'project'
  | 'assignment'
  | 'content'
  | 'content-grant'
  | 'job'
  | 'job-slice'
  | 'export'
  | 'import'
  | 'day'
  | 'coverage'
>;

export function accessKey(ref: AccessRef): Key {
  switch (ref.type) {
    case 'catalogue':
      return { pk: 'CATALOGUE', sk: 'CATALOGUE' };
    case 'application':
      return { pk: 'CATALOGUE', sk: `APPLICATION#${ref.key}` };
    case 'policy':
      return { pk: `ORG#${ref.organization}`, sk: 'POLICY' };
    case 'group':
      return { pk: `ORG#${ref.organization}`, sk: `GROUP#${ref.id}` };
    case 'external-id':
      return { pk: `ORG#${ref.organization}`, sk: `EXTERNAL#${ref.externalId}` };
    case 'project':
      return { pk: `ORG#${ref.organization}`, sk: `PROJECT#${ref.id}` };
    case 'assignment':
      return { pk: `ORG#${ref.organization}#${ref.to}`, sk: `${memberPrefix}${ref.user}` };
    case 'content':
      return { pk: `ORG#${ref.organization}#CONTENT`, sk: `${ref.contentType}#${ref.contentId}` };
    case 'content-grant':
      return {
        pk: `ORG#${ref.organization}#${ref.group}`,
        sk: `${contentPrefix}${ref.contentType}#${ref.contentId}`,
      };
    case 'job':
      return { pk: `ORG#${ref.organization}`, sk: `${jobPrefix}${ref.id}` };
    case 'export':
      return { pk: `ORG#${ref.organization}`, sk: `${exportPrefix}${ref.id}` };
    case 'import':
      return { pk: `ORG#${ref.organization}`, sk: `${importPrefix}${ref.id}` };
    case 'day':
      return { pk: numbersOf(ref.organization), sk: `${dayPrefix}${ref.day}` };
    case 'coverage':
      return { pk: numbersOf(ref.organization), sk: 'COVERAGE' };
    case 'job-slice':
      return {
        pk: `ORG#${ref.organization}#${ref.job}`,
        sk: `${slicePrefix}${String(ref.number).padStart(6, '0')}`,
      };
  }
}

/** The partition of what is counted of an organization, which its counters may write to and to nothing else. */
export const numbersOf = (organization: OrganizationId) => `ORG#${organization}#NUMBERS`;
