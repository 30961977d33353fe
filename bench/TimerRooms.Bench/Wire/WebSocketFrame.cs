using System.Buffers.Binary;

namespace TimerRooms.Bench.Wire;

/// <summary>A frame of a WebSocket as a server sends it, that is without a mask.</summary>
public readonly ref struct WebSocketFrame
{
    public const int Continued = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10;

    private const int Last = 0x80, Deflated = 0x40, Masked = 0x80;

    /// <summary>The most that <see cref="Write"/> puts before a payload.</summary>
    public const int LargestHead = 8;

    private WebSocketFrame(byte first, ReadOnlySpan<byte> payload)
    {
        (Kind, IsLast, IsDeflated) = (first & 0x0f, (first & Last) != 0, (first & Deflated) != 0);
        Payload = payload;
    }

    public int Kind { get; }

    /// <summary>It ends its message.</summary>
    public bool IsLast { get; }

    public bool IsDeflated { get; }

    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>Takes the first whole frame off what has come in; false if it is not all there yet.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> received, out WebSocketFrame frame)
    {
        frame = default;
        if (received.Length < 2) return false;
        var (head, length) = received[1] switch
        {
            126 when received.Length >= 4 => (4, BinaryPrimitives.ReadUInt16BigEndian(received[2..])),
            127 when received.Length >= 10 => (10, checked((int)BinaryPrimitives.ReadUInt64BigEndian(received[2..]))),
            126 or 127 => (0, 0),
            var small => (2, small),
        };
        if (head == 0 || received.Length - head < length) return false;
        frame = new WebSocketFrame(received[0], received.Slice(head, length));
        received = received[(head + length)..];
        return true;
    }

    /// <summary>Writes a whole message as one frame, masked as a client must, with a mask that changes nothing; tells its length.</summary>
    public static int Write(Span<byte> to, int kind, ReadOnlySpan<byte> payload)
    {
        to[0] = (byte)(Last | kind);
        var at = 2;
        if (payload.Length < 126) to[1] = (byte)(Masked | payload.Length);
        else
        {
            to[1] = Masked | 126;
            BinaryPrimitives.WriteUInt16BigEndian(to[2..], checked((ushort)payload.Length));
            at = 4;
        }
        to.Slice(at, 4).Clear();
        payload.CopyTo(to[(at + 4)..]);
        return at + 4 + payload.Length;
    }
}
