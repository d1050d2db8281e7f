import { crc32 } from './icons/png.mjs';

// 1 January 1980, the first day a ZIP can name: the same files always make the same archive.
const DATE = (1 << 5) | 1;
const UTF8 = 0x0800;

/** A ZIP of small files, kept as they are. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, data } of files) {
    const bytes = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(10, 0);
    common.writeUInt16LE(UTF8, 2);
    common.writeUInt16LE(DATE, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(bytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, bytes, data]);
    parts.push(local);
    directory.push(centralEntry(common, bytes, offset));
    offset += local.length;
  }

  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

function centralEntry(common, name, offset) {
  const entry = Buffer.alloc(46);
  entry.write('PK\x01\x02', 'latin1');
  entry.writeUInt16LE(20, 4);
  common.copy(entry, 6);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}
