/**
 * What is asked and answered, in plain types, so that this folder can be copied into an application as it is. They are
 * the contract's: a test compares the two.
 */
export type Question = {
  permission?: string;
  content?: { type: string; id: string };
  project?: string;
};

type Source =
  | { kind: 'role'; role: 'owner' | 'admin' | 'manager' | 'user' }
  | { kind: 'all' }
  | { kind: 'direct' }
  | { kind: 'custom-role'; id: string; name: string }
  | { kind: 'group'; id: string; name?: string; customRole?: { id: string; name: string } };

export type Verdict =
  | { allowed: true; sources: Source[] }
  | {
      allowed: false;
      reason: 'not-granted' | 'unknown-permission' | 'not-active' | 'organization-suspended';
    };
