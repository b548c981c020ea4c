import { useRef, useState } from 'react';
import type { StoredMessage, TgMedia, TgMessage, TgPhotoSize } from '../../types';
import { fileUrl } from '../app/api';
import { useSettings } from '../app/settings';
import { Icon } from '../ui/Icon';
import { formatDuration, formatSize } from './time';

/** Everything of a message that is not text. */
export function Media({ message }: { message: TgMessage }) {
  const { t } = useSettings();
  const { photo, video, animation, document, audio, voice, sticker, location, contact, venue } =
    message;
  const note = message.video_note;
  if (photo !== undefined) return <Photo sizes={photo} />;
  const clip = video ?? animation;
  if (clip !== undefined)
    return <video className="clip" src={fileUrl(clip.file_id)} controls preload="metadata" />;
  if (note !== undefined)
    return <video className="roundClip" src={fileUrl(note.file_id)} controls preload="metadata" />;
  if (sticker !== undefined)
    return (
      <img
        className="sticker"
        src={fileUrl(sticker.file_id)}
        alt={sticker.emoji ?? t.stickerWord}
      />
    );
  if (voice !== undefined) return <Voice voice={voice} />;
  const attached = document ?? audio;
  if (attached !== undefined) return <Attached file={attached} />;
  if (location !== undefined) return <Place {...location} name={venue?.title} />;
  if (contact !== undefined)
    return (
      <div className="fileRow">
        <span className="fileIcon">
          <Icon name="contact" />
        </span>
        <span className="fileText">
          <b>
            {contact.first_name} {contact.last_name}
          </b>
          <small>{contact.phone_number}</small>
        </span>
      </div>
    );
  return null;
}

/** Pictures of an album, or a single one, laid out without jumping while they load. */
export function Album({ items }: { items: StoredMessage[] }) {
  const visual = items.filter(
    ({ message }) => message.photo !== undefined || message.video !== undefined,
  );
  const others = items.filter((item) => !visual.includes(item));
  return (
    <>
      {visual.length > 0 && (
        <div className={`album album${Math.min(visual.length, 4)}`}>
          {visual.map(({ message }) => (
            <Media key={message.message_id} message={message} />
          ))}
        </div>
      )}
      {others.map(({ message }) => (
        <Media key={message.message_id} message={message} />
      ))}
    </>
  );
}

function Photo({ sizes }: { sizes: TgPhotoSize[] }) {
  const { t } = useSettings();
  const [open, setOpen] = useState(false);
  const full = sizes.at(-1);
  if (full === undefined) return null;
  const scale = Math.min(1, 360 / full.width, 420 / full.height);
  const width = Math.max(140, full.width * scale);
  return (
    <>
      <button
        type="button"
        className="photo"
        onClick={() => setOpen(true)}
        aria-label={t.photoWord}
      >
        <img
          src={fileUrl(full.file_id)}
          alt={t.photoWord}
          width={width}
          height={Math.max(90, (width * full.height) / full.width)}
        />
      </button>
      {open && (
        <button
          type="button"
          className="lightbox"
          onClick={() => setOpen(false)}
          aria-label={t.close}
        >
          <img src={fileUrl(full.file_id)} alt={t.photoWord} />
        </button>
      )}
    </>
  );
}

function Attached({ file }: { file: TgMedia }) {
  const { t, locale } = useSettings();
  const name = file.file_name ?? t.file;
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1] ?? '';
  return (
    <a
      className="fileRow"
      href={`${fileUrl(file.file_id)}?download`}
      download={name}
      title={t.download}
    >
      <span className="fileIcon">{extension === '' ? <Icon name="file" /> : extension}</span>
      <span className="fileText">
        <b>{name}</b>
        <small>{formatSize(file.file_size, locale)}</small>
      </span>
    </a>
  );
}

/** Twenty bars from the file's own id: a stand-in for a waveform, the same at every look. */
function bars(seed: string): number[] {
  return Array.from({ length: 28 }, (_, index) => {
    const code = seed.charCodeAt((index * 7 + 3) % seed.length);
    return 4 + ((code * (index + 3)) % 15);
  });
}

function Voice({ voice }: { voice: TgMedia }) {
  const { t } = useSettings();
  const player = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [done, setDone] = useState(0);
  const toggle = () => {
    if (playing) player.current?.pause();
    else player.current?.play().catch(() => setPlaying(false));
  };
  return (
    <div className="fileRow voice">
      <button
        type="button"
        className="fileIcon"
        onClick={toggle}
        aria-label={playing ? t.pause : t.play}
      >
        <Icon name={playing ? 'pause' : 'play'} size={22} />
      </button>
      <span className="fileText">
        <span className="wave" aria-hidden="true">
          {bars(voice.file_unique_id).map((height, index) => (
            <i key={index} className={index / 28 < done ? 'past' : ''} style={{ height }} />
          ))}
        </span>
        <small>{formatDuration(voice.duration ?? 0)}</small>
      </span>
      <audio
        ref={player}
        src={fileUrl(voice.file_id)}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setDone(0)}
        onTimeUpdate={({ currentTarget }) =>
          setDone(currentTarget.currentTime / Math.max(1, voice.duration ?? 1))
        }
      />
    </div>
  );
}

function Place(props: { latitude: number; longitude: number; name?: string }) {
  const { latitude, longitude, name } = props;
  const { t } = useSettings();
  return (
    <div className="place">
      <div className="placeMap">
        <Icon name="location" size={40} />
      </div>
      <small>
        {name ?? t.location}: {latitude.toFixed(4)}, {longitude.toFixed(4)}
      </small>
    </div>
  );
}
