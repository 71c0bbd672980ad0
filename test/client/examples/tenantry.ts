import { createTenantry } from '../../../shared/client/tenantry.ts';
import { cognitoVerifier } from '../../../shared/client/verifier.ts';

const { TENANTRY_API = '', USER_POOL_ID = '', USER_POOL_CLIENT_ID = '' } = process.env;
export const tenantry = createTenantry({
  api: TENANTRY_API,
  verify: cognitoVerifier({ userPoolId: USER_POOL_ID, clientId: USER_POOL_CLIENT_ID }),
});
