/** What the roles that everybody has one of mean, here and in the applications. */
import { Role } from '../../../shared/contract/roles.ts';
import { roleTexts as words } from '../../texts/roles.ts';
import { t } from '../../texts/texts.ts';
import classes from './built-in-roles.module.css';

const inApplications = {
  owner: words.builtIn.everything,
  admin: words.builtIn.everything,
  manager: words.builtIn.given,
  user: words.builtIn.givenAndProjects,
} as const satisfies Record<Role, string>;

export function BuiltInRoles() {
  const { title, lead, role, here, there } = words.builtIn;
  return (
    <section className={classes.section} aria-labelledby="built-in">
      <h2 id="built-in">{title}</h2>
      <p>{lead}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{role}</th>
            <th scope="col">{here}</th>
            <th scope="col">{there}</th>
          </tr>
        </thead>
        <tbody>
          {Role.options.map(each => (
            <tr key={each}>
              <th scope="row">{t.roles[each].name}</th>
              <td>{t.roles[each].may}</td>
              <td>{inApplications[each]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
