/** Remembered devices: none, because no pool here remembers any (`pools.ts` refuses to make one that does). */
import type {
  AdminForgetDeviceRequest,
  AdminListDevicesRequest,
  AdminListDevicesResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { refusal, required } from './refusal.ts';
import { requireUser } from './user-records.ts';
import type { World } from './world.ts';

export async function adminListDevices(
  world: World,
  request: AdminListDevicesRequest,
): Promise<AdminListDevicesResponse> {
  await requireUser(world, request);
  return { Devices: [] };
}

export async function adminForgetDevice(world: World, request: AdminForgetDeviceRequest): Promise<object> {
  await requireUser(world, request);
  required(request.DeviceKey, 'DeviceKey');
  throw refusal('ResourceNotFoundException', 'Device does not exist.');
}
