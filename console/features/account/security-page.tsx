/** How one signs in: address, password and second factor. */
import { useMe } from '../../api/actor.ts';
import { EmailSection } from './email-section.tsx';
import { FactorsSection } from './factors-section.tsx';
import { PasswordSection } from './password-section.tsx';

export function SecurityPage() {
  const { person } = useMe();
  return (
    <>
      <EmailSection person={person} />
      <PasswordSection />
      <FactorsSection mfa={person.mfa} />
    </>
  );
}
