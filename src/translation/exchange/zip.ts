/** ZIP archives, as far as Word files need them. Source: PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", 4.3. */
import { crc32, inflateRawSync } from 'node:zlib'

/** Largest file that is taken out of an archive, in bytes: a Word file that unpacks to more is not one of ours. */
const largest = 50_000_000

/** An archive without compression; the same files make the same bytes. */
export function writeZip(files: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of files) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)]
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800, 2)
    facts.writeUInt16LE(0x0021, 8)
    facts.writeUInt32LE(crc32(data), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(data.length, 18)
    facts.writeUInt16LE(path.length, 22)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, path, data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, path]))
    local.push(entry)
    offset += entry.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

/** The text of one file of an archive; undefined when there is no such file or it cannot be read. Never throws. */
export function readZip(bytes: Uint8Array, wanted: string): string | undefined {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > zip.length) return undefined
  try {
    let at = zip.readUInt32LE(end + 16)
    for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
      const [method, packed, name] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
      if (zip.toString('utf8', at + 46, at + 46 + name) === wanted) {
        const local = zip.readUInt32LE(at + 42)
        const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
        const data = zip.subarray(start, start + packed)
        return (method === 8 ? inflateRawSync(data, { maxOutputLength: largest }) : data).toString('utf8')
      }
      at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
  } catch {
    return undefined
  }
  return undefined
}
