/** Who one is: the picture, and the profile. */
import { useMe } from '../../api/actor.ts';
import { OwnPicture } from './own-picture.tsx';
import { ProfileForm } from './profile-form.tsx';

export function ProfilePage() {
  const me = useMe();
  return (
    <>
      <OwnPicture person={me.person} />
      <ProfileForm me={me} />
    </>
  );
}
