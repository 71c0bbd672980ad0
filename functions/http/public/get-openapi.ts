import openapi from 'virtual:openapi';
import { done, type UseCase } from '../../runtime/use-case.ts';

/** Made from the contract when the Lambda is built, so that it cannot say anything else. */
export const getOpenapi: UseCase<'get-openapi'> = async () => done(openapi);
