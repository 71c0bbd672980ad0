/** Where the local cloud finds and puts things. */
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
/** Everything that the local cloud writes itself; it can be deleted at any time. */
export const localDirectory = join(root, '.local');
/** The product's cloud assembly, synthesised for this machine. */
export const assemblyDirectory = join(localDirectory, 'cdk.out');
