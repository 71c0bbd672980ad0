import { done, type UseCase } from '../../runtime/use-case.ts';

export const getHealth: UseCase<'get-health'> = async () => done({ status: 'ok' });
