import type { SandboxPerson } from '../../types';
import icon from '../assets/icon.svg';

/** Initials on one of Telegram's seven gradients, chosen by the id as Telegram does. */
export function Avatar({ person, size }: { person: SandboxPerson; size: number }) {
  const initials = `${[...person.firstName][0] ?? ''}${[...(person.lastName ?? '')][0] ?? ''}`;
  return (
    <span
      className={`avatar hue${Math.abs(person.id) % 7}`}
      style={{ width: size, height: size, fontSize: size * 0.38 }}
      aria-hidden="true"
    >
      {initials.toUpperCase()}
    </span>
  );
}

export function BotAvatar({ size }: { size: number }) {
  return <img className="avatar" src={icon} width={size} height={size} alt="" />;
}
