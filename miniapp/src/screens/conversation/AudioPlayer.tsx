import type { Attachment } from '@tikethet/shared/contracts';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFreshAttachment } from '../../files/useFreshAttachment';
import { clockTime } from '../../i18n/clockTime';
import { Icon } from '../../ui/Icon';
import { FileLine } from './FileLine';
import { playAlone } from './playAlone';

/** How fast a voice may be heard. */
const SPEEDS = [1, 1.5, 2] as const;

/** Length in seconds; 0 while it is not known (a recording without a length says Infinity). */
function lengthOf(audio: HTMLAudioElement): number {
  return Number.isFinite(audio.duration) ? audio.duration : 0;
}

/** A voice message or other sound: play, go to a place, hear it faster. */
export function AudioPlayer({ given, name }: { given: Attachment; name: string }) {
  const { t } = useTranslation();
  const { attachment, renew } = useFreshAttachment(given);
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(1);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    if (audio.current) audio.current.playbackRate = speed;
  }, [speed, playing]);

  // Not every browser plays every recording: then it can still be saved.
  if (failures > 1) return <FileLine attachment={attachment} />;
  const toggle = (): void => {
    const element = audio.current;
    if (!element) return;
    if (element.paused) element.play().catch(() => setPlaying(false));
    else element.pause();
  };
  return (
    <div className="player" role="group" aria-label={name} data-testid="audio-player">
      <audio
        ref={audio}
        src={attachment.url}
        preload="metadata"
        onPlay={(event) => {
          playAlone(event.currentTarget);
          setPlaying(true);
        }}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onLoadedMetadata={(event) => setLength(lengthOf(event.currentTarget))}
        onDurationChange={(event) => setLength(lengthOf(event.currentTarget))}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onError={() => {
          setFailures((now) => now + 1);
          renew();
        }}
      />
      <button
        type="button"
        className="round-button player-toggle"
        data-testid="audio-toggle"
        aria-label={playing ? t('files.pause', { name }) : t('files.play', { name })}
        onClick={toggle}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <span className="player-body">
        <input
          type="range"
          className="player-line"
          min={0}
          max={Math.max(length, 0.1)}
          step={0.1}
          value={Math.min(at, length)}
          style={{ '--share': length > 0 ? at / length : 0 } as CSSProperties}
          aria-label={t('files.place')}
          aria-valuetext={`${clockTime(at)} / ${clockTime(length)}`}
          onChange={(event) => {
            const next = Number(event.target.value);
            setAt(next);
            if (audio.current) audio.current.currentTime = next;
          }}
        />
        <span className="player-time">
          {clockTime(playing || at > 0 ? at : length)}
          {at > 0 && length > 0 && ` / ${clockTime(length)}`}
        </span>
      </span>
      <button
        type="button"
        className="player-speed"
        data-testid="audio-speed"
        aria-label={t('files.speed', { speed })}
        onClick={() =>
          setSpeed((now) => SPEEDS[(SPEEDS.indexOf(now) + 1) % SPEEDS.length] ?? SPEEDS[0])
        }
      >
        {speed}×
      </button>
    </div>
  );
}
