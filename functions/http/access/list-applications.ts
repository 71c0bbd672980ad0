import { viewCatalogue } from '../../../shared/domain/catalogue.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { loadCatalogue } from '../../steps/load-catalogue.ts';

/** The catalogue is one for all organizations; who may see it is asked in each. */
export const listApplications: UseCase<'list-applications'> = async (_, { directory }) =>
  done(viewCatalogue(await loadCatalogue(directory)));
