using System.Buffers.Binary;

namespace TimerRooms.Bench.Wire;

/// <summary>Finds in the hub's messages, without allocating, the one kind that comes by the thousand.</summary>
public static class HubReader
{
    // a call without headers and without an answer, of this name
    private static readonly byte[] BatchCall = [0x01, 0x80, 0xc0, 0xae, .. "JS.RenderBatch"u8];

    /// <summary>Takes the first message off a packet, without the length before it.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> packet, out ReadOnlySpan<byte> message, out ReadOnlySpan<byte> framed)
    {
        message = framed = default;
        var length = 0;
        for (var at = 0; at < packet.Length && at < 5; at++)
        {
            length |= (packet[at] & 0x7f) << (7 * at);
            if ((packet[at] & 0x80) != 0) continue;
            framed = packet[..(at + 1 + length)];
            message = framed[(at + 1)..];
            packet = packet[framed.Length..];
            return true;
        }
        return false;
    }

    /// <summary>The batch in the message, if it is one.</summary>
    public static bool IsBatch(ReadOnlySpan<byte> message, out long id, out ReadOnlySpan<byte> batch)
    {
        id = 0;
        batch = default;
        if (!message[1..].StartsWith(BatchCall)) return false;
        var rest = message[(2 + BatchCall.Length)..];  // past the head of the list of arguments
        id = Number(ref rest);
        batch = Bytes(rest);
        return true;
    }

    private static long Number(ref ReadOnlySpan<byte> packed)
    {
        var code = packed[0];
        var size = code switch { < 0x80 => 0, 0xcc or 0xd0 => 1, 0xcd or 0xd1 => 2, 0xce or 0xd2 => 4, 0xcf or 0xd3 => 8, _ => throw new IOException("No number.") };
        long number = size == 0 ? code : 0;
        foreach (var one in packed.Slice(1, size)) number = number << 8 | one;
        packed = packed[(1 + size)..];
        return number;
    }

    private static ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> packed) => packed[0] switch
    {
        0xc4 => packed.Slice(2, packed[1]),
        0xc5 => packed.Slice(3, BinaryPrimitives.ReadUInt16BigEndian(packed[1..])),
        0xc6 => packed.Slice(5, BinaryPrimitives.ReadInt32BigEndian(packed[1..])),
        _ => throw new IOException("No bytes."),
    };
}
