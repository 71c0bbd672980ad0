import { viewCatalogue } from '../../../shared/domain/catalogue.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { loadCatalogue } from '../../steps/load-catalogue.ts';

export const getCatalogue: UseCase<'get-catalogue'> = async (_, { directory }) =>
  done(viewCatalogue(await loadCatalogue(directory)));
