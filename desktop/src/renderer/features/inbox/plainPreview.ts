/** A message as one line: marks of the staff's Markdown and line breaks would only be noise. */
export function plainPreview(content: string): string {
  return content
    .replace(/\[([^\]]+)\]\(https?:[^)]+\)/g, '$1')
    .replace(/(\*\*|~~|`+)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
