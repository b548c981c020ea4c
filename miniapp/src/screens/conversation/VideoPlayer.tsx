import type { Attachment } from '@tikethet/shared/contracts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFreshAttachment } from '../../files/useFreshAttachment';
import { Icon } from '../../ui/Icon';
import { FileLine } from './FileLine';
import { playAlone } from './playAlone';

interface VideoPlayerProps {
  given: Attachment;
  name: string;
  /** A video message: round, played by a tap. */
  round: boolean;
}

/** A film in its place in the conversation. */
export function VideoPlayer({ given, name, round }: VideoPlayerProps) {
  const { t } = useTranslation();
  const { attachment, renew } = useFreshAttachment(given);
  const video = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  const [failures, setFailures] = useState(0);
  if (failures > 1) return <FileLine attachment={attachment} />;
  const { width, height } = attachment;
  const toggle = (): void => {
    const element = video.current;
    if (!element) return;
    if (element.paused) element.play().catch(() => setPlaying(false));
    else element.pause();
  };
  return (
    <div className="video" data-round={round} data-testid="video-player">
      <video
        ref={video}
        controls={!round}
        preload="metadata"
        playsInline
        src={attachment.url}
        aria-label={name}
        style={{ aspectRatio: round ? 1 : width && height ? `${width} / ${height}` : undefined }}
        onPlay={(event) => {
          playAlone(event.currentTarget);
          setPlaying(true);
        }}
        onPause={() => setPlaying(false)}
        onError={() => {
          setFailures((now) => now + 1);
          renew();
        }}
      />
      {round && (
        <button
          type="button"
          className="video-toggle"
          data-playing={playing}
          aria-label={playing ? t('files.pause', { name }) : t('files.play', { name })}
          onClick={toggle}
        >
          {!playing && <Icon name="play" size={32} />}
        </button>
      )}
    </div>
  );
}
