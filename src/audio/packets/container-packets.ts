import type { EncodedPacket, EncodedPacketSink } from 'mediabunny'
import type { AudioRange } from '../decoding/recording-decoder.ts'
import type { Packet, PacketSource } from './packet.ts'

/** So many are handed over at a time: to wait for each would cost more than some decode in. */
const some = 64

const fewPackets = 8

export interface ContainerPackets extends PacketSource {
  /** The few that the recording begins with: enough to see how a decoder begins. */
  firstPackets(): Promise<Packet[]>
}

/** Packets as mediabunny finds them, in every container that it reads. */
export function createContainerPackets(sink: EncodedPacketSink): ContainerPackets {
  /** A file that was cut off has nothing at a late time, and its beginning is not that. */
  async function firstAfter(time: number) {
    const packet = await sink.getFirstPacket()
    return packet && packet.timestamp >= time ? packet : null
  }
  return {
    async *packets({ start, end }: AudioRange): AsyncGenerator<readonly Packet[]> {
      const from = (await sink.getPacket(start)) ?? (await firstAfter(start))
      if (!from) return
      let packets: Packet[] = []
      for await (const packet of sink.packets(from)) {
        if (packet.timestamp >= end) break
        packets.push(packetOf(packet))
        if (packets.length < some) continue
        yield packets
        packets = []
      }
      yield packets
    },
    async firstPackets(): Promise<Packet[]> {
      const packets: Packet[] = []
      let packet = await sink.getFirstPacket()
      for (; packet && packets.length < fewPackets; packet = await sink.getNextPacket(packet)) {
        packets.push(packetOf(packet))
      }
      return packets
    },
  }
}

const packetOf = ({ data, timestamp }: EncodedPacket): Packet => ({ bytes: data, time: timestamp })
