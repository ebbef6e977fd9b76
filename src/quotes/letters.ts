/** Whether a token holds a letter or a digit. Of most tokens the first character tells, without a regular expression. */
export function isWord(text: string): boolean {
  const first = text.charCodeAt(0)
  return (first >= 0x61 && first <= 0x7a) || (first >= 0x41 && first <= 0x5a) || (first >= 0x30 && first <= 0x39) || /[\p{L}\p{N}]/u.test(text)
}
