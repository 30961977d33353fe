namespace TimerRooms.E2E.Testing.Raw;

/// <summary>The framework's "blazorpack": SignalR's messages as MessagePack arrays, each behind its length.</summary>
public static class HubCodec
{
    private const int CallType = 1, AnswerType = 3, PingType = 6, EndType = 7;

    private const long Failed = 1, Void = 2;

    /// <summary>Ends the handshake, both ways.</summary>
    public const byte HandshakeEnd = 0x1e;

    public static ReadOnlySpan<byte> Handshake => "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8;

    public static ReadOnlySpan<byte> Ping => [2, 0x91, PingType];

    /// <param name="id">Under which an answer is wanted; null: none is.</param>
    public static byte[] Call(string? id, string target, params ReadOnlySpan<object?> arguments)
    {
        var message = new PackWriter().Array(6).Value(CallType).EmptyMap().Value(id).Value(target).Array(arguments.Length);
        foreach (var argument in arguments) message.Value(argument);
        message.Array(0);  // no streams
        return Framed(message.Written);
    }

    /// <summary>Takes the first whole message off what has come in, or null if it is not all there yet.</summary>
    public static HubMessage? Take(ref ReadOnlySpan<byte> received)
    {
        var length = 0;
        for (var at = 0; at < received.Length && at < 5; at++)
        {
            length |= (received[at] & 0x7f) << (7 * at);
            if ((received[at] & 0x80) != 0) continue;
            var end = at + 1 + length;
            if (end > received.Length) return null;
            var message = Read(received[(at + 1)..end]);
            received = received[end..];
            return message;
        }
        return null;
    }

    private static HubMessage Read(ReadOnlySpan<byte> packed) => new PackReader(packed).Read() switch
    {
        object?[] and [(long)CallType, _, _, string target, object?[] arguments, ..] => new HubCall(target, arguments),
        object?[] and [(long)AnswerType, _, string id, Failed, string error, ..] => new HubAnswer(id, null, error),
        object?[] and [(long)AnswerType, _, string id, Void, ..] => new HubAnswer(id, null, null),
        object?[] and [(long)AnswerType, _, string id, _, var result, ..] => new HubAnswer(id, result, null),
        object?[] and [(long)PingType, ..] => new HubPing(),
        object?[] and [(long)EndType, var error, ..] => new HubEnd(error as string),
        object?[] and [long type, ..] => new HubOther(type),
        _ => throw new InvalidDataException("No hub message."),
    };

    private static byte[] Framed(ReadOnlySpan<byte> message)
    {
        List<byte> head = [];
        var length = message.Length;
        for (; length >= 0x80; length >>= 7) head.Add((byte)(length | 0x80));
        return [.. head, (byte)length, .. message];
    }
}
