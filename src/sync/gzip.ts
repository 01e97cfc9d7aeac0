/** Below this, compressing costs more than it saves. */
const WORTH_IT = 1_024;

/** A JSON body as it travels: compressed where that is worth it, with the headers that say so. */
export async function gzip(json: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> }> {
  const bytes = new TextEncoder().encode(json);
  const headers = { 'Content-Type': 'application/json' };
  if (bytes.length < WORTH_IT) return { bytes, headers };
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  return { bytes: packed, headers: { ...headers, 'Content-Encoding': 'gzip' } };
}
